import { buttonAt, Component } from "../base/component.js";
import { copyOrOffer, copyRich, printAlone } from "../base/export.js";
import { say, templateOf } from "../base/messages.js";
import { showAbove } from "../base/sheet.js";
import { drop, isThirdPartyFrame, keep, keeps, kept, keysOf, setAside } from "../base/storage.js";
import { sheetOf, toHtml, toMarkdown, toTasks, toText } from "./export.js";
import * as state from "./state.js";

const PREFIX = "ew:checklist:";
/** What this page cannot read, perhaps of a later guide: set aside, not written over. */
const UNREAD = "ew:checklist-unread:";
/** setTimeout takes no longer delay than this: beyond it, it fires at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** @typedef {import("../base/messages.js").Values} Values */

/**
 * Around a checklist that already reads, ticks and resets: remembers ticks as runs, keeps tabs in step, says what
 * happened, and carries the list out of the page. All its words are in the markup.
 */
export class EwChecklist extends Component {
  #store = state.EMPTY;
  /** The run in view. */
  #name = state.NONE;
  /** @type {(() => void) | null} */
  #undo = null;
  #said = "";
  #saves = true;
  #timer = 0;
  /** @type {Map<string, HTMLInputElement>} boxes by step id */
  #boxes = new Map();
  /** @type {Map<string, string>} today's step id by retired id */
  #aliases = new Map();

  /** @param {AbortSignal} signal */
  start(signal) {
    this.#gather();
    this.#listen(signal);
    this.#showSaves(keeps());
    this.#show("apart", this.#saves && isThirdPartyFrame());
    this.#show("runs", true);
    this.#show("carry", true);
    this.#prepare(signal);
    const early = this.#early;
    this.#load();
    this.#adopt(early);
    this.#openLink();
    for (const act of ["pointerover", "keydown", "scroll"])
      addEventListener(act, () => this.#fetchForPaper(), { once: true, passive: true, signal });
  }

  /** What stands on paper alone is fetched once somebody is at the page: while it is printed, it may come too late. */
  #fetchForPaper() {
    const images = /** @type {NodeListOf<HTMLImageElement>} */ (
      document.querySelectorAll("img[loading=lazy]")
    );
    for (const image of images) image.loading = "eager";
  }

  #gather() {
    const all = (/** @type {string} */ selector) =>
      /** @type {HTMLElement[]} */ ([...this.querySelectorAll(selector)]);
    const boxes = /** @type {HTMLInputElement[]} */ (all("input[name=step]"));
    this.#boxes = new Map(boxes.map((box) => [box.value, box]));
    this.#aliases = new Map(
      all("[data-aliases]").flatMap((step) =>
        (step.dataset.aliases ?? "").split(" ").map((old) => [old, step.querySelector("input")?.value ?? ""]),
      ),
    );
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.addEventListener("change", ({ target }) => this.#onChange(target), { signal });
    this.addEventListener("click", ({ target }) => this.#onClick(target), { signal });
    this.addEventListener("reset", () => this.#onReset(), { signal });
    addEventListener("storage", (event) => this.#onStorage(event), { signal });
    addEventListener("hashchange", () => this.#openLink(), { signal });
    // A page kept whole for the back button heard no storage events meanwhile.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#load(), { signal });
    // Timers stand still while a phone sleeps.
    document.addEventListener("visibilitychange", () => this.#endWhenDue(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** What the script adds to the page: steps that fold, a short form, and a bar that stays in sight. @param {AbortSignal} signal */
  #prepare(signal) {
    for (const step of this.querySelectorAll(".step")) this.#makeFold(step);
    for (const button of this.#controls('[data-list="short"]')) {
      button.hidden = false;
      button.addEventListener("click", () => this.#shorten(), { signal });
    }
    for (const opener of this.#controls("[data-shows]")) {
      const part = /** @type {HTMLElement | null} */ (document.querySelector(opener.dataset.shows ?? ""));
      opener.hidden = !part;
      opener.addEventListener("click", (event) => part && this.#showAbove(part, opener, event), { signal });
    }
    const answer = document.querySelector(".answer");
    const observer = new IntersectionObserver(([{ isIntersecting }]) =>
      this.toggleAttribute("data-away", !isIntersecting),
    );
    if (answer) observer.observe(answer);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /** @param {HTMLElement} part @param {HTMLElement} opener @param {Event} event */
  #showAbove(part, opener, event) {
    event.preventDefault();
    showAbove(part, opener, this.#copyOf("close"));
  }

  /** A done step shows its words again when asked. @param {Element} step */
  #makeFold(step) {
    const button = this.#copyOf("unfold");
    const name = /** @type {Element} */ (button.firstElementChild);
    const said = step.querySelector(".do")?.textContent ?? "";
    name.textContent = name.textContent?.replace("{step}", () => said) ?? "";
    step.querySelector("label")?.after(button);
  }

  /** The button in a template. @param {string} name */
  #copyOf(name) {
    const template = /** @type {HTMLTemplateElement} */ (this.find(name));
    return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  }

  /** Whether the list stands on another page than its own. */
  get #isGuest() {
    return this.closest("ew-embed") !== null;
  }

  /** In the list and, on its own page, in the answer at the head. @param {string} css */
  #controls(css) {
    const own = [...this.querySelectorAll(css)];
    const others = this.#isGuest ? [] : document.querySelectorAll(`.answer ${css}`);
    return /** @type {HTMLElement[]} */ ([...own, ...others]);
  }

  #shorten() {
    const stay = this.#place();
    const short = this.toggleAttribute("data-short");
    for (const button of this.#controls('[data-list="short"]')) button.ariaPressed = String(short);
    for (const step of this.querySelectorAll(".step[data-open]")) this.#unfold(step, false);
    stay();
  }

  /** What brings back into its place, once the list is longer or shorter, the step that is being read, if there is one. */
  #place() {
    const box = (/** @type {Element} */ step) => step.getBoundingClientRect();
    const steps = [...this.querySelectorAll(".step")].filter((each) => box(each).top < innerHeight / 3);
    const step = steps.at(-1);
    if (!step) return () => {};
    const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
    const { top, bottom } = box(step);
    const side = bottom > edge ? "top" : "bottom";
    const before = bottom > edge ? Math.max(top, edge) : bottom;
    return () => scrollBy({ top: box(step)[side] - before, behavior: "instant" });
  }

  /** @param {Element | null} step @param {boolean} on */
  #unfold(step, on) {
    step?.toggleAttribute("data-open", on);
    step?.querySelector("[aria-expanded]")?.setAttribute("aria-expanded", String(on));
  }

  get #key() {
    return PREFIX + this.dataset.path;
  }

  get #version() {
    return this.dataset.version ?? "";
  }

  /** How long after its last tick a run ends, in milliseconds; 0: it stays until finished. */
  get #lifetime() {
    return Number(this.dataset.lifetime) * 60_000;
  }

  get #run() {
    return state.runOf(this.#store, this.#name);
  }

  // ---- Storage: where it takes nothing, ticks last for this visit only, and what it holds stays as it is.

  /** @param {string | null} text */
  #decode(text) {
    return state.rename(state.decode(text, Date.now()), this.#aliases);
  }

  #read() {
    return this.#decode(kept(this.#key));
  }

  #write() {
    const saves = this.#keep();
    if (!saves && this.#saves) this.#say("unsaved");
    this.#showSaves(saves);
  }

  /** Keep what is known, but not in place of what could not be read; tell whether it is kept. */
  #keep() {
    const before = kept(this.#key);
    if (before && !state.isWhole(before) && !setAside(UNREAD + this.dataset.path, before)) return false;
    if (!this.#store.runs.size) drop(this.#key);
    // Ticks of the last client must go, even if for want of room this page alone can bring them back.
    else if (![this.#store, state.terse(this.#store)].some((store) => keep(this.#key, state.encode(store))))
      return false;
    return this.#saves || keeps(); // A full storage takes once more what it holds, and no tick beyond it.
  }

  /** @param {boolean} saves */
  #showSaves(saves) {
    this.#saves = saves;
    this.#show("unsaved", !saves);
    this.#show("unkept", !saves);
    this.#show("keeping", saves);
  }

  /** Change what is kept, on top of what other tabs have written. @param {(store: state.Store) => state.Store} change */
  #commit(change) {
    this.#store = change(state.merge(this.#store, this.#read()));
    this.#write();
  }

  #load() {
    const text = kept(this.#key);
    const store = this.#decode(text);
    // Ticks that found no room are on this page alone.
    this.#store = this.#saves ? store : state.merge(this.#store, store);
    // What is past goes, and what was touched in the future was touched now.
    if (state.isWhole(text) && state.encode(store) !== text) this.#write();
    const [, chosen] = this.#store.chosen;
    if (this.#lifetime) this.#name = state.TIMED;
    else if (!this.#name && state.liveRuns(this.#store).includes(chosen)) this.#name = chosen;
    this.#refresh();
  }

  /** @param {StorageEvent} event */
  #onStorage({ key, newValue }) {
    if (key !== null && key !== this.#key) {
      if (!this.#saves) this.#write(); // Another page may have made room.
      return;
    }
    const theirs = this.#decode(newValue);
    // No value: cleared by the reader, and not to be brought back from this tab's memory.
    this.#store = newValue === null ? state.EMPTY : state.merge(this.#store, theirs);
    // A page that writes what this one cannot read is not answered: it would answer in turn, without end.
    if (newValue !== null && state.isWhole(newValue) && state.encode(this.#store) !== state.encode(theirs))
      this.#write();
    this.#say();
    this.#refresh();
  }

  /** Show the store as it is now, whoever changed it. */
  #refresh() {
    const lost = !this.#lifetime && this.#name && !state.liveRuns(this.#store).includes(this.#name);
    if (lost && this.#run.finished[1]) this.#say("finished", { word: this.#name });
    if (lost) this.#name = state.NONE;
    this.#render();
    this.#endWhenDue();
  }

  // ---- What the reader does

  /** @param {EventTarget | null} target */
  #onChange(target) {
    if (target instanceof HTMLSelectElement) this.#pick(target.value);
    else if (target instanceof HTMLInputElement && this.#boxes.has(target.value)) this.#tick(target);
  }

  /** @param {EventTarget | null} target */
  #onClick(target) {
    const button = buttonAt(target);
    const { as = "", ticks } = button?.dataset ?? {};
    switch (button?.dataset.do) {
      case "undo":
        return this.#takeBack();
      case "start":
        return this.#newRun("started");
      case "unfold": {
        const step = button.closest(".step");
        return this.#unfold(step, !step?.hasAttribute("data-open"));
      }
      case "finish":
        return this.#finish();
      case "print":
        return this.#print(ticks === "yes");
      case "copy":
        return void this.#copy(as);
      case "link":
        return void this.#copyLink();
    }
  }

  /** The steps that were ticked before the script was there: by a reader, and not by a browser that sets back what once was. */
  get #early() {
    if (!navigator.userActivation?.hasBeenActive) return [];
    const known = state.ticked(this.#run);
    return [...this.#boxes]
      .filter(([step, { checked }]) => checked && !known.includes(step))
      .map(([step]) => step);
  }

  /** Take over what was ticked on this page. @param {readonly string[]} steps */
  #adopt(steps) {
    if (steps.length === 0) return;
    this.#say();
    if (!this.#name) this.#newRun("started");
    this.#mark(steps, this.#version);
    this.#render();
  }

  /** Work on the page is one progress text, however long the list. @param {HTMLInputElement} box */
  #tick(box) {
    const { value, checked } = box;
    const told = this.#said === "ended";
    this.#say();
    this.#unfold(box.closest(".step"), false);
    if (!told) this.#endWhenDue(); // A tick that comes after the end begins the next run.
    if (!this.#name) this.#newRun("started");
    this.#commit((store) =>
      state.mark(store, this.#name, [value], checked, { now: Date.now(), version: this.#version }),
    );
    box.checked = checked;
    this.#report();
  }

  #onReset() {
    const { version } = this.#run;
    const steps = state.ticked(this.#run);
    if (steps.length === 0) return;
    this.#commit((store) => state.empty(store, this.#name, Date.now()));
    this.#render();
    this.#say("emptied", {}, () => this.#mark(steps, version));
  }

  /** @param {readonly string[]} steps @param {string} version that they were ticked in */
  #mark(steps, version) {
    this.#commit((store) => state.mark(store, this.#name, steps, true, { now: Date.now(), version }));
  }

  #takeBack() {
    const undo = this.#undo;
    this.#say("undone");
    undo?.();
    this.#render();
  }

  #endWhenDue() {
    const [lifetime, now] = [this.#lifetime, Date.now()];
    if (!lifetime) return;
    const expire = (/** @type {state.Store} */ store) => state.expire(store, lifetime, now);
    if (expire(this.#store) !== this.#store) {
      this.#commit(expire);
      this.#render();
    }
    this.#wait(); // Woken too early, if the clock was set back meanwhile.
    if (this.#said === "ended" || !state.endedByItself(this.#store, lifetime)) return;
    const { version } = this.#run;
    const steps = state.tickedBefore(this.#run);
    this.#say("ended", {}, () => this.#mark(steps, version));
  }

  // ---- Runs side by side

  /** @param {string} message @param {Values} [values] */
  #newRun(message, values = {}) {
    const words = (/** @type {string} */ list) => say(this, list).split(/\s+/);
    const word = state.codeWord(words("first-words"), words("second-words"), this.#taken(), Math.random());
    const now = Date.now();
    this.#name = word;
    this.#commit((store) =>
      state.choose(state.start(store, word, { now, version: this.#version }), word, now),
    );
    this.#render();
    this.#say(message, { word, ...values });
  }

  /** Code words in use on any list: in a client's record a word should mean one thing. */
  #taken() {
    const taken = new Set(this.#store.runs.keys());
    for (const key of keysOf(PREFIX) ?? [])
      for (const word of state.decode(kept(key), Date.now()).runs.keys()) taken.add(word);
    return taken;
  }

  #finish() {
    const word = this.#name;
    const set = (/** @type {boolean} */ on) => {
      this.#commit((store) => state.choose(state.finish(store, word, on, Date.now()), word, Date.now()));
      this.#name = on ? state.NONE : word;
    };
    set(true);
    this.#render();
    this.#say("finished", { word }, () => set(false));
  }

  /** @param {string} word */
  #pick(word) {
    this.#name = word;
    this.#commit((store) => state.choose(store, word, Date.now()));
    this.#render();
    this.#say("picked", { word });
  }

  // ---- What the reader sees and hears

  #render() {
    const done = new Set(state.ticked(this.#run));
    for (const [step, box] of this.#boxes) box.checked = done.has(step);
    for (const part of this.querySelectorAll("[data-part=word]")) part.textContent = this.#name;
    if (!this.#lifetime) this.#renderRuns();
    this.#report();
  }

  #renderRuns() {
    const runs = state.liveRuns(this.#store);
    const named = this.#name !== state.NONE;
    this.#show("named", named);
    this.#show("naming", named);
    this.#show("nameless", !named);
    this.#show("choice", runs.length > (named ? 1 : 0));
    this.find("start").textContent = say(this, runs.length ? "start-another" : "start-first");
    this.#show("finish", named, "start");
    const options = (named ? runs : [state.NONE, ...runs]).map((name) => {
      const option = new Option(
        name ? this.#progress("option", name) : say(this, "option-none"),
        name,
        false,
        name === this.#name,
      );
      option.disabled = !name;
      return option;
    });
    this.find("picker").replaceChildren(...options);
  }

  /** The few words that change with a tick. */
  #report() {
    this.find("progress").textContent = this.#progress("progress", this.#name);
    this.#show(
      "end",
      [...this.#boxes.values()].every(({ checked }) => checked),
    );
    const picked = this.querySelector("[data-part=picker] option:checked");
    if (picked && this.#name) picked.textContent = this.#progress("option", this.#name);
    this.#show("changed", state.ticked(this.#run).length > 0 && this.#run.version !== this.#version);
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
    const left = state.endOf(this.#store, this.#lifetime) - Date.now();
    if (!this.#lifetime || left === Infinity) return;
    this.#timer = setTimeout(() => this.#endWhenDue(), Math.min(left, LONGEST_DELAY));
  }

  /** @param {string} message @param {string} name */
  #progress(message, name) {
    const done = state.ticked(state.runOf(this.#store, name)).filter((step) => this.#boxes.has(step)).length;
    return say(this, message, { word: name, done, total: this.#boxes.size });
  }

  /**
   * Say one thing in the live region, in place of the last, and offer to take it back.
   * @param {string} [message]
   * @param {Values} [values]
   * @param {() => void} [undo]
   */
  #say(message = "", values = {}, undo) {
    if (!message && !this.#said) return;
    this.#said = message;
    this.#undo = undo ?? null;
    this.find("message").textContent = message && say(this, message, values);
    const offer = undo ? templateOf(this, message)?.dataset.offer : "";
    for (const name of ["undo", "recall"]) this.#show(name, name === offer, "short");
  }

  /**
   * Show or hide a part, if this list has it; focus does not vanish with it.
   * @param {string} name
   * @param {boolean} on
   * @param {string} [heir] the part that takes the focus over
   */
  #show(name, on, heir) {
    const part = /** @type {HTMLElement | null} */ (this.querySelector(`[data-part="${name}"]`));
    if (!part || part.hidden === !on) return;
    if (!on && heir && part.matches(":focus")) this.find(heir).focus();
    part.hidden = !on;
  }

  // ---- Out of the page and back

  #openLink() {
    const { hash, pathname, search } = location;
    if (!state.isFragment(hash)) return;
    history.replaceState(history.state, "", pathname + search);
    const link = state.fromFragment(hash);
    const steps = (link?.steps ?? []).map((step) => this.#aliases.get(step) ?? step);
    const known = [...new Set(steps)].filter((step) => this.#boxes.has(step));
    this.scrollIntoView();
    if (!link || known.length === 0) return this.#say("malformed");
    const count = steps.filter((step) => !this.#boxes.has(step)).length;
    const gone = count ? say(this, "gone", { count }) : "";
    if (this.#lifetime) this.#restore(known, link.version, gone);
    else {
      this.#newRun("restored-run", { gone });
      this.#mark(known, link.version);
      this.#render();
    }
  }

  /** Put other ticks into the one timed run. @param {readonly string[]} steps @param {string} version @param {string} gone */
  #restore(steps, version, gone) {
    const before = this.#run;
    const replace = (/** @type {readonly string[]} */ ticks, /** @type {string} */ since) => {
      this.#commit((store) => state.empty(store, this.#name, Date.now()));
      this.#mark(ticks, since);
    };
    replace(steps, version);
    this.#render();
    this.#say("restored", { gone }, () => replace(state.ticked(before), before.version));
  }

  async #copyLink() {
    const steps = state.ticked(this.#run).filter((step) => this.#boxes.has(step));
    if (steps.length === 0) return this.#say("unticked");
    await this.#copyText(this.dataset.address + state.toFragment(this.#version, steps), "copied-link");
  }

  /** @param {string} kind */
  async #copy(kind) {
    const sheet = sheetOf(this, /** @type {HTMLInputElement} */ (this.find("origin")).checked);
    if (kind === "text" || kind === "markdown")
      return this.#copyText(kind === "markdown" ? toMarkdown(sheet) : toText(sheet), `copied-${kind}`);
    const html = kind === "tasks" ? toTasks(sheet) : toHtml(sheet);
    this.#show("by-hand", false);
    if (await copyRich(html, toText(sheet))) this.#say(`copied-${kind}`);
    else await this.#copyText(toText(sheet), "copied-plain");
  }

  /** @param {string} text @param {string} message */
  async #copyText(text, message) {
    const copied = await copyOrOffer(text, this.find("by-hand"));
    this.#say(copied ? message : "uncopied");
  }

  /** @param {boolean} ticks */
  #print(ticks) {
    const { dataset } = document.documentElement;
    dataset.ticks = ticks ? "yes" : "no";
    this.toggleAttribute("data-alone", true);
    printAlone("checklist", () => {
      delete dataset.ticks;
      if (this.#isGuest) this.removeAttribute("data-alone");
    });
  }
}

customElements.define("ew-checklist", EwChecklist);
