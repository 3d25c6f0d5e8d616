import { EwChecklist } from "./element.js";

// A second definition throws, and an embed may load this file beside the page's own copy.
if (!customElements.get("ew-checklist")) customElements.define("ew-checklist", EwChecklist);
