import { Component } from "../base/component.js";
import { say } from "../base/messages.js";
import * as progress from "../progress/state.js";
import { today } from "../progress/store.js";
import { checksum, examine, grouped, progressOf, signOff } from "../record/state.js";

/** @typedef {import("../record/state.js").SignOff} SignOff */

/** Tells whether a record goes with its checksum, and shows what it states. Nothing of it is kept or sent. */
export class EwVerify extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    this.find("scriptless").hidden = true;
    this.find("panel").hidden = false;
    this.find("file").addEventListener("change", () => this.#open(), { signal });
    this.find("file-form").addEventListener("submit", () => this.#verifyText(this.#typed("text")), {
      signal,
    });
    this.find("paper-form").addEventListener("submit", () => this.#verifySheet(), { signal });
    addEventListener("hashchange", () => this.#takeUp(), { signal });
    // A browser may bring the page back as it was left.
    addEventListener("pagehide", () => this.#leave(), { signal });
    this.#takeUp();
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (this.find(name));
  }

  /** @param {string} name */
  #typed(name) {
    return this.#field(name).value;
  }

  #leave() {
    for (const form of this.querySelectorAll("form")) form.reset();
    this.find("names").textContent = "";
    this.find("rows").replaceChildren();
    this.#show("unverified");
  }

  /** Take the code of a sheet out of the address, where it would stay in the history. */
  #takeUp() {
    if (!progress.isCarrier(location.hash)) return;
    this.#field("link").value = location.href;
    history.replaceState(null, "", location.pathname + location.search);
    this.#show(progress.fromText(this.#typed("link"), today()) ? "scanned" : "linkless");
    this.find("clinician").focus();
  }

  async #open() {
    const input = /** @type {HTMLInputElement} */ (this.find("file"));
    const file = input.files?.[0];
    try {
      if (file) await this.#verifyText(await file.slice(0, 2_000_000).text());
    } catch {
      this.#answer("unreadable");
    }
    input.value = "";
  }

  /** @param {string} text */
  async #verifyText(text) {
    const { verdict, record } = await examine(text, this.dataset.guide ?? "", crypto.subtle);
    this.#answer(verdict, verdict === "sound" || verdict === "elsewhere" ? record : null);
  }

  async #verifySheet() {
    const done = progress.fromText(this.#typed("link"), today());
    const [clinician, observer, printed] = ["clinician", "observer", "printed"].map((name) =>
      this.#typed(name),
    );
    const names = { guide: this.dataset.guide ?? "", clinician, observer, printed };
    const record = done && signOff(done, this.#listed, names);
    if (!record) this.#answer("linkless");
    else if (!crypto.subtle) this.#answer("insecure");
    else if ((await checksum(record, crypto.subtle)) === grouped(this.#typed("sum")))
      this.#answer("sound", record);
    else this.#answer("mistyped");
  }

  get #listed() {
    return /** @type {HTMLTemplateElement} */ (this.find("items")).content.textContent ?? "";
  }

  /** Show it in sight: it may stand far below. @param {string} verdict @param {SignOff | null} [record] */
  #answer(verdict, record) {
    this.#show(verdict, record);
    this.find("status").scrollIntoView({ block: "nearest" });
  }

  /** @param {string} verdict @param {SignOff | null} [record] */
  #show(verdict, record) {
    this.find("status").textContent = say(this, verdict, { guide: record?.guide ?? "" });
    this.find("shown").hidden = !record;
    if (!record) return;
    const { clinician, observer, printed, items } = record;
    this.find("names").textContent = say(this, "names", { clinician, observer, printed });
    const total = this.#listed.trim().split("\n").length;
    const count = total - progressOf(record, this.#listed).size;
    // What another guide asks for is not known.
    this.find("open").textContent = verdict === "sound" ? say(this, "open", { count, total }) : "";
    this.find("rows").replaceChildren(...items.map(rowOf));
  }
}

/** @param {import("../record/state.js").Row} row */
function rowOf({ item, kind, result, day, version }) {
  const row = document.createElement("tr");
  for (const words of [item, kind, result, day, version]) row.insertCell().textContent = words;
  return row;
}

customElements.define("ew-verify", EwVerify);
