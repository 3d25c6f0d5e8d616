import { EwPairs } from "./element.js";

if (!customElements.get("ew-pairs")) customElements.define("ew-pairs", EwPairs);
