import { buttonAt } from "../base/component.js";
import { download, printAlone } from "../base/export.js";
import { say } from "../base/messages.js";
import { draw } from "../carry/code.js";
import { changed, count, tasksOf } from "../path/state.js";
import { Learning } from "../progress/learning.js";
import { toLink } from "../progress/state.js";
import { read, today } from "../progress/store.js";
import { checksum, isoDay, signOff, toCsv, toJson } from "./state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */

/** @typedef {import("./state.js").SignOff} SignOff */

/** Fills the sheet with what was done on this device, and lets it be printed and saved under names that are kept nowhere. */
export class EwRecord extends Learning {
  /** What stands on the sheet. @type {SignOff | null} */
  #signed = null;
  /** The link that the code on the sheet holds; empty where there is no code. */
  #coded = "";

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.find("form").hidden = false;
    this.addEventListener("input", () => this.#sign(), { signal });
    this.addEventListener("click", ({ target }) => this.#press(target), { signal });
    // A browser may bring the page back as it was left.
    addEventListener("pagehide", () => this.#leave(), { signal });
  }

  /** @param {string} name */
  #typed(name) {
    return /** @type {HTMLInputElement} */ (this.find(name)).value;
  }

  get #record() {
    const listed = /** @type {HTMLTemplateElement} */ (this.find("items")).content.textContent ?? "";
    return signOff(read(), listed, {
      guide: this.dataset.guide ?? "",
      clinician: this.#typed("clinician"),
      observer: this.#typed("observer"),
      printed: isoDay(today()),
    });
  }

  #leave() {
    /** @type {HTMLFormElement} */ (this.find("form")).reset();
    this.#tell("");
    this.#sign();
  }

  /**
   * Show the names, the day and, with both names, what proves them. It is there before anybody prints, by whatever way,
   * and what proves something else is gone at once.
   * @returns {Promise<string>} what came of the code; empty where a name lacks, or another record has taken its place
   */
  async #sign(record = this.#record) {
    const { clinician, observer, printed } = record;
    const link = toLink(this.dataset.verify ?? "", read());
    const isNamed = Boolean(clinician && observer);
    this.#signed = record;
    this.find("clinician-shown").textContent = clinician;
    this.find("observer-shown").textContent = observer;
    this.find("printed").textContent = printed;
    this.find("proof").hidden = !isNamed;
    this.find("checksum").textContent = "";
    if (!isNamed || link !== this.#coded) this.#showCode("");
    if (!isNamed) return "";
    const sum = await sumOf(record);
    if (record !== this.#signed) return "";
    this.find("checksum").textContent = sum || say(this, "insecure");
    const outcome = this.#coded ? "drawn" : await draw(this.#code, link);
    if (record !== this.#signed) return "";
    this.#showCode(outcome === "drawn" ? link : "");
    this.find("codeless").hidden = outcome === "drawn";
    return outcome;
  }

  get #code() {
    return /** @type {Element} */ (this.querySelector("svg"));
  }

  /** The code stands on the sheet, with what to do with it, or neither does. @param {string} link which it holds */
  #showCode(link) {
    this.#coded = link;
    if (!link) this.#code.removeAttribute("viewBox");
    this.find("scan").hidden = !link;
    this.find("codeless").hidden = true;
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const deed = buttonAt(target)?.dataset.do;
    if (deed) this.#act(deed);
  }

  /** @param {string} deed */
  #act(deed) {
    const record = this.#record;
    const { clinician, observer } = record;
    if (!clinician || !observer) {
      this.#tell(say(this, "nameless"));
      this.find(clinician ? "observer" : "clinician").focus();
    } else if (deed === "print") this.#print();
    else this.#save(deed, record);
  }

  /** @param {string} words */
  #tell(words) {
    this.find("status").textContent = words;
  }

  async #print() {
    const outcome = await this.#sign();
    if (!outcome) return this.#act("print"); // something was done or typed meanwhile
    this.#tell(outcome === "drawn" ? "" : say(this, outcome));
    printAlone("record");
  }

  /** @param {string} kind csv or json @param {SignOff} record */
  async #save(kind, record) {
    const sum = await sumOf(record);
    if (!sum) {
      this.#tell(say(this, "insecure"));
      return;
    }
    const [text, type] =
      kind === "csv" ? [toCsv(record, sum), "text/csv"] : [toJson(record, sum), "application/json"];
    download(`${say(this, "filename")}-${record.printed}.${kind}`, text, type);
    this.#tell(say(this, "saved"));
  }

  /** @param {Progress} progress */
  show(progress) {
    for (const mark of this.querySelectorAll("[data-mark]")) this.#showMark(mark, progress);
    const sums = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-sum]"));
    for (const sum of sums) this.#showSum(sum, progress);
    for (const row of this.querySelectorAll("tbody tr")) showDays(row, progress);
    const record = this.#record;
    this.#showSummary(progress, record);
    this.#sign(record);
  }

  /** @param {Element} mark @param {Progress} progress */
  #showMark(mark, progress) {
    for (const task of tasksIn(mark.closest("[data-tasks]"))) {
      const entry = progress.get(task.number);
      const words = say(this, `${task.kind}-${entry?.result ?? "none"}`, { version: entry?.version ?? "" });
      mark.textContent = words + starFor([task], progress);
    }
  }

  /** @param {HTMLElement} sum @param {Progress} progress */
  #showSum(sum, progress) {
    const tasks = tasksIn(sum);
    const { done, total } = count(tasks, progress);
    const right = tasks.filter(({ number }) => progress.get(number)?.result === "right").length;
    const star = starFor(tasks, progress);
    sum.textContent = say(this, `sum-${sum.dataset.sum}`, { done, total, right, star });
  }

  /** @param {Progress} progress @param {SignOff} record */
  #showSummary(progress, record) {
    const tasks = tasksIn(this);
    const { done, total } = count(tasks, progress);
    const stale = changed(tasks, progress);
    const gone = record.items.filter(({ kind }) => kind === "retired").length;
    this.find("summary").textContent = [
      done < total ? say(this, "open", { count: total - done, total }) : say(this, "complete", { total }),
      stale ? say(this, "changed", { count: stale }) : "",
      gone ? say(this, "gone", { count: gone }) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }
}

/** The checksum of the record; empty where none can be made. @param {SignOff} record */
async function sumOf(record) {
  return crypto.subtle ? checksum(record, crypto.subtle) : "";
}

/** The first and the last day on which something in the row was done. @param {Element} row @param {Progress} progress */
function showDays(row, progress) {
  const days = tasksIn(row).flatMap(({ number }) => progress.get(number)?.day ?? []);
  const ends = days.length ? [Math.min(...days), Math.max(...days)].map(isoDay) : [];
  row.querySelector("[data-days]")?.replaceChildren([...new Set(ends)].join(" –\n"));
}

/** All tasks at this part and within. @param {Element | null} part */
function tasksIn(part) {
  const within = part?.querySelectorAll("[data-tasks]") ?? [];
  return [part, ...within].flatMap((each) => tasksOf(each?.getAttribute("data-tasks") ?? ""));
}

/** What marks deeds of which a text has changed since. @param {readonly import("../path/state.js").Task[]} tasks @param {Progress} progress */
function starFor(tasks, progress) {
  return changed(tasks, progress) ? "*" : "";
}

customElements.define("ew-record", EwRecord);
