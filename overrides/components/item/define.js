import { EwItem } from "./item.js";

if (!customElements.get("ew-item")) customElements.define("ew-item", EwItem);
