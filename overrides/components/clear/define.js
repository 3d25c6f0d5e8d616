import { EwClear } from "./clear.js";

// A second definition throws, and an embed may load this file beside the page's own copy.
if (!customElements.get("ew-clear")) customElements.define("ew-clear", EwClear);
