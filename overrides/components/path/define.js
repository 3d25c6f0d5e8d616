import { EwPath } from "./path.js";

if (!customElements.get("ew-path")) customElements.define("ew-path", EwPath);
