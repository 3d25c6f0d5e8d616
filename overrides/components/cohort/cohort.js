import { buttonAt, Component } from "../base/component.js";
import { download } from "../base/export.js";
import { say } from "../base/messages.js";
import { tasksOf, visitsOf } from "../path/state.js";
import { dayOf } from "../plan/state.js";
import { today } from "../progress/store.js";
import { examine, inCsv, isoDay, progressOf } from "../record/state.js";
import { did, figure, filtered, missedMost, onePerPerson, sorted, standing } from "./state.js";

/** @typedef {import("./state.js").Key} Key */
/** @typedef {import("./state.js").Standing} Standing */
/** @typedef {import("../path/state.js").Task} Task */
/** @typedef {{readings: import("./state.js").Reading[], said: string[]}} Group */

const MOST_SHOWN = 10;
const LARGEST = 2_000_000; // bytes of a file

/** Makes one table of many records. They are held while the page stands, and nothing of them is kept or sent. */
export class EwCohort extends Component {
  /** What was read, and what there is to say of files. @type {Group} */
  #group = { readings: [], said: [] };
  /** @type {{key: Key, down: boolean}} */
  #order = { key: "name", down: false };
  /** Files are read one after the other, so that the table does not depend on which is read faster. */
  #reading = Promise.resolve();

  /** @param {AbortSignal} signal */
  start(signal) {
    this.find("scriptless").hidden = true;
    this.find("panel").hidden = false;
    const on = (/** @type {string} */ name, /** @type {string} */ event, /** @type {() => void} */ act) =>
      this.find(name).addEventListener(event, act, { signal });
    on("files", "change", () => this.#choose());
    on("first-day", "input", () => this.#draw());
    on("filter", "change", () => this.#draw());
    this.addEventListener("click", ({ target }) => this.#press(target), { signal });
    this.#listenToDrops(signal);
    // A browser may bring the page back as it was left.
    addEventListener("pagehide", () => this.#leave(), { signal });
  }

  /**
   * Take files wherever on the page they are dropped: one that misses its mark would else open in place of the page, and
   * the table would be gone.
   * @param {AbortSignal} signal
   */
  #listenToDrops(signal) {
    const { dataset } = this.find("drop");
    const on = (
      /** @type {"dragover" | "dragleave" | "drop"} */ name,
      /** @type {(files: FileList) => void} */ act,
    ) =>
      addEventListener(
        name,
        (event) => {
          if (!event.dataTransfer?.types.includes("Files")) return;
          event.preventDefault();
          act(event.dataTransfer.files);
        },
        { signal },
      );
    on("dragover", () => {
      dataset.over = "";
    });
    on("dragleave", () => {
      delete dataset.over;
    });
    on("drop", (files) => {
      delete dataset.over;
      this.#take([...files]);
    });
  }

  /** Take all out. What is still being read belongs to a group that is no longer shown. */
  #clear() {
    this.#group = { readings: [], said: [] };
    this.#draw();
  }

  #leave() {
    for (const form of this.querySelectorAll("form")) form.reset();
    this.#clear();
  }

  #choose() {
    const input = /** @type {HTMLInputElement} */ (this.find("files"));
    this.#take([...(input.files ?? [])]);
    input.value = "";
  }

  /** @param {readonly File[]} files */
  #take(files) {
    const group = this.#group;
    this.#reading = this.#reading.then(async () => {
      for (const file of files) await this.#read(file, group);
      this.#draw();
    });
  }

  /** @param {File} file @param {Group} group */
  async #read(file, { readings, said }) {
    const told = (/** @type {string} */ name, values = {}) =>
      said.push(say(this, name, { file: file.name, ...values }));
    try {
      const text = await file.slice(0, LARGEST).text();
      const { verdict, record } = await examine(text, this.dataset.guide ?? "", crypto.subtle);
      if (verdict !== "sound") told(verdict, { name: record?.clinician ?? "", guide: record?.guide ?? "" });
      if (record && verdict !== "insecure") readings.push({ file: file.name, verdict, record });
    } catch {
      told("unreadable");
    }
  }

  /** @param {string} name */
  #content(name) {
    return /** @type {HTMLTemplateElement} */ (this.find(name)).content;
  }

  get #modules() {
    return [...this.#content("course").querySelectorAll("ul")].map((list) => ({
      week: Number(list.dataset.week),
      title: list.dataset.title ?? "",
      tasks: [...list.children].flatMap((item) => tasksOf(item.getAttribute("data-task") ?? "")),
      visits: visitsOf(list.dataset.visits ?? ""),
    }));
  }

  #draw() {
    const { readings, said } = this.#group;
    const { kept, doubles } = onePerPerson(readings);
    const modules = this.#modules;
    const listed = this.#content("items").textContent ?? "";
    const day = /** @type {HTMLInputElement} */ (this.find("first-day"));
    const first = day.validity.valid ? dayOf(day.value) : null;
    const group = kept.map((one) => standing(one, progressOf(one.record, listed), modules, today(), first));
    const { value } = /** @type {HTMLSelectElement} */ (this.find("filter"));
    const shown = sorted(filtered(group, value), this.#order.key, this.#order.down);
    const notes = [...said, ...doubles.map(({ why, ...values }) => say(this, why, values))];
    this.find("notes").replaceChildren(...notes.map((words) => element("li", words)));
    this.find("notes").hidden = !notes.length;
    this.find("shown").hidden = !group.length;
    this.find("status").textContent =
      `${say(this, "read", { count: group.length })} ${shown.length < group.length ? say(this, "shown", { shown: shown.length, count: group.length }) : ""}`.trim();
    for (const head of this.querySelectorAll("[data-key]")) this.#mark(head);
    this.find("rows").replaceChildren(...shown.map((one) => this.#row(one, modules.length)));
    this.#drawMissed(missedMost(group, modules));
    this.find("people").replaceChildren(
      ...shown.filter(({ altered }) => !altered).map((one) => this.#person(one, modules)),
    );
  }

  /** @param {Element} head of a column */
  #mark(head) {
    const { key, down } = this.#order;
    if (head.getAttribute("data-key") !== key) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  /** The cells of someone, by column. @param {Standing} one @param {number} modules @returns {[Key, string][]} */
  #cells(one, modules) {
    const numbers = /** @type {const} */ (["changed", "overdue", "unmet"]);
    return [
      ["printed", one.printed],
      ["whole", one.altered ? say(this, "is-altered") : say(this, "of", { done: one.whole, total: modules })],
      ["done", one.altered ? "" : say(this, "of", { done: one.done, total: one.total })],
      ...numbers.map(
        (key) => /** @type {[Key, string]} */ ([key, one.altered ? "" : String(figure(one, key))]),
      ),
    ];
  }

  /** @param {Key} key */
  #column(key) {
    return this.querySelector(`[data-sort="${key}"]`)?.textContent ?? "";
  }

  /** @param {Standing} one @param {number} modules */
  #row(one, modules) {
    const row = document.createElement("tr");
    const head = element("th", one.name);
    head.setAttribute("scope", "row");
    row.append(head);
    row.toggleAttribute("data-altered", one.altered);
    for (const [key, words] of this.#cells(one, modules)) {
      const cell = row.insertCell();
      cell.textContent = words;
      if (words) cell.dataset.column = this.#column(key);
      if (one.altered && key === "whole") cell.dataset.tone = "warn";
    }
    return row;
  }

  /** @param {ReturnType<typeof missedMost>} missed */
  #drawMissed(missed) {
    const items = missed.slice(0, MOST_SHOWN).map(({ task, module, ...counts }) => {
      const item = this.#line(task);
      item.append(` ${say(this, "misses", { ...counts, count: counts.missed, module: module.title })}`);
      return item;
    });
    this.find("missed").replaceChildren(...items);
    this.find("unmissed").hidden = items.length > 0;
  }

  /** A task as a link. @param {Task} task */
  #line({ number }) {
    const found = this.#content("course").querySelector(`[data-task*=".${number}."]`);
    const item = document.createElement("li");
    item.append(...(found?.cloneNode(true).childNodes ?? []));
    return item;
  }

  /** All of someone's record, by module. @param {Standing} one @param {readonly import("./state.js").Module[]} modules */
  #person(one, modules) {
    const details = document.createElement("details");
    details.append(element("summary", one.name));
    for (const { title, tasks } of modules) {
      const done = tasks.filter((task) => did(one, task)).length;
      details.append(element("p", say(this, "module", { title, done, total: tasks.length })));
      const told = tasks.filter((task) =>
        [one.overdue, one.changed, one.unmet].some((list) => list.includes(task)),
      );
      const list = document.createElement("ul");
      list.append(...told.map((task) => this.#told(one, task)));
      if (told.length) details.append(list);
    }
    if (one.gone) details.append(element("p", say(this, "gone", { count: one.gone })));
    return details;
  }

  /** @param {Standing} one @param {Task} task */
  #told(one, task) {
    const version = one.progress.get(task.number)?.version ?? "";
    const words = [
      one.overdue.includes(task) ? say(this, "overdue") : "",
      one.changed.includes(task) ? say(this, "changed", { version, now: task.version }) : "",
      one.unmet.includes(task) ? say(this, "unmet") : "",
    ].filter(Boolean);
    const item = this.#line(task);
    item.append(`: ${words.join("; ")}`);
    return item;
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const { sort, do: deed } = buttonAt(target)?.dataset ?? {};
    if (sort) this.#sortBy(/** @type {Key} */ (sort));
    else if (deed === "print") print();
    else if (deed === "csv") this.#save();
    else if (deed === "clear") {
      this.#clear();
      this.find("files").focus();
    }
  }

  /** A name begins at its start, a number at its largest. @param {Key} key */
  #sortBy(key) {
    this.#order = { key, down: this.#order.key === key ? !this.#order.down : key !== "name" };
    this.#draw();
  }

  #save() {
    const rows = [...this.querySelectorAll("tr")].map((row) =>
      [...row.cells].map((cell) => cell.textContent?.trim() ?? ""),
    );
    download(`${say(this, "filename")}-${isoDay(today())}.csv`, inCsv(rows), "text/csv");
  }
}

/** @param {string} name @param {string} words */
function element(name, words) {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

customElements.define("ew-cohort", EwCohort);
