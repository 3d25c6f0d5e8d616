import { Component } from "../base/component.js";
import { copyText, download } from "../base/export.js";
import { languageOf, say } from "../base/messages.js";
import { fill, stretchOf, toDocx, toHtml, toText } from "./letter.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * Around a letter that already reads: fills it in as its blanks are typed, lets no gap out unnoticed, and carries it
 * out. It keeps nothing: what is typed stands in the fields and the preview, and once emptied can be brought back, until
 * the page is left. All its words are in the markup.
 */
export class EwLetter extends Component {
  /** The button that was pressed while there were gaps, and waits for them to be filled or accepted. @type {HTMLElement | null} */
  #held = null;

  /** What emptying the form took away, until something is typed or the page is left. @type {Map<string, string> | null} */
  #taken = null;

  /** Whether anything was typed here: the page may still be loading. */
  #typed = false;

  /** @param {AbortSignal} signal */
  start(signal) {
    this.addEventListener("input", () => this.#onInput(), { signal });
    this.addEventListener("click", (event) => this.#onClick(event), { signal });
    this.addEventListener("focusin", ({ target }) => this.#onFocus(target), { signal });
    // Emptied on leaving, since the back button may find the page kept whole; and on coming, unless a reader was faster
    // than the rest of the page, since a browser may have put its own memory of the fields into them.
    addEventListener("pagehide", () => this.#empty(), { signal });
    addEventListener("pageshow", ({ persisted }) => (persisted || !this.#typed) && this.#empty(), { signal });
    this.find("form").hidden = false;
    this.find("actions").hidden = false;
    this.find("by-hand").hidden = true;
    this.#render();
  }

  // ---- What stands in the page

  /** @returns {Field[]} */
  get #fields() {
    return [...this.find("form").querySelectorAll("input, textarea")].map(
      (field) => /** @type {Field} */ (field),
    );
  }

  /** What is typed, by blank. */
  get #values() {
    return new Map(this.#fields.map((field) => [field.dataset.blank ?? "", field.value]));
  }

  get #gaps() {
    return this.#fields.filter((field) => !field.value.trim());
  }

  /** The template behind the preview, whatever is filled in just now. @returns {import("./letter.js").Template} */
  get #template() {
    const labels = this.#labels;
    return [...this.find("sheet").querySelectorAll("p")].map((paragraph) => {
      /** @type {import("./letter.js").Piece[][]} */
      const lines = [[]];
      for (const node of paragraph.childNodes) {
        const blank = (node instanceof HTMLElement && node.dataset.blank) || "";
        if (node instanceof HTMLBRElement) lines.push([]);
        else lines[lines.length - 1].push({ text: labels.get(blank) ?? node.textContent ?? "", blank });
      }
      return lines;
    });
  }

  get #labels() {
    return new Map(
      this.#fields.map(({ dataset, labels }) => [dataset.blank ?? "", labels?.[0].textContent ?? ""]),
    );
  }

  // ---- What the clinician does

  #onInput() {
    this.#typed = true;
    this.#offer();
    if (!this.#held || this.#gaps.length === 0) this.#say();
    this.#render();
  }

  /** Browsers bring the caret of a textarea into sight, and leave the rest of it behind the edge. @param {EventTarget | null} target */
  #onFocus(target) {
    if (target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: "nearest" });
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const control = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    if (!(control instanceof HTMLElement)) return;
    switch (control.dataset.do) {
      case "carry":
        return this.#gaps.length > 0 ? this.#hold(control) : void this.#carryOut(control);
      case "anyway":
        this.#held?.focus(); // The control that has the focus is about to go.
        return void (this.#held && this.#carryOut(this.#held));
      case "go":
        event.preventDefault(); // A fragment would stay in the history.
        return this.#fields.find((field) => field.dataset.blank === control.dataset.to)?.focus();
      case "reset":
        return this.#onReset();
      case "undo":
        return this.#takeBack();
    }
  }

  /** A form that is as it came has nothing to take, and leaves what was taken before. */
  #onReset() {
    if (this.#fields.some(({ value, defaultValue }) => value !== defaultValue)) this.#taken = this.#values;
    // The browser resets the fields only after this event.
    setTimeout(() => this.#empty("emptied", this.#taken));
  }

  #takeBack() {
    const taken = this.#taken;
    if (!taken) return;
    for (const field of this.#fields) field.value = taken.get(field.dataset.blank ?? "") ?? "";
    this.find("reset").focus(); // The control that has the focus is about to go.
    this.#offer();
    this.#say("undone");
    this.#render();
  }

  /** Offer to bring back what was `taken`, or forget it. @param {Map<string, string> | null} [taken] */
  #offer(taken = null) {
    this.#taken = taken;
    this.find("undo").hidden = !taken;
  }

  /** Back to what the page came with. @param {string} [message] @param {Map<string, string> | null} [taken] */
  #empty(message, taken) {
    /** @type {HTMLFormElement} */ (this.find("form")).reset();
    this.#offer(taken);
    this.#say(message);
    this.#render();
  }

  // ---- What the clinician sees and hears

  #render() {
    const [values, labels] = [this.#values, this.#labels];
    for (const place of this.find("sheet").querySelectorAll("[data-blank]")) {
      const blank = place.getAttribute("data-blank") ?? "";
      const { text, gap } = stretchOf({ blank, text: labels.get(blank) ?? "" }, values);
      if (place.textContent !== text) place.textContent = text;
      place.toggleAttribute("data-gap", gap);
    }
    this.#renderHeld();
  }

  /** Which blanks hold the letter back, if any. */
  #renderHeld() {
    const gaps = new Set(this.#held ? this.#gaps : []);
    this.toggleAttribute("data-held", gaps.size > 0);
    this.find("gaps").hidden = this.find("anyway").hidden = gaps.size === 0;
    for (const field of this.#fields) {
      const listed = this.querySelector(`[data-gap-of="${field.dataset.blank}"]`);
      listed?.toggleAttribute("hidden", !gaps.has(field));
      field.ariaInvalid = gaps.has(field) ? "true" : null;
    }
  }

  /** @param {HTMLElement} button */
  #hold(button) {
    this.#say("gaps");
    this.#held = button;
    this.#renderHeld();
    this.find("message").scrollIntoView({ block: "nearest" });
  }

  /** Say one thing in the live region, in place of the last; nothing is held back any more. @param {string} [message] @param {import("../base/messages.js").Values} [values] */
  #say(message = "", values = {}) {
    this.#held = null;
    this.#renderHeld();
    this.find("message").textContent = message && say(this, message, values);
  }

  /** How many gaps go out with the letter, in words. */
  #marked() {
    const count = this.#gaps.length;
    return count ? say(this, "marked", { count }) : "";
  }

  // ---- Out of the page

  /** @param {HTMLElement} button */
  async #carryOut(button) {
    const { as = "", file = "" } = button.dataset;
    const marked = this.#marked();
    const letter = fill(this.#template, this.#values);
    const carrier = {
      rich: () => this.#copyRich(letter),
      text: () => this.#copyText(letter),
      docx: () => this.#download(letter, file),
    }[as];
    this.#say(await carrier?.(), { marked, file });
  }

  /**
   * The older way to copy. Chromium holds what it is given by the newer one against the page's own policy, which lets
   * no style attribute pass: each marked gap would be a breach.
   * @param {import("./letter.js").Letter} letter
   */
  async #copyRich(letter) {
    const put = (/** @type {ClipboardEvent} */ event) => {
      event.preventDefault();
      event.clipboardData?.setData("text/html", toHtml(letter));
      event.clipboardData?.setData("text/plain", toText(letter));
    };
    this.#select(); // Safari copies nothing where nothing is selected.
    document.addEventListener("copy", put, { once: true });
    const copied = document.execCommand("copy");
    document.removeEventListener("copy", put);
    getSelection()?.removeAllRanges();
    if (copied) return "rich";
    return (await this.#copyText(letter)) === "text" ? "plain" : "uncopied";
  }

  /** @param {import("./letter.js").Letter} letter */
  async #copyText(letter) {
    if (await copyText(toText(letter))) return "text";
    this.#select();
    return "uncopied";
  }

  #select() {
    getSelection()?.selectAllChildren(this.find("sheet"));
  }

  /** @param {import("./letter.js").Letter} letter @param {string} file */
  async #download(letter, file) {
    try {
      const { strToU8, zipSync } = await import("./vendor/fflate.js");
      const parts = Object.entries(toDocx(letter, languageOf(this) ?? "en"));
      const files = Object.fromEntries(parts.map(([path, text]) => [path, strToU8(text)]));
      download(file, zipSync(files), DOCX);
      return "docx";
    } catch {
      return "undownloaded";
    }
  }
}

customElements.define("ew-letter", EwLetter);
