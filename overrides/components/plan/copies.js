/** The plan on its way out of the page: for a wiki, as Markdown, for a spreadsheet. Pure functions over a grid. */

import { htmlLink, inHtml, inMarkdown, markdownLink } from "../base/export.js";

/** @typedef {{text: string, href?: string}} Cell */
/**
 * @typedef {object} Grid
 * @property {readonly {text: string, number: boolean}[]} heads of the columns, and whether they hold numbers
 * @property {readonly {sum: boolean, cells: readonly Cell[]}[]} rows
 */

/** A spreadsheet runs what begins so, in pasted text and in a pasted table alike. @param {string} text */
function inert(text) {
  return /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
}

/** A row to a line, a tab between cells. The links, which text cannot hold, stand in a column of their own. @param {Grid} grid @param {string} address its head */
export function toSheet({ heads, rows }, address) {
  const line = (/** @type {readonly string[]} */ cells) =>
    cells.map((text) => inert(text.replace(/\s+/g, " "))).join("\t");
  const list = rows.map(({ cells }) =>
    line([...cells.map(({ text }) => text), cells.find(({ href }) => href)?.href ?? ""]),
  );
  return [line([...heads.map(({ text }) => text), address]), ...list, ""].join("\n");
}

/** @param {Grid} grid */
export function toMarkdown({ heads, rows }) {
  const link = (/** @type {Cell} */ { text, href }) => (href ? markdownLink(text, href) : inMarkdown(text));
  const cell = (/** @type {Cell} */ cell, /** @type {boolean} */ sum) =>
    sum && cell.text ? `**${link(cell)}**` : link(cell);
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [
    line(heads.map(({ text }) => inMarkdown(text))),
    line(heads.map(({ number }) => (number ? "---:" : "---"))),
    ...rows.map(({ sum, cells }) => line(cells.map((each) => cell(each, sum)))),
    "",
  ].join("\n");
}

/** @param {Grid} grid */
export function toHtml({ heads, rows }) {
  const link = (/** @type {Cell} */ { text, href }) =>
    href ? htmlLink(inert(text), href) : inHtml(inert(text));
  // Wikis drop classes from what is pasted; bold print survives everywhere.
  const cell = (/** @type {Cell} */ cell, /** @type {boolean} */ sum) =>
    `<td>${sum && cell.text ? `<strong>${link(cell)}</strong>` : link(cell)}</td>`;
  const head = heads.map(({ text }) => `<th>${inHtml(text)}</th>`).join("");
  const body = rows.map(({ sum, cells }) => `<tr>${cells.map((each) => cell(each, sum)).join("")}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}
