/** What there is to go on with, a row for each: read from what the browser keeps, at this moment. */

import { say } from "../base/messages.js";
import { keep, kept, keysOf } from "../base/storage.js";
import {
  choose,
  decode,
  encode,
  endOf,
  expire,
  isWhole,
  liveRuns,
  runOf,
  TIMED,
  ticked,
} from "../checklist/state.js";
import { due, left, tasksOf, toGoOn, visitsOf } from "../path/state.js";
import { read, today } from "../progress/store.js";
import { queue } from "../recall-queue/state.js";

const LISTS = "ew:checklist:";

/** @typedef {{kind: string, link: HTMLAnchorElement, told: string}} Row */

/** The rows in the order of haste, and when one of them ends by itself. @param {import("../base/component.js").Component} element */
export function resumed(element) {
  const { rows, until } = running(element);
  return { rows: [...rows, ...learning(element)].map((row) => filled(element, row)), until };
}

/** @param {import("../base/component.js").Component} element @param {string} part */
function links(element, part) {
  const { content } = /** @type {HTMLTemplateElement} */ (element.find(part));
  return [...content.querySelectorAll("a")];
}

/** A link like one in the markup, which may be shown many times. @param {HTMLAnchorElement} link @param {string} [place] */
function linked(link, place = "") {
  const copy = document.createElement("a");
  copy.href = link.getAttribute("href") + place;
  copy.textContent = link.textContent;
  return copy;
}

/** The lists that are running: the last that was touched first. @param {import("../base/component.js").Component} element */
function running(element) {
  const now = Date.now();
  const paths = new Set(keysOf(LISTS)?.map((key) => key.slice(LISTS.length)));
  let until = Infinity;
  /** @type {(Row & {touched: number})[]} */
  const rows = [];
  for (const link of links(element, "lists")) {
    const path = (link.getAttribute("href") ?? "").replace(/\/$/, "");
    if (!paths.has(path)) continue;
    const [lifetime, total] = [Number(link.dataset.lifetime) * 60_000, Number(link.dataset.steps)];
    const text = kept(LISTS + path);
    const store = lifetime ? expire(decode(text, now), lifetime, now) : decode(text, now);
    if (lifetime) until = Math.min(until, endOf(store, lifetime));
    const names = lifetime ? [TIMED] : liveRuns(store);
    for (const word of names) {
      const run = runOf(store, word);
      const done = Math.min(ticked(run).length, total); // a step of before may still be ticked
      if (lifetime && done === 0) continue;
      const copy = linked(link);
      if (!lifetime) copy.addEventListener("click", () => look(path, word));
      const told = say(element, lifetime ? "timed" : "named", { word, done, total });
      rows.push({ kind: "running", link: copy, told, touched: run.touched });
    }
  }
  return { rows: rows.sort((a, b) => b.touched - a.touched), until };
}

/** Let the page show this run, and not the one it showed last. @param {string} path @param {string} word */
function look(path, word) {
  const text = kept(LISTS + path);
  const now = Date.now();
  if (isWhole(text)) keep(LISTS + path, encode(choose(decode(text, now), word, now)));
}

/** What is due today in the course, and the module to go on with. @param {import("../base/component.js").Component} element @returns {Row[]} */
function learning(element) {
  const progress = read();
  const modules = links(element, "modules").map((link) => ({
    link,
    tasks: tasksOf(link.dataset.tasks ?? ""),
    visits: visitsOf(link.dataset.visits ?? ""),
  }));
  const visits = modules.flatMap((module) =>
    due(module, progress, today())
      .slice(0, 1)
      .map(([days]) => ({
        kind: "due",
        link: linked(module.link, `#after-${days}-days`),
        told: say(element, "after", { days }),
      })),
  );
  const count = queue(
    modules.map(({ tasks }) => tasks),
    progress,
    today(),
  ).length;
  const recall = links(element, "recall").map((link) => ({
    kind: "due",
    link: linked(link),
    told: say(element, "checks", { count }),
  }));
  const dues = [...visits, ...(count ? recall : [])];
  const next = toGoOn(modules, progress);
  if (!next) return dues;
  const { alone, observed } = left(next.tasks, progress);
  const told = alone.length
    ? say(element, "left", { count: alone.length })
    : say(element, "observed", { count: observed.length });
  return [...dues, { kind: "course", link: linked(next.link), told }];
}

/** @param {import("../base/component.js").Component} element @param {Row} row */
function filled(element, { kind, link, told }) {
  const { content } = /** @type {HTMLTemplateElement} */ (element.find("row"));
  const row = /** @type {DocumentFragment} */ (content.cloneNode(true));
  row.querySelector(".kind")?.replaceChildren(say(element, kind));
  row.querySelector(".place")?.replaceWith(link);
  row.querySelector(".told")?.replaceChildren(told);
  return row;
}
