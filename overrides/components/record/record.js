import { draw } from "../carry/code.js";
import { Learning } from "../progress/learning.js";
import { say } from "../progress/say.js";
import { isDone, short, toLink } from "../progress/state.js";
import { read, today } from "../progress/store.js";
import { checksum, isoDay, signOff, toCsv, toJson } from "./state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */

/** Fills the sheet with what was done on this device, and lets it be printed and saved under names that are kept nowhere. */
export class EwRecord extends Learning {
  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.find("form").hidden = false;
    this.find("proof").hidden = false;
    this.addEventListener("input", () => this.#sign(), { signal });
    this.addEventListener("click", ({ target }) => this.#press(target), { signal });
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

  /** The checksum of the record as it stands; empty where none can be made. */
  async #sum() {
    return crypto.subtle ? checksum(this.#record, crypto.subtle) : "";
  }

  /** Show the names, the day and what proves them. */
  async #sign() {
    const record = this.#record;
    this.find("clinician-shown").textContent = record.clinician;
    this.find("observer-shown").textContent = record.observer;
    this.find("printed").textContent = record.printed;
    this.find("checksum").textContent = (await this.#sum()) || say(this, "insecure");
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const deed = button?.dataset.do;
    if (!deed) return;
    const { clinician, observer } = this.#record;
    if (!clinician || !observer) {
      this.#tell(say(this, "nameless"));
      this.find(clinician ? "observer" : "clinician").focus();
    } else if (deed === "print") this.#print();
    else this.#save(deed);
  }

  /** @param {string} words */
  #tell(words) {
    this.find("status").textContent = words;
  }

  async #print() {
    await this.#sign();
    await draw(this.querySelector("svg") ?? this, toLink(this.dataset.verify ?? "", read()));
    this.#tell("");
    document.documentElement.dataset.print = "record";
    addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true });
    print();
  }

  /** @param {string} kind csv or json */
  async #save(kind) {
    const sum = await this.#sum();
    if (!sum) {
      this.#tell(say(this, "insecure"));
      return;
    }
    const [text, type] =
      kind === "csv"
        ? [toCsv(this.#record, sum), "text/csv"]
        : [toJson(this.#record, sum), "application/json"];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = `${say(this, "filename")}-${isoDay(today())}.${kind}`;
    link.click();
    URL.revokeObjectURL(link.href);
    this.#tell(say(this, "saved"));
  }

  /** @param {Progress} progress */
  show(progress) {
    const tasks = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-task]")]);
    for (const task of tasks) this.#showTask(task, progress);
    const sums = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-sum]")]);
    for (const sum of sums) this.#showSum(sum, progress);
    for (const row of this.querySelectorAll("tbody tr")) this.#showDays(row, progress);
    this.#showSummary(progress);
    this.#sign();
  }

  /** @param {HTMLElement} task @param {Progress} progress */
  #showTask(task, progress) {
    const { number, version = "", task: kind } = task.dataset;
    const entry = progress.get(Number(number));
    const mark = task.querySelector("[data-mark]");
    if (!mark) return;
    const changed = entry && entry.version !== short(version);
    const shown = changed ? entry.version : version;
    mark.textContent =
      say(this, `${kind}-${entry?.result ?? "none"}`, { version: shown }) + (changed ? "*" : "");
  }

  /** @param {HTMLElement} sum @param {Progress} progress */
  #showSum(sum, progress) {
    const entries = numbersOf(sum).map((number) => progress.get(number));
    const done = entries.filter(isDone).length;
    const right = entries.filter((entry) => entry?.result === "right").length;
    sum.textContent = say(this, `sum-${sum.dataset.sum}`, { done, right, total: entries.length });
  }

  /** The first and the last day on which something in the row was done. @param {Element} row @param {Progress} progress */
  #showDays(row, progress) {
    const days = numbersIn(row).flatMap((number) => progress.get(number)?.day ?? []);
    const cell = row.querySelector("[data-days]");
    if (!cell) return;
    const ends = days.length ? [Math.min(...days), Math.max(...days)].map(isoDay) : [];
    cell.textContent = [...new Set(ends)].join(" –\n");
  }

  /** @param {Progress} progress */
  #showSummary(progress) {
    const record = this.#record;
    const numbers = numbersIn(this);
    const open = numbers.filter((number) => !isDone(progress.get(number))).length;
    const changed = [...this.querySelectorAll("[data-mark]")].filter((mark) =>
      mark.textContent?.endsWith("*"),
    ).length;
    const gone = record.items.filter(({ kind }) => kind === "retired").length;
    this.find("summary").textContent = [
      open
        ? say(this, "open", { count: open, total: numbers.length })
        : say(this, "complete", { total: numbers.length }),
      changed ? say(this, "changed", { count: changed }) : "",
      gone ? say(this, "gone", { count: gone }) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }
}

/** @param {HTMLElement} sum */
function numbersOf(sum) {
  return (sum.dataset.numbers ?? "").split(" ").filter(Boolean).map(Number);
}

/** The numbers of all tasks within. @param {Element} part */
function numbersIn(part) {
  const tasks = /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-task]"));
  const sums = /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-sum]"));
  return [...[...tasks].map(({ dataset }) => Number(dataset.number)), ...[...sums].flatMap(numbersOf)];
}
