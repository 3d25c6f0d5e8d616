import { Component } from "../base/component.js";
import { say } from "../base/messages.js";

/**
 * Asks for an attempt before its answer opens. What is written is read to see whether it is there, and no more: it is
 * gone once the page is left or loaded anew.
 */
export class EwRecall extends Component {
  /** @returns {HTMLTextAreaElement} */
  get #words() {
    return /** @type {HTMLTextAreaElement} */ (this.find("words"));
  }

  /** @param {AbortSignal} signal */
  start(signal) {
    this.find("attempt").hidden = false;
    this.querySelector("summary")?.addEventListener("click", (event) => this.#open(event), { signal });
    this.#words.addEventListener("input", () => this.#tell(""), { signal });
    // A browser may bring a page back as it was left.
    addEventListener("pagehide", () => this.#forget(), { signal });
  }

  /** @param {Event} event */
  #open(event) {
    if (this.querySelector("details")?.open || this.#words.value.trim()) return;
    event.preventDefault();
    this.#tell(say(this, "first"));
    this.#words.focus();
  }

  #forget() {
    this.#words.value = "";
  }

  /** @param {string} words */
  #tell(words) {
    this.find("status").textContent = words;
  }
}

customElements.define("ew-recall", EwRecall);
