import { EwRecord } from "./record.js";

if (!customElements.get("ew-record")) customElements.define("ew-record", EwRecord);
