import { Component } from "../base/component.js";
import { printAlone } from "../base/export.js";

/** Prints the card alone. */
export class EwPartner extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => printAlone("partner"), { signal });
  }
}

customElements.define("ew-partner", EwPartner);
