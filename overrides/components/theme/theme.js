import { Component } from "../base/component.js";
import { keep, keeps, kept } from "../base/storage.js";

const CHOICES = /** @type {const} */ (["automatic", "light", "dark"]);
const KEY = "ew:theme";

/** A button that goes through the colours: as the device, light, dark. */
export class EwTheme extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    this.#button.hidden = false;
    this.#button.addEventListener("click", () => this.#next(), { signal });
    // No key: everything was cleared.
    addEventListener("storage", ({ key }) => (key === null || key === KEY) && this.#look(), { signal });
    // Kept whole for the back button, the page heard nothing. Where nothing is kept, each page has its own choice.
    addEventListener("pageshow", ({ persisted }) => persisted && keeps() && this.#look(), { signal });
    this.#look();
  }

  #look() {
    const chosen = kept(KEY);
    this.#show(CHOICES.find((choice) => choice === chosen) ?? "automatic");
  }

  get #button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button"));
  }

  #next() {
    const now = CHOICES.findIndex(
      (choice) => choice === (document.documentElement.dataset.theme ?? "automatic"),
    );
    const choice = CHOICES[(now + 1) % CHOICES.length];
    keep(KEY, choice); // Where it is not kept the choice holds for this page only.
    this.#show(choice);
    // The name of a button that changes under the focus is not read out by every screen reader.
    const status = /** @type {HTMLElement} */ (this.querySelector("[aria-live]"));
    status.textContent = this.dataset[choice] ?? "";
  }

  /** @param {typeof CHOICES[number]} choice */
  #show(choice) {
    if (choice === "automatic") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    const name = /** @type {HTMLElement} */ (this.querySelector(".name"));
    name.textContent = this.dataset[choice] ?? "";
  }
}

customElements.define("ew-theme", EwTheme);
