import { buttonAt, Component } from "../base/component.js";
import { copyOrOffer, copyRich, download } from "../base/export.js";
import { say, sayDay } from "../base/messages.js";
import { isWorkday, lastWorkday, nextWorkday, toCalendar } from "./calendar.js";
import { toHtml, toMarkdown, toSheet } from "./copies.js";
import { byWeek, dayOf, daysOf, later } from "./state.js";

/** @typedef {import("./state.js").Module} Module */

/**
 * Lets the weeks be adapted, adds dates, and copies the plan. The fields stand apart from the table, so that it can be
 * sorted at once while the focus stays where it is. Nothing is kept: the fields themselves hold the plan.
 */
export class EwPlan extends Component {
  /** @type {readonly Module[]} in the order of the guide */
  #modules = [];
  /** @type {Map<string, number>} */
  #weeks = new Map();

  /** @param {AbortSignal} signal */
  start(signal) {
    if (!this.#modules.length) this.#modules = this.#rows.map(moduleOf);
    for (const { id } of this.#modules) this.#take(this.#field(id));
    this.find("adapt").hidden = false;
    this.addEventListener("input", ({ target }) => this.#change(target), { signal });
    this.addEventListener("change", ({ target }) => this.#settle(target), { signal });
    this.addEventListener("click", ({ target }) => this.#press(target), { signal });
    this.#draw();
  }

  /** The rows of the modules, as they stand. @returns {HTMLTableRowElement[]} */
  get #rows() {
    return [...this.find("rows").querySelectorAll("tr")].filter((row) => row.dataset.module);
  }

  /** @param {string} id of a module */
  #row(id) {
    return /** @type {HTMLTableRowElement} */ (this.#rows.find((row) => row.dataset.module === id));
  }

  /** The field of a module's week. @param {string} id @returns {HTMLInputElement} */
  #field(id) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`[data-week-of="${id}"] input`));
  }

  get #firstDay() {
    return /** @type {HTMLInputElement} */ (this.find("first-day"));
  }

  /** @param {string} id */
  #title(id) {
    return plain(this.#row(id).querySelector("[data-cell=title]"));
  }

  /** @param {string} id */
  #guideWeek(id) {
    return Number(this.#row(id).dataset.week);
  }

  /** @param {string} name @param {import("../base/messages.js").Values} [values] */
  #tell(name, values) {
    this.find("status").textContent = say(this, name, values);
  }

  /** Take the week that a field holds, if it is one. @param {HTMLInputElement} field */
  #take(field) {
    const id = moduleAt(field);
    if (field.validity.valid) this.#weeks.set(id, field.valueAsNumber);
    else if (!this.#weeks.has(id)) this.#weeks.set(id, this.#guideWeek(id));
    return field.validity.valid;
  }

  /** At every sign that is typed. @param {EventTarget | null} target */
  #change(target) {
    if (!(target instanceof HTMLInputElement)) return;
    const isDay = target === this.#firstDay;
    if (!isDay && !this.#take(target)) return; // emptied, perhaps to type another number
    this.#draw();
    this.#hideText();
    if (isDay) this.#tellDay();
    else this.#tellWeek(moduleAt(target));
  }

  /** Once a field is left: what holds no week goes back to the one that stands. @param {EventTarget | null} target */
  #settle(target) {
    if (!(target instanceof HTMLInputElement) || target.validity.valid) return;
    if (target === this.#firstDay) {
      this.#tell("no-day");
      return;
    }
    const id = moduleAt(target);
    const week = this.#weeks.get(id) ?? 0;
    target.value = String(week);
    this.#tell("stays", { title: this.#title(id), week });
  }

  #tellDay() {
    const first = this.#day();
    if (first === null) this.#tell("undated");
    else this.#tell(isWorkday(first) ? "dated" : "dated-weekend", { date: sayDay(this, first) });
  }

  /** @param {string} id */
  #tellWeek(id) {
    const count = this.#modules.filter((module) => later(module, this.#weeks).length).length;
    this.#tell("moved", { title: this.#title(id), week: this.#weeks.get(id) ?? 0 });
    if (count) this.find("status").append(" ", say(this, "misplaced", { count }));
  }

  #day() {
    return this.#firstDay.validity.valid ? dayOf(this.#firstDay.value) : null;
  }

  /** The table by week, with its sums and dates, and a note at each module that comes too early. */
  #draw() {
    const rows = byWeek(this.#modules, this.#weeks).flatMap(({ week, modules, sums }) => [
      ...modules.map(({ id }) => fill(this.#row(id), { week: String(week), dates: this.#dates(week) })),
      this.#sum(week, sums),
    ]);
    this.find("rows").replaceChildren(...rows);
    const undated = this.#day() === null;
    for (const cell of this.querySelectorAll("[data-cell=dates]")) cell.toggleAttribute("hidden", undated);
    for (const module of this.#modules) this.#note(module);
  }

  /** @param {number} week */
  #dates(week) {
    const first = this.#day();
    if (first === null) return "";
    const { from, to } = daysOf(first, week);
    return say(this, "dates", { from: sayDay(this, from), to: sayDay(this, to) });
  }

  /** A row for the sums of a week. @param {number} week @param {readonly number[]} sums */
  #sum(week, sums) {
    const row = /** @type {HTMLTableRowElement} */ (this.querySelector("tbody [data-sum]")?.cloneNode(true));
    row.querySelectorAll("[data-cell=minutes]").forEach((cell, part) => {
      cell.textContent = String(sums[part]);
    });
    return fill(row, { week: String(week), title: say(this, "sum", { week }) });
  }

  /** @param {Module} module */
  #note(module) {
    const note = /** @type {HTMLElement} */ (this.querySelector(`[data-week-of="${module.id}"] .order`));
    const words = later(module, this.#weeks).map((id) =>
      say(this, "order", { title: this.#title(id), week: this.#weeks.get(id) ?? 0 }),
    );
    note.textContent = words.join(" ");
    note.hidden = !words.length;
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = buttonAt(target);
    const deeds = /** @type {Record<string, () => unknown>} */ ({
      wiki: () => this.#copyTable(),
      markdown: () => this.#copy(toMarkdown(this.#grid), "copied-markdown"),
      sheet: () => this.#copy(this.#sheet, "copied-sheet"),
      calendar: () => this.#saveCalendar(),
      reset: () => this.#reset(),
    });
    deeds[button?.dataset.do ?? ""]?.();
  }

  #reset() {
    for (const { id } of this.#modules) {
      this.#field(id).value = String(this.#guideWeek(id));
      this.#take(this.#field(id));
    }
    this.#draw();
    this.#hideText();
    this.#tell("back");
  }

  get #grid() {
    return gridOf(/** @type {HTMLTableElement} */ (this.find("table")));
  }

  get #sheet() {
    return toSheet(this.#grid, say(this, "address"));
  }

  async #copyTable() {
    this.#hideText();
    if (await copyRich(toHtml(this.#grid), this.#sheet)) this.#tell("copied-wiki");
    else await this.#copy(this.#sheet, "copied-plain");
  }

  /** @param {string} text @param {string} outcome */
  async #copy(text, outcome) {
    const copied = await copyOrOffer(text, this.find("by-hand"));
    this.#tell(copied ? outcome : "uncopied");
  }

  #saveCalendar() {
    const first = this.#day();
    this.#hideText();
    if (first === null) {
      this.#tell("undated-calendar");
      this.#firstDay.focus();
      return;
    }
    const events = byWeek(this.#modules, this.#weeks).flatMap(({ week, modules }) =>
      this.#events(
        first,
        week,
        modules.map(({ id }) => id),
      ),
    );
    const about = { name: say(this, "calendar"), host: location.host, now: new Date() };
    download(say(this, "calendar-file"), toCalendar(events, about), "text/calendar");
    this.#tell("saved-calendar", { date: sayDay(this, first) });
  }

  /**
   * What a week holds: itself, and of each module the observation and the days to come back.
   * @param {number} first @param {number} week @param {readonly string[]} ids of its modules
   * @returns {import("./calendar.js").Event[]}
   */
  #events(first, week, ids) {
    const days = daysOf(first, week);
    const observed = lastWorkday(days.from);
    const links = ids.map((id) => [...this.#row(id).querySelectorAll("a")].map(({ href }) => href));
    const titles = ids.map((id) => this.#title(id));
    return [
      {
        uid: `week-${week}-${first}`,
        ...days,
        summary: `${say(this, "calendar-week", { week })}: ${titles.join("; ")}`,
        description: titles.map((title, nth) => `${title}\n${links[nth]?.[0]}`).join("\n"),
        url: links[0]?.[0] ?? "",
      },
      ...ids.flatMap((id, nth) => [
        {
          uid: `observation-${id}-${first}`,
          from: observed,
          to: observed,
          summary: say(this, "calendar-observation", { title: titles[nth] ?? "" }),
          description: say(this, "calendar-agree"),
          url: links[nth]?.[1] ?? "",
        },
        ...this.#visits(id).map((visit) => {
          const day = nextWorkday(observed + Number(visit.dataset.days));
          return {
            uid: `visit-${id}-${visit.dataset.days}-${first}`,
            from: day,
            to: day,
            summary: say(this, "calendar-visit", { title: titles[nth] ?? "" }),
            description: plain(visit),
            url: new URL(visit.getAttribute("href") ?? "", location.href).href,
          };
        }),
      ]),
    ];
  }

  /** What to come back to after a module. @param {string} id */
  #visits(id) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.find("visits"));
    return [...content.querySelectorAll("a")].filter(({ dataset }) => dataset.module === id);
  }

  /** What was shown to copy by hand holds no more once the plan changes. */
  #hideText() {
    this.find("by-hand").hidden = true;
  }
}

/** @param {HTMLTableRowElement} row @returns {Module} */
function moduleOf(row) {
  const minutes = [...row.querySelectorAll("[data-cell=minutes]")].map((cell) => Number(plain(cell)));
  const after = (row.dataset.after ?? "").split(" ").filter(Boolean);
  return { id: row.dataset.module ?? "", after, minutes };
}

/** The id of the module whose week the field holds. @param {HTMLInputElement} field */
function moduleAt(field) {
  return /** @type {HTMLElement | null} */ (field.closest("[data-week-of]"))?.dataset.weekOf ?? "";
}

/** @param {HTMLTableRowElement} row @param {Record<string, string>} texts of its cells, by their names */
function fill(row, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const cell = row.querySelector(`[data-cell="${name}"]`);
    if (cell) cell.textContent = text;
  }
  return row;
}

/** What the table shows. @param {HTMLTableElement} table @returns {import("./copies.js").Grid} */
function gridOf(table) {
  const [head, ...rows] = [...table.rows];
  const shown = (/** @type {HTMLTableRowElement | undefined} */ row) =>
    [...(row?.cells ?? [])].filter((cell) => !cell.hidden);
  return {
    heads: shown(head).map((cell) => ({ text: plain(cell), number: cell.classList.contains("number") })),
    rows: rows.map((row) => ({
      sum: "sum" in row.dataset,
      cells: shown(row).map((cell) => ({ text: plain(cell), href: cell.querySelector("a")?.href })),
    })),
  };
}

/** @param {Element | null} element */
function plain(element) {
  return element?.textContent?.trim() ?? "";
}

customElements.define("ew-plan", EwPlan);
