/** The button that was pressed, or a part of it. @param {EventTarget | null} target */
export function buttonAt(target) {
  return target instanceof Element ? target.closest("button") : null;
}

/** Around markup that already reads: what every custom element of the guide has in common. */
export class Component extends HTMLElement {
  /** @type {AbortController | null} */
  #listening = null;

  connectedCallback() {
    if (this.#listening) return;
    this.#listening = new AbortController();
    this.start(this.#listening.signal);
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#listening = null;
  }

  /** Set up what the script adds, and listen until the element leaves the page. @param {AbortSignal} _signal */
  start(_signal) {}

  /** The part of the markup by this name. @param {string} name @returns {HTMLElement} */
  find(name) {
    const found = this.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof HTMLElement))
      throw new Error(`${this.localName}: no part "${name}" in the markup`);
    return found;
  }
}
