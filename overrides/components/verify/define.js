import { EwVerify } from "./verify.js";

if (!customElements.get("ew-verify")) customElements.define("ew-verify", EwVerify);
