import { EwOffline } from "./offline.js";

if (!customElements.get("ew-offline")) customElements.define("ew-offline", EwOffline);
