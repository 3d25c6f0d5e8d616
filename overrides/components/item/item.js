import { say, sayDay } from "../base/messages.js";
import { opens, tasksOf } from "../path/state.js";
import { forget } from "../progress/state.js";
import { today, write } from "../progress/store.js";
import { Task } from "../progress/task.js";

/**
 * Keeps the tick of one task, or what an observer saw of one act, and says when it was noted and whether it changed. A
 * visit that is not ticked yet opens on its day.
 */
export class EwItem extends Task {
  /** Whether it was noted of another version of the text. */
  #changed = false;

  /** @returns {NodeListOf<HTMLInputElement>} */
  get #inputs() {
    return this.querySelectorAll("input");
  }

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.addEventListener("change", ({ target }) => this.#mark(target), { signal });
    // To choose the same mark once more is no change to the browser, and marks a changed text anew.
    this.addEventListener("click", ({ target }) => this.#changed && isMark(target) && this.#mark(target), {
      signal,
    });
  }

  /** @param {EventTarget | null} target */
  #mark(target) {
    if (!(target instanceof HTMLInputElement)) return;
    const result = /** @type {import("../progress/state.js").Result | ""} */ (
      target.checked ? target.value : ""
    );
    if (result) this.note(result);
    else write((progress) => forget(progress, this.number));
  }

  /** @param {import("../progress/state.js").Progress} progress */
  show(progress) {
    const entry = progress.get(this.number);
    for (const input of this.#inputs) input.checked = input.value === (entry?.result ?? "");
    if (this.dataset.opens) this.#showOpening(progress, entry !== undefined);
    this.#changed = entry !== undefined && entry.version !== this.version;
    const told = this.find("told");
    told.hidden = !entry;
    if (entry)
      told.textContent = say(this, this.#changed ? "changed" : "done", { date: sayDay(this, entry.day) });
  }

  /** @param {import("../progress/state.js").Progress} progress @param {boolean} ticked */
  #showOpening(progress, ticked) {
    const day = opens(tasksOf(this.dataset.after ?? ""), progress, Number(this.dataset.opens));
    const open = ticked || day <= today();
    for (const input of this.#inputs) input.disabled = !open;
    this.find("opens").hidden = open;
    this.find("opens").textContent =
      day < Infinity ? say(this, "opens-on", { date: sayDay(this, day) }) : say(this, "opens-after");
  }
}

/** Whether this is one mark of several. @param {EventTarget | null} target */
function isMark(target) {
  return target instanceof HTMLInputElement && target.type === "radio";
}

customElements.define("ew-item", EwItem);
