import { EwEmbed } from "./embed.js";

if (!customElements.get("ew-embed")) customElements.define("ew-embed", EwEmbed);
