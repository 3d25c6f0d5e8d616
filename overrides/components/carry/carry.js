import { buttonAt } from "../base/component.js";
import { copyOrOffer, download, printAlone } from "../base/export.js";
import { say, sayDay } from "../base/messages.js";
import { Learning } from "../progress/learning.js";
import { encode, fromText, isCarrier, merge, NOTHING, news, toLink } from "../progress/state.js";
import { read, setCarried, today, write } from "../progress/store.js";
import { draw } from "./code.js";

/** @typedef {import("../progress/state.js").Progress} Progress */

/** Carries progress away as a file, a link, a code or a sheet, and adds what any of them brings. */
export class EwCarry extends Learning {
  /** @type {Progress} */
  #incoming = NOTHING;
  /** @type {Progress} */
  #before = NOTHING;
  /** The code of what was there once the incoming was added. */
  #added = "";
  /** The code of what a link or a code on show holds. */
  #shown = "";

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.find("scriptless").hidden = true;
    this.find("panel").hidden = false;
    this.addEventListener("click", ({ target }) => this.#press(target), { signal });
    this.find("restore").addEventListener("submit", () => this.#look(this.#text.value), { signal });
    this.find("file").addEventListener("change", () => this.#open(), { signal });
    addEventListener("hashchange", () => this.#takeUp(), { signal });
    this.#takeUp();
  }

  get #text() {
    return /** @type {HTMLTextAreaElement} */ (this.find("text"));
  }

  get #link() {
    return toLink(this.dataset.address ?? "", read());
  }

  /** @param {Progress} progress */
  show(progress) {
    // To take back what was added is offered until something else is done.
    const code = encode(progress);
    if (code !== this.#added) this.find("undo").hidden = true;
    if (code === this.#shown) return;
    for (const part of ["by-hand", "scan"]) this.find(part).hidden = true; // it would leave out what was done since
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = buttonAt(target);
    const deeds = /** @type {Record<string, () => unknown>} */ ({
      file: () => this.#away(() => this.#saveFile()),
      link: () => this.#away(() => this.#copyLink()),
      code: () => this.#away(() => this.#showCode()),
      sheet: () => this.#away(() => this.#printSheet()),
      add: () => this.#add(),
      leave: () => this.#settle(say(this, "left")),
      undo: () => this.#undo(),
    });
    deeds[button?.dataset.do ?? ""]?.();
  }

  /** @param {string} words */
  #tell(words) {
    this.find("status").textContent = words;
  }

  /** Carry what is done away, unless nothing is. @param {() => Promise<boolean> | boolean} way tells whether it went */
  async #away(way) {
    if (read().size === 0) this.#tell(say(this, "empty"));
    else if (await way()) setCarried();
  }

  #saveFile() {
    download(say(this, "filename"), `${this.#link}\n`, "text/plain");
    this.#tell(say(this, "filed"));
    return true;
  }

  async #copyLink() {
    const link = this.#link;
    const copied = await copyOrOffer(link, this.find("by-hand"));
    if (!copied) this.#shown = encode(read());
    this.#tell(say(this, copied ? "linked" : "uncopied"));
    return true;
  }

  async #showCode() {
    this.#shown = encode(read());
    const drawn = await this.#draw("scan");
    this.find("scan").hidden = !drawn;
    if (drawn) this.#tell(say(this, "drawn"));
    return drawn;
  }

  /** Draw the link as a code in this part, or say why it is not there. @param {string} part */
  async #draw(part) {
    const outcome = await draw(this.find(part).querySelector("svg") ?? this, this.#link);
    this.#tell(outcome === "drawn" ? "" : say(this, outcome));
    return outcome === "drawn";
  }

  async #printSheet() {
    const sheet = this.find("sheet");
    if (!(await this.#draw("sheet"))) return false;
    this.find("sheet-holds").textContent = this.#holds(read(), 0);
    this.find("sheet-link").textContent = this.#link;
    sheet.hidden = false;
    printAlone("carry", () => {
      sheet.hidden = true;
    });
    return true;
  }

  /** @param {Progress} progress @param {number} found how much of it is new, or 0 where that is not asked */
  #holds(progress, found) {
    const days = [...progress.values()].map(({ day }) => day);
    const date = sayDay(this, Math.max(...days));
    return say(this, found ? "holds" : "sheet", { count: progress.size, date, news: found });
  }

  /** Look at what a link in the address brings, and take it out of the address, where a bookmark would repeat it. */
  #takeUp() {
    if (!isCarrier(location.hash)) return;
    const text = location.hash;
    history.replaceState(null, "", location.pathname + location.search);
    this.#look(text);
  }

  async #open() {
    const input = /** @type {HTMLInputElement} */ (this.find("file"));
    const file = input.files?.[0];
    const text = await file
      ?.slice(0, 100_000)
      .text()
      .catch(() => null);
    if (text == null) this.#settle(file ? say(this, "unreadable") : "");
    else this.#look(text);
    input.value = "";
  }

  /** Say what was brought, and change nothing yet. @param {string} text */
  #look(text) {
    const brought = fromText(text, today());
    if (!brought || brought.size === 0) {
      this.#settle(say(this, "malformed"));
      return;
    }
    const found = news(read(), brought).length;
    if (!found) {
      this.#settle(say(this, "known"));
      return;
    }
    this.#incoming = brought;
    this.#tell("");
    this.find("holds").textContent = this.#holds(brought, found);
    this.find("incoming").hidden = false;
    this.find("incoming").focus();
  }

  #add() {
    const incoming = this.#incoming;
    this.#before = read();
    const count = news(this.#before, incoming).length;
    write((progress) => merge(progress, incoming));
    setCarried(incoming);
    this.#added = encode(read());
    this.find("undo").hidden = false;
    this.#settle(say(this, "added", { count }));
  }

  #undo() {
    const before = this.#before;
    write(() => before);
    this.#settle(say(this, "undone"));
  }

  /** Done with what was brought, and say how it ended. @param {string} words */
  #settle(words) {
    this.#incoming = NOTHING;
    this.#text.value = "";
    this.find("incoming").hidden = true;
    this.#tell(words);
    if (words) this.find("status").focus(); // what had the focus may be gone, and the words may be out of sight
  }
}

customElements.define("ew-carry", EwCarry);
