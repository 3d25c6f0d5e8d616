/** @typedef {{ id: string, url: string, side: string, title: string, summary: string }} Found */

const OPTIONS = {
  fields: ["title", "asks", "summary", "text"],
  storeFields: ["url", "side", "title", "summary"],
  searchOptions: { boost: { asks: 4, title: 3, summary: 2 }, prefix: true, fuzzy: 0.2 },
};
const SHOWN = 8;

/** Search in a dialog. The index is fetched when someone searches, and not before. */
export class EwSearch extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {Promise<import("./vendor/minisearch.js").default> | undefined} */
  #index;

  connectedCallback() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const open = this.#part("open");
    open.hidden = false;
    open.addEventListener("click", () => this.#open(), { signal });
    this.#input.addEventListener("input", () => this.#search(), { signal });
    this.#dialog.addEventListener("keydown", (event) => this.#walk(event), { signal });
    const asked = new URLSearchParams(location.search).get("q");
    if (asked !== null) this.#open(asked);
  }

  disconnectedCallback() {
    this.#listening?.abort();
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

  #open(words = this.#input.value) {
    this.#input.value = words;
    this.#dialog.showModal();
    this.#input.select();
    this.#search();
  }

  async #search() {
    const words = this.#input.value.trim();
    try {
      this.#index ??= this.#load();
      const index = await this.#index;
      if (words !== this.#input.value.trim()) return; // a later key was pressed meanwhile
      this.#show(words ? /** @type {any[]} */ (index.search(words)).slice(0, SHOWN) : undefined);
    } catch {
      this.#index = undefined;
      this.#part("count").textContent = this.#words("unreachable", 0);
    }
  }

  async #load() {
    const [{ default: MiniSearch }, response] = await Promise.all([
      import("./vendor/minisearch.js"),
      fetch(this.dataset.index ?? ""),
    ]);
    if (!response.ok) throw new Error(String(response.status));
    const index = new MiniSearch(OPTIONS);
    index.addAll(await response.json());
    return index;
  }

  /** @param {Found[] | undefined} found */
  #show(found) {
    this.#part("results").replaceChildren(...(found ?? []).map((result) => this.#result(result)));
    const form = found?.length
      ? new Intl.PluralRules(document.documentElement.lang).select(found.length)
      : "none";
    this.#part("count").textContent = found ? this.#words(form, found.length) : "";
  }

  /** @param {Found} found */
  #result(found) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector('template[data-part="result"]'));
    const item = /** @type {HTMLElement} */ (template.content.cloneNode(true)).firstElementChild;
    const side = /** @type {HTMLTemplateElement} */ (
      this.querySelector(`template[data-side="${found.side}"]`)
    );
    const [name, target, summary] = /** @type {HTMLElement[]} */ ([
      .../** @type {Element} */ (item).children,
    ]);
    /** @type {HTMLElement} */ (item).dataset.side = found.side;
    name.textContent = side.content.textContent;
    const link = /** @type {HTMLAnchorElement} */ (target.firstElementChild);
    link.textContent = found.title;
    link.href = `${this.dataset.base?.replace(/\/$/, "")}/${found.url}`;
    summary.textContent = found.summary;
    return /** @type {Element} */ (item);
  }

  /**
   * @param {string} form
   * @param {number} count
   */
  #words(form, count) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-say="${form}"]`));
    return template.content.textContent?.replace("{count}", String(count)) ?? "";
  }

  /** Arrow keys walk through the field and the results. @param {KeyboardEvent} event */
  #walk(event) {
    if (event.key === "Enter" && event.target === this.#input) this.#first(event);
    // Escape in a search field only empties it.
    if (event.key === "Escape") this.#dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    /** @type {(Element | null)[]} */
    const stops = [this.#input, ...this.#dialog.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  }

  /** Enter in the field goes to the first result. @param {Event} event */
  #first(event) {
    event.preventDefault();
    this.#dialog.querySelector("a")?.click();
  }
}
