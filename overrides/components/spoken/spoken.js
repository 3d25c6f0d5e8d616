import { buttonAt, Component } from "../base/component.js";
import { say } from "../base/messages.js";
import { drop, keep, kept } from "../base/storage.js";
import { cast, wanted } from "./state.js";

const KEY = "ew:spoken";
const ON = "on";
/** The country whose contacts the reader chose (contacts.js). */
const REGION = "ew:region";

/** @typedef {"speaker" | "partner"} Part */

/** Lets the words of its section be heard: off until it is asked, and by voices of this device alone. */
export class EwSpoken extends Component {
  /** What is being spoken: Chromium forgets an utterance that nobody holds, and its end with it. @type {SpeechSynthesisUtterance | null} */
  #utterance = null;
  /** @type {ParentNode} */
  #section = this;

  /** @param {AbortSignal} signal */
  start(signal) {
    this.find("control").hidden = false;
    this.#section = this.closest("section") ?? this;
    this.#box.autocomplete = "off"; // no browser brings an old choice back
    this.#box.checked = kept(KEY) === ON;
    this.#box.addEventListener("change", () => this.#keep(), { signal });
    this.#section.addEventListener("click", ({ target }) => this.#press(target), { signal });
    // Voices are listed late. In Safari before 16 they say nothing of it, and are there at once.
    this.#speech?.addEventListener?.("voiceschanged", () => this.#show(), { signal });
    addEventListener("pagehide", () => this.#stop(), { signal }); // Chromium would speak on over the next page
    // No key: everything was cleared.
    addEventListener("storage", ({ key }) => (key === null || key === KEY) && this.#hear(), { signal });
    signal.addEventListener("abort", () => this.#clear());
    this.#show();
  }

  get #box() {
    return /** @type {HTMLInputElement} */ (this.find("on"));
  }

  /** Not there in some browsers that show an app's pages. @returns {SpeechSynthesis | undefined} */
  get #speech() {
    return window.speechSynthesis;
  }

  get #buttons() {
    return /** @type {NodeListOf<HTMLElement>} */ (this.#section.querySelectorAll("button.hear"));
  }

  get #voices() {
    const { regions = "" } = this.dataset;
    const near = [kept(REGION), ...regions.split(" ")].filter(Boolean);
    return cast(this.#speech?.getVoices() ?? [], wanted(near, navigator.languages));
  }

  /** Where storage is refused, the choice holds for this page. */
  #keep() {
    if (this.#box.checked) keep(KEY, ON);
    else drop(KEY);
    this.#show();
  }

  /** What another tab chose, or that all was cleared. */
  #hear() {
    this.#box.checked = kept(KEY) === ON;
    this.#show();
  }

  #show() {
    const on = this.#box.checked;
    const can = on && this.#voices !== null;
    this.#tell(on && !can ? "none" : "");
    if (!can) this.#clear();
    else if (!this.#buttons.length) this.#offer();
  }

  /** A button at each line. */
  #offer() {
    const { content } = /** @type {HTMLTemplateElement} */ (this.find("button"));
    for (const line of this.#section.querySelectorAll("[data-voice]")) {
      line.after(content.cloneNode(true));
      this.#name(/** @type {HTMLElement} */ (line.nextElementSibling), "hear");
    }
  }

  #clear() {
    this.#stop();
    for (const button of this.#buttons) button.remove();
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = buttonAt(target);
    if (!button?.classList.contains("hear")) return;
    const speaks = "speaks" in button.dataset;
    this.#stop();
    if (!speaks) this.#speak(button);
  }

  /** @param {HTMLElement} button */
  #speak(button) {
    const voices = this.#voices;
    const line = lineAt(button);
    if (!voices || !this.#speech) return;
    const voice = voices[/** @type {Part} */ (line.dataset.voice)];
    const utterance = new SpeechSynthesisUtterance(wordsOf(line));
    Object.assign(utterance, { voice, lang: voice.lang });
    utterance.addEventListener("end", () => this.#end(utterance));
    utterance.addEventListener("error", () => this.#end(utterance, "failed"));
    this.#utterance = utterance;
    this.#tell("");
    button.dataset.speaks = "";
    this.#name(button, "stop");
    this.#speech.speak(utterance);
  }

  /** One that was stopped ends as well, when another may have begun. @param {SpeechSynthesisUtterance} utterance @param {string} [outcome] */
  #end(utterance, outcome = "") {
    if (utterance !== this.#utterance) return;
    this.#tell(outcome);
    this.#stop();
  }

  #stop() {
    const spoken = this.#utterance;
    this.#utterance = null;
    if (spoken) this.#speech?.cancel(); // which it takes for an error
    for (const button of this.#buttons) {
      delete button.dataset.speaks;
      this.#name(button, "hear");
    }
  }

  /** @param {HTMLElement} button @param {string} deed */
  #name(button, deed) {
    const words = say(this, deed);
    button.textContent = words;
    button.ariaLabel = say(this, "named", { deed: words, text: wordsOf(lineAt(button)) });
  }

  /** @param {string} name of the words; none empties it */
  #tell(name) {
    this.find("status").textContent = name && say(this, name);
  }
}

/** The line at which a button stands. @param {HTMLElement} button */
function lineAt(button) {
  return /** @type {HTMLElement} */ (button.previousElementSibling);
}

/** A line without its quotation marks. @param {HTMLElement} line */
function wordsOf(line) {
  return (line.textContent ?? "").trim().replace(/^“|”$/g, "");
}

customElements.define("ew-spoken", EwSpoken);
