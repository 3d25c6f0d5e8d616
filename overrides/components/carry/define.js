import { EwCarry } from "./carry.js";

if (!customElements.get("ew-carry")) customElements.define("ew-carry", EwCarry);
