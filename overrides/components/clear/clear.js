const PREFIX = "ew:";

/** Clears every entry this site keeps in the browser's storage, after one more click, and says what they were. */
export class EwClear extends HTMLElement {
  /** @type {AbortController | null} */
  #listening = null;

  connectedCallback() {
    if (this.#listening) return;
    this.#listening = new AbortController();
    this.#part("ask").hidden = false;
    this.querySelector("button")?.addEventListener("click", () => this.#clear(), this.#listening);
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#listening = null;
  }

  #clear() {
    const details = this.#part("ask");
    this.#part("status").textContent = this.#outcome();
    details.removeAttribute("open");
    details.querySelector("summary")?.focus(); // The button that had the focus is folded away.
    // Storage tells all tabs but the one that changed it: tell this one in the same words.
    dispatchEvent(new StorageEvent("storage", { key: null }));
  }

  /** Clears, and puts into words what was there. */
  #outcome() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      for (const key of keys) localStorage.removeItem(key);
      return keys.length ? this.#text("cleared", { things: this.#list(keys) }) : this.#text("nothing");
    } catch {
      return this.#text("refused");
    }
  }

  /** "ticks of 3 checklists and 1 other entry": kinds with words of their own in the markup, the rest together. @param {string[]} keys */
  #list(keys) {
    const locale = this.closest("[lang]")?.getAttribute("lang") || undefined;
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const key of keys) {
      const [, kind = ""] = key.split(":");
      const known = this.#template(`${CSS.escape(kind)}-other`) ? kind : "other";
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    const things = [...counts].map(([kind, count]) => {
      const form = `${kind}-${new Intl.PluralRules(locale).select(count)}`;
      return this.#text(this.#template(form) ? form : `${kind}-other`, { count });
    });
    return new Intl.ListFormat(locale).format(things);
  }

  /** @param {string} name @param {Record<string, string | number>} [values] */
  #text(name, values = {}) {
    const text = this.#template(name)?.content.textContent ?? "";
    return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  }

  /** @param {string} name @returns {HTMLTemplateElement | null} */
  #template(name) {
    return this.querySelector(`template[data-say="${name}"]`);
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    const part = this.querySelector(`[data-part=${name}]`);
    if (!(part instanceof HTMLElement)) throw new Error(`ew-clear: no part "${name}" in the markup`);
    return part;
  }
}
