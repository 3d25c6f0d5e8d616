import { Learning } from "./learning.js";
import { note, short } from "./state.js";
import { today, write } from "./store.js";

/** The same in an order that follows chance. @template T @param {readonly T[]} all @returns {T[]} */
export function shuffled(all) {
  const order = all.map((one) => /** @type {const} */ ([Math.random(), one]));
  return order.sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** What the components of one task have in common: its permanent number, and the version of its text. */
export class Task extends Learning {
  get number() {
    return Number(this.dataset.number);
  }

  get version() {
    return short(this.dataset.version ?? "");
  }

  /** Note today what came of it. @param {import("./state.js").Result} result */
  note(result) {
    const entry = { day: today(), result, version: this.version };
    write((progress) => note(progress, this.number, entry));
  }
}
