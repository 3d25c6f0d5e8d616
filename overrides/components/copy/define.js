import { EwCopy } from "./copy.js";

if (!customElements.get("ew-copy")) customElements.define("ew-copy", EwCopy);
