import { EwFacilitator } from "./facilitator.js";

if (!customElements.get("ew-facilitator")) customElements.define("ew-facilitator", EwFacilitator);
