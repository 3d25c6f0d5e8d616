import { EwTheme } from "./theme.js";

if (!customElements.get("ew-theme")) customElements.define("ew-theme", EwTheme);
