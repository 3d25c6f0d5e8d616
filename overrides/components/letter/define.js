import { EwLetter } from "./element.js";

// A second definition throws, and an embed may load this file beside the page's own copy.
if (!customElements.get("ew-letter")) customElements.define("ew-letter", EwLetter);
