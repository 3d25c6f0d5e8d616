import { Component } from "../base/component.js";
import { keysOf } from "../base/storage.js";

/** What the browser keeps of lists and of the course. */
const KEPT = /^ew:(checklist:|course$)/;

/**
 * Shows where someone left off, now and whenever it changes, in any tab. What reads it is fetched only where there is
 * something to read: whoever is new waits for nothing.
 */
export class EwResume extends Component {
  /** @type {ReturnType<typeof setTimeout> | undefined} until the next run ends by itself */
  #timer;

  /** @param {AbortSignal} signal */
  start(signal) {
    const show = () => this.#show(signal);
    addEventListener("storage", ({ key }) => (key === null || KEPT.test(key)) && show(), { signal });
    // Kept whole for the back button, or out of sight, the page heard nothing of this tab's own ticks, nor of the time.
    addEventListener("pageshow", ({ persisted }) => persisted && show(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || show(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
    show();
  }

  /** @param {AbortSignal} signal */
  async #show(signal) {
    const keys = (keysOf("ew:") ?? []).filter((key) => KEPT.test(key));
    const { rows, until } = keys.length
      ? (await import("./rows.js")).resumed(this)
      : { rows: [], until: Infinity };
    if (signal.aborted) return;
    this.#fill(rows);
    this.find("all").hidden = rows.length === 0;
    clearTimeout(this.#timer);
    if (until < Infinity) this.#timer = setTimeout(() => this.#show(signal), until - Date.now());
  }

  /** Where nothing has changed the rows stay, and where something has, the focus is where it leads. @param {Node[]} rows */
  #fill(rows) {
    const list = this.find("rows");
    const next = /** @type {HTMLElement} */ (list.cloneNode());
    next.append(...rows);
    if (next.innerHTML === list.innerHTML) return;
    const link = (/** @type {(link: HTMLAnchorElement) => boolean} */ is) =>
      [...list.querySelectorAll("a")].find(is);
    const held = link((one) => one === document.activeElement)?.href;
    list.replaceChildren(...next.childNodes);
    link(({ href }) => href === held)?.focus({ preventScroll: true });
  }
}

customElements.define("ew-resume", EwResume);
