import { say } from "../base/messages.js";
import { left, tasksOf } from "../path/state.js";
import { Learning } from "../progress/learning.js";
import { isMissed } from "../progress/state.js";

/** Says at the end of a module what is left, and names what was missed. */
export class EwFinish extends Learning {
  /** @param {import("../progress/state.js").Progress} progress */
  show(progress) {
    const { alone, observed } = left(tasksOf(this.dataset.tasks ?? ""), progress);
    const done = alone.length + observed.length === 0;
    this.find("state").textContent = done
      ? say(this, "complete")
      : say(this, alone.length ? "left" : "observed", { count: (alone.length ? alone : observed).length });
    this.find("can").hidden = done;
    this.find("observation").hidden = done;
    this.toggleAttribute("data-done", done);
    const { content } = /** @type {HTMLTemplateElement} */ (this.find("checks"));
    const missed = [...content.querySelectorAll("li")].filter(({ dataset }) =>
      tasksOf(dataset.tasks ?? "").some(({ number }) => isMissed(progress.get(number))),
    );
    this.find("missed").replaceChildren(...missed.map((item) => document.importNode(item, true)));
    this.find("again").hidden = missed.length === 0;
  }
}

customElements.define("ew-finish", EwFinish);
