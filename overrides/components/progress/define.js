import { EwProgress } from "./progress.js";

if (!customElements.get("ew-progress")) customElements.define("ew-progress", EwProgress);
