/** @typedef {import("./engine.js").Entry} Entry */

const SHOWN = 8;

/** Search in a dialog. The index is fetched when someone searches, and not before. */
export class EwSearch extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {Worker | undefined} */
  #worker;

  connectedCallback() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const open = this.#part("open");
    open.hidden = false;
    open.addEventListener("click", () => this.#open(), { signal });
    this.#input.addEventListener("input", () => this.#ask(), { signal });
    this.#part("copy").addEventListener("click", () => this.#copy(), { signal });
    this.#dialog.addEventListener("keydown", (event) => this.#walk(event), { signal });
    this.#dialog.addEventListener("close", () => open.focus(), { signal });
    const asked = new URLSearchParams(location.search).get("q");
    if (asked !== null) this.#open(asked);
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get #typed() {
    return this.#input.value.trim();
  }

  #open(words = this.#input.value) {
    this.#input.value = words;
    this.#dialog.showModal();
    this.#input.select();
    this.#ask();
  }

  #ask() {
    if (!this.#worker) {
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.#worker.addEventListener("message", ({ data }) => this.#answered(data));
      this.#worker.addEventListener("error", () => this.#answered({ typed: this.#typed }));
    }
    this.#worker.postMessage({
      index: new URL(this.dataset.index ?? "", location.href).href,
      typed: this.#typed,
    });
  }

  /** @param {{ typed: string, answer?: import("./engine.js").Answer }} data */
  #answered({ typed, answer }) {
    if (typed !== this.#typed) return; // a later key was pressed meanwhile
    const found = answer?.found.slice(0, SHOWN) ?? [];
    this.#part("results").replaceChildren(...found.map((entry) => this.#result(entry)));
    this.#part("urgent").hidden = !answer?.urgent;
    this.#part("nothing").hidden = !answer || !typed || found.length > 0;
    const missed = /** @type {HTMLInputElement} */ (this.#part("missed"));
    missed.value = (missed.dataset.words ?? "").replace("{words}", () => typed);
    this.#part("count").textContent = this.#outcome(typed, found.length, answer);
  }

  /**
   * @param {string} typed
   * @param {number} count
   * @param {import("./engine.js").Answer} [answer]
   */
  #outcome(typed, count, answer) {
    if (!answer) return this.#words("unreachable");
    if (!typed) return "";
    if (answer.outside) return this.#words("outside", answer.outside);
    const form = count ? new Intl.PluralRules(document.documentElement.lang).select(count) : "none";
    return this.#words(form, String(count));
  }

  /** @param {Entry} entry */
  #result({ id, kind, side, title, summary, first }) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector('template[data-part="result"]'));
    const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const of = (/** @type {string} */ name) => /** @type {HTMLElement} */ (item.querySelector(name));
    const named = /** @type {HTMLTemplateElement} */ (
      this.querySelector(`template[data-side="${side ?? kind}"]`)
    );
    if (side) of("li").dataset.side = side;
    of(".side").textContent = named.content.textContent;
    const link = /** @type {HTMLAnchorElement} */ (of("a"));
    link.textContent = title;
    link.href = `${this.dataset.base?.replace(/\/$/, "")}/${id}`;
    of(".because").textContent = summary;
    of(".first span").textContent = first ?? "";
    of(".first").hidden = !first;
    return item;
  }

  /**
   * @param {string} form
   * @param {string} [value]
   */
  #words(form, value = "") {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-say="${form}"]`));
    return (template.content.textContent ?? "").replace(/\{\w+\}/, () => value);
  }

  /** What was missing is copied for someone to pass on; nothing leaves the page by itself. */
  async #copy() {
    const missed = /** @type {HTMLInputElement} */ (this.#part("missed"));
    try {
      await navigator.clipboard.writeText(missed.value);
      this.#part("count").textContent = this.#words("copied");
    } catch {
      missed.select();
      this.#part("count").textContent = this.#words("not-copied");
    }
  }

  /** Arrow keys walk through the field and what can be followed. @param {KeyboardEvent} event */
  #walk(event) {
    if (event.key === "Enter" && event.target === this.#input) this.#first(event);
    // Escape in a search field only empties it.
    if (event.key === "Escape") this.#dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    /** @type {(Element | null)[]} */
    const stops = [
      this.#input,
      ...[...this.#dialog.querySelectorAll("a")].filter((link) => link.checkVisibility()),
    ];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  }

  /** Enter in the field goes to the first result. @param {Event} event */
  #first(event) {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (this.#part("results").querySelector("a"))?.click();
  }
}
