import { EwPlan } from "./plan.js";

if (!customElements.get("ew-plan")) customElements.define("ew-plan", EwPlan);
