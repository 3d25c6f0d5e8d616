import { say, sayDay } from "../base/messages.js";
import { Learning } from "../progress/learning.js";
import { isDone } from "../progress/state.js";
import { today } from "../progress/store.js";
import { count, minutesLeft, opens, partsOf, tasksOf, toGoOn } from "./state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */

/** Says of each module how much of it is done, where to go on, and what to come back to today. */
export class EwPath extends Learning {
  /** @param {Progress} progress */
  show(progress) {
    const modules = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-tasks]"))].map(
      (item) => {
        const tasks = tasksOf(item.dataset.tasks ?? "");
        return { item, tasks, parts: partsOf(tasks, item.dataset.minutes ?? "") };
      },
    );
    const next = progress.size ? toGoOn(modules, progress) : modules[0];
    for (const module of modules) {
      const { item, tasks } = module;
      this.#showModule(item, count(tasks, progress));
      const mark = /** @type {HTMLElement} */ (item.querySelector("[data-part=next]"));
      mark.hidden = module !== next;
    }
    this.#showWhole(modules, progress);
    this.#showVisits(progress, new Map(modules.map(({ item, tasks }) => [item.dataset.module ?? "", tasks])));
  }

  /** @param {readonly {tasks: readonly import("./state.js").Task[], parts: import("./state.js").Part[]}[]} modules @param {Progress} progress */
  #showWhole(modules, progress) {
    const tasks = modules.flatMap((module) => module.tasks);
    const { done, total } = count(tasks, progress);
    const minutes = minutesLeft(
      modules.flatMap(({ parts }) => parts),
      progress,
    );
    const words = done === total ? "sum-all" : minutes ? "sum" : "sum-waits";
    this.find("whole").hidden = done === 0;
    this.find("sum").textContent = say(this, words, { done, total, count: minutes });
    Object.assign(this.find("bar"), { max: total, value: done });
  }

  /**
   * @param {HTMLElement} module
   * @param {{done: number, total: number, changed: number}} counted
   */
  #showModule(module, { done, total, changed }) {
    const told = /** @type {HTMLElement} */ (module.querySelector("[data-part=done]"));
    told.hidden = done === 0;
    const words = [say(this, done === total ? "complete" : "done", { done, total })];
    told.textContent = [...words, ...(changed ? [say(this, "changed", { count: changed })] : [])].join(" ");
  }

  /** @param {Progress} progress @param {ReadonlyMap<string, readonly import("./state.js").Task[]>} tasks of each module */
  #showVisits(progress, tasks) {
    const visits = [
      .../** @type {NodeListOf<HTMLElement>} */ (this.find("visits").querySelectorAll("[data-days]")),
    ].map((item) => {
      const its = tasks.get(item.dataset.module ?? "") ?? [];
      const made = isDone(progress.get(Number(item.dataset.number)));
      return { item, due: made ? Infinity : opens(its, progress, Number(item.dataset.days)) };
    });
    const now = today();
    // A visit ticked a moment ago stays in view, so that the tick can be taken back where it was made.
    const ticked = (/** @type {HTMLElement} */ item) => item.contains(document.activeElement);
    for (const { item, due } of visits) item.hidden = due > now && !ticked(item);
    const some = visits.some(({ item }) => !item.hidden);
    const next = Math.min(...visits.map(({ due }) => due));
    this.find("plainly").hidden = true;
    this.find("today").hidden = !some;
    this.find("visits").hidden = !some;
    this.find("nothing").hidden = some;
    this.find("nothing").textContent =
      next === Infinity ? say(this, "none") : say(this, "later", { date: sayDay(this, next) });
  }
}

customElements.define("ew-path", EwPath);
