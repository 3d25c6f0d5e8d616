import { listen, read } from "./store.js";

/**
 * What all components of the course have in common: they set up once, show the progress, and show it anew whenever it
 * changes, in this tab or another.
 */
export class Learning extends HTMLElement {
  /** @type {AbortController | null} */
  #listening = null;

  connectedCallback() {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.prepare(signal);
    listen(() => this.show(read()), signal);
    this.show(read());
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#listening = null;
  }

  /** Set up what the script adds, and listen. @param {AbortSignal} _signal */
  prepare(_signal) {}

  /** Show what was done. @param {import("./state.js").Progress} _progress */
  show(_progress) {}

  /** The part of the markup by this name. @param {string} name @returns {HTMLElement} */
  find(name) {
    const found = this.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof HTMLElement))
      throw new Error(`${this.localName}: no part "${name}" in the markup`);
    return found;
  }
}
