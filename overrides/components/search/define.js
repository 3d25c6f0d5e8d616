import { EwSearch } from "./search.js";

if (!customElements.get("ew-search")) customElements.define("ew-search", EwSearch);
