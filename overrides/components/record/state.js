/**
 * The sign-off record: pure functions from what was done and who says so to the files, and from the files back.
 *
 * Its checksum is over the names, the day of printing and every task with its result, day and version. Whatever else a
 * file or a sheet says follows from these, so that a sheet can be verified from its code and what is typed off it.
 */

import { isResult } from "../progress/state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */
/** @typedef {{item: string, kind: string, result: string, day: string, version: string}} Row */
/**
 * @typedef {object} SignOff
 * @property {string} guide the address of the guide
 * @property {string} clinician
 * @property {string} observer
 * @property {string} printed a day, as 2026-11-23
 * @property {readonly Row[]} items
 */

const NAMES = /** @type {const} */ (["guide", "clinician", "observer", "printed"]);
const COLUMNS = /** @type {const} */ (["item", "kind", "result", "day", "version"]);
const LETTERS = 20;
const GROUP = 5;
const MOST = 1_000_000; // characters, far above any record

/** @param {number} day in days since 1970-01-01 */
export function isoDay(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * @param {Progress} progress
 * @param {string} listed the tasks of the course, "NUMBER KIND ADDRESS" on each line
 * @param {{guide: string, clinician: string, observer: string, printed: string}} names
 * @returns {SignOff}
 */
export function signOff(progress, listed, names) {
  const known = new Map(rowsOf(listed).map(({ number, kind, item }) => [number, { kind, item }]));
  const rows = [...progress].map(([task, { day, result, version }]) => {
    const { item, kind } = known.get(task) ?? { item: `course#${task}`, kind: "retired" };
    return { item, kind, result, day: isoDay(day), version };
  });
  const plain = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, tidy(name)]));
  return { .../** @type {typeof names} */ (plain), items: rows.sort((a, b) => (a.item < b.item ? -1 : 1)) };
}

/**
 * What a record says was done, by today's numbers: the way back from `signOff`. What it tells under an address that the
 * guide never had, or in words that it does not know, is left out.
 * @param {SignOff} record
 * @param {string} listed as for `signOff`
 * @returns {Progress}
 */
export function progressOf({ items }, listed) {
  const numbers = new Map(rowsOf(listed).map(({ number, item }) => [item, number]));
  const entries = items.flatMap(({ item, result, day, version }) => {
    const task = numbers.get(item);
    const entry = { day: Date.parse(day) / 86_400_000, result, version };
    return task === undefined || !isResult(result) || Number.isNaN(entry.day)
      ? []
      : [/** @type {[number, import("../progress/state.js").Entry]} */ ([task, entry])];
  });
  return new Map(entries);
}

/** The tasks of the course, of which each line says "NUMBER KIND ADDRESS". @param {string} listed */
function rowsOf(listed) {
  return listed
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "))
    .map(([number, kind = "", item = ""]) => ({ number: Number(number), kind, item }));
}

/** However a name was typed: one space between words, and one way to write each accent. @param {string} name */
export function tidy(name) {
  return name.normalize("NFC").replace(/\s+/g, " ").trim();
}

/**
 * Twenty letters that change with every sign of the record, in groups of five.
 * @param {SignOff} record
 * @param {SubtleCrypto} subtle not there at an address that is not secure
 */
export async function checksum(record, subtle) {
  const { guide, clinician, observer, printed, items } = record;
  const rows = items.map((row) => COLUMNS.map((column) => row[column]));
  const text = JSON.stringify([guide, clinician, observer, printed, rows]);
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const halves = [...bytes].flatMap((byte) => [byte >> 4, byte & 15]).slice(0, LETTERS);
  return grouped(halves.map((half) => String.fromCharCode(97 + half)).join(""));
}

/** As the guide writes a checksum, however it was typed. @param {string} typed */
export function grouped(typed) {
  const letters = typed.toLowerCase().replace(/[^a-z]/g, "");
  return (letters.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-");
}

/** Of each module: how many of its checks that were answered were right the first time. @param {SignOff} record */
function scores({ items }) {
  const checks = items.filter(({ kind }) => kind === "check");
  const modules = [...new Set(checks.map(({ item }) => item.split("#")[0] ?? ""))];
  return modules.map((module) => {
    const answered = checks.filter(({ item }) => item.startsWith(`${module}#`));
    const right = answered.filter(({ result }) => result === "right");
    return { module, right: right.length, answered: answered.length };
  });
}

/** @param {SignOff} record @param {string} sum */
export function toJson(record, sum) {
  return `${JSON.stringify({ ...record, scores: scores(record), checksum: sum }, null, 1)}\n`;
}

/** @param {SignOff} record @param {string} sum */
export function toCsv(record, sum) {
  return lines(cellsOf(record, sum));
}

/** Any table as CSV, in which no cell is a formula. @param {readonly (readonly string[])[]} rows */
export function inCsv(rows) {
  return lines(rows.map((cells) => cells.map(asText)));
}

/** @param {readonly (readonly string[])[]} rows */
function lines(rows) {
  return rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** @param {SignOff} record @param {string} sum @returns {string[][]} */
function cellsOf(record, sum) {
  return [
    ...NAMES.map((name) => [name, record[name]]),
    [...COLUMNS],
    ...record.items.map((row) => COLUMNS.map((column) => row[column])),
    ["module", "right the first time", "answered"],
    ...scores(record).map(({ module, right, answered }) => [module, String(right), String(answered)]),
    ["checksum", sum],
  ].map((cells) => cells.map(asText));
}

/** What a spreadsheet would take for a formula gets an apostrophe, which is how a cell says that it is text. @param {string} cell */
function asText(cell) {
  return /^[=+\-@'\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Read a file: the record that it states and its checksum, and whether all else in it is what follows from these. Null
 * when it is no record at all.
 * @param {string} text
 * @returns {{record: SignOff, sum: string, whole: boolean} | null}
 */
export function fromText(text) {
  if (text.length > MOST) return null;
  const plain = text.replace(/^\uFEFF/, "").trim();
  return plain.startsWith("{") ? fromJson(plain) : fromCsv(plain);
}

/**
 * What a file turns out to be: a sound record, one that was altered, one of the guide at another address, or none.
 * @param {string} text
 * @param {string} guide the address of this guide
 * @param {SubtleCrypto | undefined} subtle without it, a record is "insecure": nothing can be told of it
 * @returns {Promise<{verdict: "foreign" | "insecure" | "altered" | "elsewhere" | "sound", record: SignOff | null}>}
 */
export async function examine(text, guide, subtle) {
  const found = fromText(text);
  if (!found) return { verdict: "foreign", record: null };
  const { record, sum, whole } = found;
  if (!subtle) return { verdict: "insecure", record };
  if (!whole || (await checksum(record, subtle)) !== sum) return { verdict: "altered", record };
  return { verdict: record.guide === guide ? "sound" : "elsewhere", record };
}

/** @param {string} text */
function fromJson(text) {
  /** @type {unknown} */
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const fields = /** @type {Record<string, unknown>} */ (raw);
  // A list may hold anything: what is no row has no columns.
  const rows = Array.isArray(fields.items) ? fields.items : [];
  const record = recordOf(
    NAMES.map((name) => fields[name]),
    rows.map((row) => COLUMNS.map((column) => row?.[column])),
  );
  const sum = fields.checksum;
  if (!record || typeof sum !== "string") return null;
  return { record, sum, whole: text.replaceAll("\r\n", "\n") === toJson(record, sum).trim() };
}

/** @param {string} text */
function fromCsv(text) {
  const written = parseCsv(text);
  const cells = written.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@'\t\r])/, "")));
  const names = cells.slice(0, NAMES.length).map(([, name]) => name);
  const end = cells.findIndex(([first]) => first === "module");
  const record = end > 0 ? recordOf(names, cells.slice(NAMES.length + 1, end)) : null;
  const sum = cells.at(-1)?.[1];
  if (!record || sum === undefined || cells[0]?.[0] !== NAMES[0]) return null;
  return { record, sum, whole: JSON.stringify(filled(written)) === JSON.stringify(cellsOf(record, sum)) };
}

/** Without the empty cells that a spreadsheet adds at the end of a row. @param {string[][]} rows */
function filled(rows) {
  return rows.map((cells) => cells.filter((_, n) => cells.slice(n).some(Boolean)));
}

/** @param {readonly unknown[]} names @param {readonly (readonly unknown[])[]} rows @returns {SignOff | null} */
function recordOf(names, rows) {
  const all = [...names, ...rows.flatMap((row) => COLUMNS.map((_, n) => row[n]))];
  if (!all.every((cell) => typeof cell === "string")) return null;
  const [guide = "", clinician = "", observer = "", printed = ""] = /** @type {string[]} */ (names);
  const items = rows.map((row) => Object.fromEntries(COLUMNS.map((column, n) => [column, row[n]])));
  return {
    guide,
    clinician,
    observer,
    printed,
    items: /** @type {Row[]} */ (/** @type {unknown} */ (items)),
  };
}

/** The rows of a table; none where a sign belongs to no cell. @param {string} text @returns {string[][]} */
function parseCsv(text) {
  const found = [...text.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)];
  if (found.map(([all]) => all).join("") !== text) return [];
  /** @type {string[][]} */
  const rows = [[]];
  for (const [, mark, quote, bare] of found) {
    if (mark && mark !== ",") rows.push([]);
    rows.at(-1)?.push(quote?.replaceAll('""', '"') ?? bare ?? "");
  }
  return rows;
}
