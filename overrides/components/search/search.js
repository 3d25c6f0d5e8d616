import { Component } from "../base/component.js";
import { copyText } from "../base/export.js";
import { say } from "../base/messages.js";
import { numbers } from "./numbers.js";

/** @typedef {import("./engine.js").Entry} Entry */

const SHOWN = 8;

/** Search in a dialog. The index is fetched when someone searches, and not before. */
export class EwSearch extends Component {
  /** @type {Worker | undefined} */
  #worker;
  /** Whether what it knows is there. */
  #ready = false;

  /** @param {AbortSignal} signal */
  start(signal) {
    const open = this.find("open");
    open.hidden = false;
    for (const button of [open, ...this.#others])
      button.addEventListener("click", () => this.#open(), { signal });
    for (const button of this.#others) button.hidden = false;
    addEventListener("online", () => this.#dialog.open && !this.#worker && this.#ask(), { signal });
    document.addEventListener("keydown", (event) => this.#shortcut(event), {
      signal,
    });
    this.#input.addEventListener("input", () => this.#ask(), { signal });
    this.find("copy").addEventListener("click", () => this.#copy(), { signal });
    this.#dialog.addEventListener("keydown", (event) => this.#walk(event), {
      signal,
    });
    this.#dialog.addEventListener("close", () => this.#return(open), { signal });
    signal.addEventListener("abort", () => this.#rest());
    const asked = new URLSearchParams(location.search).get("q");
    if (asked !== null) this.#open(asked);
  }

  #rest() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  /** @returns {HTMLElement[]} what else on the page opens it */
  get #others() {
    return [...document.querySelectorAll("[data-search]")].filter((each) => each instanceof HTMLElement);
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

  /** The dialog gives the focus back to what had it. Where that is gone, or nothing had it, this has it. @param {HTMLElement} open */
  #return(open) {
    const { activeElement: held } = document;
    if (held === document.body || this.#dialog.contains(held)) open.focus();
  }

  /** With a modifier, so that it takes no letter from whoever types or speaks. @param {KeyboardEvent} event */
  #shortcut(event) {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!this.#dialog.open) this.#open();
  }

  #ask() {
    // What WebKit sets the field back to in a page that it kept whole for the back button.
    this.#input.defaultValue = this.#input.value;
    if (!this.#worker) {
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), {
        type: "module",
      });
      this.#worker.addEventListener("message", ({ data }) => this.#answered(data));
      this.#worker.addEventListener("error", () => this.#answered({ typed: this.#typed }));
    }
    if (!this.#ready) this.find("count").textContent = say(this, "loading");
    this.find("meanwhile").hidden = this.#ready;
    this.#worker.postMessage(this.#typed);
  }

  /** @param {{ typed: string, answer?: import("./engine.js").Answer }} data */
  #answered({ typed, answer }) {
    this.#ready = Boolean(answer);
    this.find("meanwhile").hidden = this.#ready;
    // Where some of it did not come, the next words are for another worker, which asks for all of it anew.
    if (!answer) this.#rest();
    else if (typed !== this.#typed) return; // a later key was pressed meanwhile
    const found = answer?.found ?? [];
    const shown = found.slice(0, SHOWN).map((entry) => this.#result(entry));
    // Who looks after somebody else in danger needs the page to follow before a country's many lines.
    const leading = answer?.danger && answer.danger !== "reader" ? 1 : 0;
    this.find("follow").replaceChildren(...shown.slice(0, leading));
    this.find("results").replaceChildren(...shown.slice(leading));
    this.#warn(answer);
    this.find("nothing").hidden =
      !answer || !typed || answer.danger !== undefined || (answer.isClear && shown.length > 0);
    const missed = /** @type {HTMLInputElement} */ (this.find("missed"));
    missed.value = (missed.dataset.words ?? "").replace("{words}", () => typed);
    this.find("count").textContent = this.#outcome(typed, answer);
  }

  /** Say whose danger it is, and give the numbers for it. @param {import("./engine.js").Answer} [answer] */
  #warn(answer) {
    const urgent = this.find("urgent");
    urgent.hidden = !answer?.danger;
    if (!answer?.danger) return;
    const told = /** @type {NodeListOf<HTMLElement>} */ (urgent.querySelectorAll("[data-danger]"));
    for (const each of told) each.hidden = each.dataset.danger !== answer.danger;
    const places = { emergency: this.find("emergency"), lines: this.find("lines") };
    numbers(this, places, answer.contacts, answer.danger === "reader");
  }

  /**
   * How many pages fit, or that none does; and what it seems to be about, if that is none of the guide's business.
   * @param {string} typed
   * @param {import("./engine.js").Answer} [answer]
   */
  #outcome(typed, answer) {
    if (!answer) return say(this, "unreachable");
    if (!typed) return "";
    const { found, isClear, forClients, outside, danger } = answer;
    const about = danger
      ? `${say(this, "numbers")} `
      : outside
        ? `${say(this, "outside", { topic: outside })} `
        : "";
    if (!found.length) return about + say(this, "none");
    if (forClients) return say(this, "clients");
    return about + (isClear ? say(this, "found", { count: found.length }) : say(this, "nearest"));
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

  /** What was missing is copied for someone to pass on; nothing leaves the page by itself. */
  async #copy() {
    const missed = /** @type {HTMLInputElement} */ (this.find("missed"));
    const copied = await copyText(missed.value);
    if (!copied) missed.select();
    this.find("count").textContent = say(this, copied ? "copied" : "not-copied");
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
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return; // a list of countries has arrow keys of its own
    const next = stops[at + step];
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  }

  /** Enter in the field goes to the first result, or asks again for what did not come. @param {Event} event */
  #first(event) {
    event.preventDefault();
    if (!this.#worker) this.#ask();
    /** @type {HTMLElement | null} */ (this.querySelector(".results a"))?.click();
  }
}

customElements.define("ew-search", EwSearch);
