import { buttonAt, Component } from "../base/component.js";
import { copyRich, copyText, htmlLink } from "../base/export.js";
import { say } from "../base/messages.js";

const SHOWN = 10_000; // milliseconds

/**
 * A control that copies a text or a permanent link, which a rich editor gets with its title, and says so aloud. Where it is empty, it copies the words before it:
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
    const link =
      permalink && htmlLink(this.#control.ariaLabel?.replace(/^[^:]*: /, "") || permalink, permalink);
    const copied = (link && (await copyRich(link, text))) || (await copyText(text));
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

/** Says so when the address names a part that the page does not have. What is no name at all is for others to read. */
export class EwMissing extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    const look = () => {
      const [, id] = /^#([a-z0-9-]+)$/.exec(location.hash) ?? [];
      this.hidden = !id || document.getElementById(id) !== null;
    };
    addEventListener("hashchange", look, { signal });
    look();
  }
}

/** The ways to link to the page and to quote it. Few open them, so what they need comes when they do. */
export class EwShare extends Component {
  /** @type {((pressed: HTMLElement) => void) | undefined} */
  #copy;

  /** @param {AbortSignal} signal */
  start(signal) {
    this.hidden = false;
    this.querySelector("details")?.addEventListener("toggle", () => this.#fetch(), { signal });
    this.addEventListener("click", ({ target }) => this.#press(buttonAt(target)), { signal });
  }

  async #fetch() {
    try {
      const { share } = await import("../share/share.js");
      this.#copy ??= share(this);
    } catch {
      this.find("told").textContent = say(this, "absent");
    }
  }

  /** One that is pressed before what it needs has come does its work then. @param {HTMLElement | null} button */
  async #press(button) {
    if (!button?.dataset.as) return;
    await this.#fetch();
    this.#copy?.(button);
  }
}

customElements.define("ew-copy", EwCopy);
customElements.define("ew-missing", EwMissing);
customElements.define("ew-share", EwShare);
