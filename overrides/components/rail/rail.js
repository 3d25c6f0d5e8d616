import { say } from "../base/messages.js";
import { count, minutesLeft, tasksOf } from "../path/state.js";
import { Learning } from "../progress/learning.js";
import { isDone } from "../progress/state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */

/** Says of each part of a module how much of it is done, about how many minutes are left, and what comes next. */
export class EwRail extends Learning {
  /** @param {Progress} progress */
  show(progress) {
    const parts = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-tasks]"))].map(
      (item) => partOf(item, progress),
    );
    for (const part of parts) this.#showPart(part);
    const total = sum(parts.map((part) => part.total));
    const done = sum(parts.map((part) => part.done));
    const minutes = minutesLeft(parts, progress);
    const words = done === total ? "all" : minutes ? "sum" : "sum-waits";
    this.find("sum").textContent = say(this, words, { done, total, count: minutes });
    this.find("short").textContent = say(this, "short", { done, total });
    // What is for other days is counted, but not waited for.
    this.#showNext(parts.find((part) => part.minutes && part.done < part.total));
  }

  /** @param {ReturnType<typeof partOf>} part */
  #showPart({ item, done, total }) {
    const told = /** @type {HTMLElement} */ (item.querySelector("[data-part=count]"));
    told.textContent = say(this, done === total ? "all" : "count", { done, total });
    item.toggleAttribute("data-done", done === total);
  }

  /** @param {ReturnType<typeof partOf> | undefined} part */
  #showNext(part) {
    const onward = /** @type {HTMLAnchorElement} */ (this.find("onward"));
    onward.textContent = part ? say(this, "onward", { part: part.name }) : say(this, "end");
    onward.hash = part ? part.next : "end";
    this.find("next").hidden = false;
  }
}

/** How far a part is, and the place of the first task in it that is open. @param {HTMLElement} item @param {Progress} progress */
function partOf(item, progress) {
  const tasks = tasksOf(item.dataset.tasks ?? "");
  const places = (item.dataset.places ?? "").split(" ");
  const open = tasks.findIndex(({ number }) => !isDone(progress.get(number)));
  return {
    ...count(tasks, progress),
    item,
    tasks,
    name: item.querySelector("a")?.textContent ?? "",
    minutes: Number(item.dataset.minutes),
    next: places[open] ?? "",
  };
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}

customElements.define("ew-rail", EwRail);
