import { buttonAt } from "../base/component.js";
import { fetchPart, keepLinks } from "../base/guest.js";
import { say, sayDay } from "../base/messages.js";
import { tasksOf } from "../path/state.js";
import { Learning } from "../progress/learning.js";
import { NOTHING } from "../progress/state.js";
import { today } from "../progress/store.js";
import { answeredOn, isRecalled, nextDay, queue } from "./state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */

/** Asks the checks of today one after the other, as they stand in their modules, and says when the next come back. */
export class EwRecallQueue extends Learning {
  /** The checks that are asked, once it was begun. @type {readonly number[]} */
  #asked = [];
  /** The place of the one that stands here. */
  #nth = -1;
  /** @type {Progress} */
  #progress = NOTHING;

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.find("plainly").hidden = true;
    this.addEventListener("click", ({ target }) => this.#press(target), { signal });
  }

  get #modules() {
    const { content } = /** @type {HTMLTemplateElement} */ (this.find("modules"));
    return [...content.querySelectorAll("a")].map((link) => ({
      link,
      tasks: tasksOf(link.dataset.tasks ?? ""),
    }));
  }

  /** The check that stands here, by its number. */
  get #current() {
    return this.#asked[this.#nth];
  }

  /** @param {Progress} progress */
  show(progress) {
    this.#progress = progress;
    const entry = this.#current === undefined ? undefined : progress.get(this.#current);
    if (this.#current !== undefined && entry) this.#offer(answeredOn(entry) === today() ? "next" : "");
    else this.#rest();
  }

  /** Where nothing is asked: what there is for today, or when there will be something. */
  #rest() {
    const modules = this.#modules.map(({ tasks }) => tasks);
    const count = queue(modules, this.#progress, today()).length;
    const next = nextDay(modules, this.#progress, today());
    this.#nth = -1;
    this.find("all").hidden = !modules
      .flat()
      .some(({ kind, number }) => kind === "check" && this.#progress.has(number));
    this.find("place").replaceChildren();
    this.#offer(count ? "begin" : "");
    if (count) this.#tell("due", { count });
    else if (next < Infinity) this.#tell("later", { date: sayDay(this, next) });
    else this.#tell("rest");
  }

  /** Show one of the buttons, or none. @param {string} name @param {string} [other] */
  #offer(name, other) {
    for (const each of ["begin", "next", "again"]) this.find(each).hidden = each !== name && each !== other;
  }

  /** @param {string} name @param {import("../base/messages.js").Values} [values] */
  #tell(name, values) {
    this.find("status").textContent = say(this, name, values);
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const deed = buttonAt(target)?.dataset.do;
    if (deed === "begin") this.#begin();
    else if (deed === "next") this.#ask(this.#nth + 1);
    else if (deed === "again") this.#ask(this.#nth);
  }

  #begin() {
    const modules = this.#modules.map(({ tasks }) => tasks);
    this.#asked = queue(modules, this.#progress, today());
    this.#ask(0);
  }

  /** @param {number} nth */
  async #ask(nth) {
    const count = this.#asked.length;
    this.#nth = nth;
    const number = this.#current;
    this.find("place").replaceChildren();
    this.#offer("");
    this.find("status").focus(); // what was pressed is gone
    if (number === undefined) {
      this.#end();
      return;
    }
    this.#tell("step", { nth: nth + 1, count });
    const { check, fit } = await this.#fetch(number);
    if (this.#current !== number) return; // cleared meanwhile
    if (check && fit) this.find("place").replaceChildren(check);
    else this.#fail(check ? "updated" : "unfetched");
  }

  /** @param {string} why */
  #fail(why) {
    this.#tell(why);
    this.#offer("again", "next");
  }

  #end() {
    const count = this.#asked.length;
    const entries = this.#asked.map((number) => this.#progress.get(number));
    const right = entries.filter(
      (entry) => entry && answeredOn(entry) === today() && isRecalled(entry),
    ).length;
    this.#asked = [];
    this.#tell(right === count ? "end-all" : "end", { right, count });
  }

  /** The check of its module's page, to be answered as if for the first time. @param {number} number */
  async #fetch(number) {
    const { link } = /** @type {{link: HTMLAnchorElement}} */ (
      this.#modules.find(({ tasks }) => tasks.some((task) => task.number === number))
    );
    const address = new URL(link.getAttribute("href") ?? "", location.href);
    const script = new URL("../knowledge-check/knowledge-check.js", import.meta.url).href;
    const { part, fit } = await fetchPart(address, `ew-knowledge-check[data-number="${number}"]`, script);
    if (!part || !fit) return { check: part, fit };
    keepLinks(part, address);
    part.setAttribute("data-again", "");
    // The page itself has no other use for it.
    const came = await import("../knowledge-check/knowledge-check.js").catch(() => null);
    return { check: came && document.adoptNode(part), fit };
  }
}

customElements.define("ew-recall-queue", EwRecallQueue);
