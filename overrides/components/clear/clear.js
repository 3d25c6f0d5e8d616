import { Component } from "../base/component.js";
import { languageOf, say, templateOf } from "../base/messages.js";
import { drop, keysOf } from "../base/storage.js";

const PREFIX = "ew:";

/** Clears every entry this site keeps in the browser's storage, after one more click, and says what they were. */
export class EwClear extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    this.find("ask").hidden = false;
    this.querySelector("button")?.addEventListener("click", () => this.#clear(), { signal });
  }

  #clear() {
    const details = this.find("ask");
    this.find("status").textContent = this.#outcome();
    details.removeAttribute("open");
    details.querySelector("summary")?.focus(); // The button that had the focus is folded away.
    // Storage tells all tabs but the one that changed it: tell this one in the same words.
    dispatchEvent(new StorageEvent("storage", { key: null }));
  }

  /** Clears, and puts into words what was there. */
  #outcome() {
    const keys = keysOf(PREFIX);
    if (!keys) return say(this, "refused");
    for (const key of keys) drop(key);
    return keys.length ? say(this, "cleared", { things: this.#list(keys) }) : say(this, "nothing");
  }

  /** "ticks of 3 checklists and 1 other entry": kinds with words of their own in the markup, the rest together. @param {string[]} keys */
  #list(keys) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const key of keys) {
      const [, kind = ""] = key.split(":");
      const known = templateOf(this, kind, 1) ? kind : "other";
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    const things = [...counts].map(([kind, count]) => say(this, kind, { count }));
    return new Intl.ListFormat(languageOf(this)).format(things);
  }
}

customElements.define("ew-clear", EwClear);
