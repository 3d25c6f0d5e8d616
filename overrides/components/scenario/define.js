import { EwScenario } from "./scenario.js";

if (!customElements.get("ew-scenario")) customElements.define("ew-scenario", EwScenario);
