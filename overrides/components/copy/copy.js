import { Component } from "../base/component.js";
import { copyText } from "../base/export.js";

const SHOWN = 10_000; // milliseconds

/**
 * A control that copies a text or a permanent link, and says so aloud. Where it is empty, it copies the words before it:
 * a page of a thousand phrases holds their button once, as a template.
 */
export class EwCopy extends Component {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  static #fading;

  /** @param {AbortSignal} signal */
  start(signal) {
    if (!this.firstElementChild) this.#fill();
    this.#control.hidden = false;
    this.#control.addEventListener("click", (event) => this.#copy(event), { signal });
  }

  #fill() {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("copy-words"));
    this.append(template.content.cloneNode(true));
    const text = this.previousElementSibling?.textContent ?? "";
    this.#control.dataset.copy = text;
    this.#control.ariaLabel = (this.#control.ariaLabel ?? "").replace("{text}", text);
  }

  get #control() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-copy], [data-permalink]"));
  }

  /** @param {MouseEvent} event */
  async #copy(event) {
    // A link opened in another tab with a modifier key stays a link.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { copy, permalink } = this.#control.dataset;
    const text = copy ?? permalink ?? "";
    const copied = await copyText(text);
    this.#say(!copied ? "not-copied" : permalink ? "link-copied" : "copied", text);
  }

  /**
   * @param {string} outcome
   * @param {string} text
   */
  #say(outcome, text) {
    const status = document.getElementById("said");
    const template = status?.dataset[outcome.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())];
    if (!status || !template) return;
    status.textContent = template.replace("{text}", text);
    // Emptied after a while, so that the same words are said again the next time.
    clearTimeout(EwCopy.#fading);
    EwCopy.#fading = setTimeout(() => status.replaceChildren(), SHOWN);
  }
}

customElements.define("ew-copy", EwCopy);
