/** A checklist on its way out of the page: read from it, and written as plain text, as Markdown, as HTML. */

import { htmlLink, inHtml, inMarkdown, markdownLink } from "../base/export.js";

/** @typedef {{text: string, strong?: boolean, href?: string}} Piece a stretch of a line */
/** @typedef {readonly Piece[]} Line */
/** @typedef {{done: boolean, action: string, lines: readonly Line[]}} Step */
/** @typedef {{title: string, pause: string, steps: readonly Step[], foot: Line}} Sheet */

/** @param {Sheet} sheet */
export function toText({ title, pause, steps, foot }) {
  const line = (/** @type {Line} */ pieces) =>
    pieces.map(({ text, href }) => (href && href !== text ? `${text} (${href})` : text)).join("");
  const list = steps.flatMap(({ done, action, lines }, index) => [
    `[${done ? "x" : " "}] ${index + 1}. ${action}`,
    ...lines.map((pieces) => `       ${line(pieces)}`),
  ]);
  return [title, pause, "", ...list, "", line(foot), ""].join("\n");
}

/** @param {Sheet} sheet */
export function toMarkdown({ title, pause, steps, foot }) {
  const piece = (/** @type {Piece} */ { text, strong, href }) =>
    href ? markdownLink(text, href) : strong ? `**${inMarkdown(text)}**` : inMarkdown(text);
  const line = (/** @type {Line} */ pieces) => pieces.map(piece).join("");
  const list = steps.flatMap(({ done, action, lines }, index) => [
    `${index + 1}. [${done ? "x" : " "}] **${inMarkdown(action)}**`,
    ...lines.map((pieces) => `    - ${line(pieces)}`),
  ]);
  return [`## ${inMarkdown(title)}`, "", inMarkdown(pause), "", ...list, "", line(foot), ""].join("\n");
}

/** @param {Sheet} sheet */
export function toHtml({ title, pause, steps, foot }) {
  const piece = (/** @type {Piece} */ { text, strong, href }) =>
    href ? htmlLink(text, href) : strong ? `<strong>${inHtml(text)}</strong>` : inHtml(text);
  const line = (/** @type {Line} */ pieces) => pieces.map(piece).join("");
  // Wikis drop checkboxes and classes from what is pasted; signs survive everywhere.
  const item = (/** @type {Step} */ { done, action, lines }) =>
    `<li>${done ? "☑" : "☐"} <strong>${inHtml(action)}</strong>${lines.map((pieces) => `<br>${line(pieces)}`).join("")}</li>`;
  return `<h2>${inHtml(title)}</h2><p>${inHtml(pause)}</p><ol>${steps.map(item).join("")}</ol><p>${line(foot)}</p>`;
}

/**
 * Reads a checklist, as it stands on the page, into what leaves the page.
 * @param {HTMLElement} list
 * @returns {Sheet}
 */
export function sheetOf(list) {
  const base = list.dataset.address;
  const text = (/** @type {string} */ part) => plain(list.querySelector(`[data-part=${part}]`));
  const steps = [...list.querySelectorAll(".step")].map((step) => ({
    done: step.querySelector("input:checked") !== null,
    action: plain(step.querySelector(".do")),
    lines: [...step.querySelectorAll("[data-carry]")].map((line) => pieces(line, base)),
  }));
  const foot = list.querySelector("[data-part=foot]");
  return { title: text("title"), pause: text("pause"), steps, foot: foot ? pieces(foot, base) : [] };
}

/** @param {Element} line @param {string} [base] @returns {Piece[]} */
function pieces(line, base) {
  return [...line.childNodes].map((node) => ({
    text: squeezed(node),
    strong: node instanceof Element && node.matches("b, strong"),
    href: node instanceof HTMLAnchorElement ? new URL(node.getAttribute("href") ?? "", base).href : "",
  }));
}

/** @param {Node | null} node */
function plain(node) {
  return squeezed(node).trim();
}

/** @param {Node | null} node */
function squeezed(node) {
  return (node?.textContent ?? "").replace(/\s+/g, " ");
}
