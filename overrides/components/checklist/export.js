/** A checklist on its way out of the page: read from it, and written as plain text, as Markdown, as HTML. */

import { htmlLink, inHtml, inMarkdown, markdownLink } from "../base/export.js";
import { say } from "../base/messages.js";

/** @typedef {{text: string, strong?: boolean, href?: string}} Piece a stretch of a line */
/** @typedef {readonly Piece[]} Line */
/** @typedef {{done: boolean, action: string, lines: readonly Line[]}} Step */
/** @typedef {{title: string, pause: string, steps: readonly Step[], contacts: readonly Line[], foot: Line}} Sheet */

/** @param {Sheet} sheet */
export function toText({ title, pause, steps, contacts, foot }) {
  const line = (/** @type {Line} */ pieces) =>
    pieces.map(({ text, href }) => (href && href !== text ? `${text} (${href})` : text)).join("");
  const list = steps.flatMap(({ done, action, lines }, index) => [
    `[${done ? "x" : " "}] ${index + 1}. ${action}`,
    ...lines.map((pieces) => `       ${line(pieces)}`),
  ]);
  const numbers = contacts.length ? [...contacts.map(line), ""] : [];
  return [title, pause, "", ...list, "", ...numbers, line(foot), ""].join("\n");
}

/** As a list of tasks, which more programs know than numbered ones. @param {Sheet} sheet */
export function toMarkdown({ title, pause, steps, contacts, foot }) {
  const piece = (/** @type {Piece} */ { text, strong, href }) =>
    href ? markdownLink(text, href) : strong ? `**${inMarkdown(text)}**` : inMarkdown(text);
  const line = (/** @type {Line} */ pieces) => pieces.map(piece).join("");
  const list = steps.flatMap(({ done, action, lines }) => [
    `- [${done ? "x" : " "}] **${inMarkdown(action)}**`,
    ...lines.map((pieces) => `    - ${line(pieces)}`),
  ]);
  const numbers = contacts.flatMap((pieces) => [line(pieces), ""]); // as items they would be tasks of the list
  return [`## ${inMarkdown(title)}`, "", inMarkdown(pause), "", ...list, "", ...numbers, line(foot), ""].join(
    "\n",
  );
}

/** @param {Sheet} sheet */
export function toHtml(sheet) {
  // Wikis drop checkboxes and classes from what is pasted; signs survive everywhere.
  const item = (/** @type {Step} */ { done, action, lines }) =>
    `<li>${done ? "☑" : "☐"} <strong>${inHtml(action)}</strong>${nested(lines)}</li>`;
  return framed(sheet, `<ol>${sheet.steps.map(item).join("")}</ol>`);
}

/**
 * As tasks, in the signs by which editors know one: TipTap by `data-type`, Lexical by the classes, CKEditor by the box
 * that a step begins with, and Quill by `data-checked` of the list, so that a list ends where the ticks do. A blank after
 * the box would stay before the words in CKEditor and Quill.
 * @param {Sheet} sheet
 */
export function toTasks(sheet) {
  const { steps } = sheet;
  const item = (/** @type {Step} */ { done, action, lines }) =>
    `<li data-type="taskItem" data-checked="${done}" class="task-list-item"><input type="checkbox"${done ? " checked" : ""}><strong>${inHtml(action)}</strong>${nested(lines)}</li>`;
  const list = steps.map((step, place) => {
    const [before, after] = [steps[place - 1], steps[place + 1]];
    const begins = `<ul data-type="taskList" data-checked="${step.done}" class="contains-task-list">`;
    return `${before?.done === step.done ? "" : begins}${item(step)}${after?.done === step.done ? "" : "</ul>"}`;
  });
  return framed(sheet, list.join(""));
}

/** @param {Sheet} sheet @param {string} list */
function framed({ title, pause, contacts, foot }, list) {
  const numbers = contacts.length ? `<p>${contacts.map(rich).join("<br>")}</p>` : "";
  return `<h2>${inHtml(title)}</h2><p>${inHtml(pause)}</p>${list}${numbers}<p>${rich(foot)}</p>`;
}

/** A list in the step, and not lines: Quill makes a step of each line. @param {readonly Line[]} lines */
function nested(lines) {
  return lines.length ? `<ul>${lines.map((line) => `<li>${rich(line)}</li>`).join("")}</ul>` : "";
}

/** @param {Line} line */
function rich(line) {
  const piece = (/** @type {Piece} */ { text, strong, href }) =>
    href ? htmlLink(text, href) : strong ? `<strong>${inHtml(text)}</strong>` : inHtml(text);
  return line.map(piece).join("");
}

/**
 * Reads a checklist, as it stands on the page, into what leaves the page; each step with its origin, if that is wanted.
 * @param {HTMLElement} list
 * @param {boolean} [withOrigin]
 * @returns {Sheet}
 */
export function sheetOf(list, withOrigin) {
  const base = list.dataset.address;
  const text = (/** @type {string} */ part) => plain(list.querySelector(`[data-part=${part}]`));
  const steps = [...list.querySelectorAll(".step")].map((step) => ({
    done: step.querySelector("input:checked") !== null,
    action: plain(step.querySelector(".do")),
    lines: [
      ...[...step.querySelectorAll("[data-carry]")].map((line) => pieces(line, base)),
      ...(withOrigin ? originOf(list, step) : []),
    ],
  }));
  const foot = list.querySelector("[data-part=foot]");
  const contacts = contactsOf(list);
  return {
    title: text("title"),
    pause: text("pause"),
    steps,
    contacts,
    foot: foot ? pieces(foot, base) : [],
  };
}

/**
 * Who is called in the danger of a list: as the page shows them, of each country or of the one that is open; on another page
 * than its own in the few words in which they are printed.
 * @param {HTMLElement} list
 * @returns {Line[]}
 */
function contactsOf(list) {
  const { address: base } = list.dataset;
  const printed = list.querySelector(".numbers");
  const shown = list.closest("ew-embed") ? null : document.querySelector(".contacts");
  if (!printed || !shown)
    return [...(printed?.querySelectorAll("p:not([hidden])") ?? [])].map((line) => pieces(line, base));
  const heading = shown.closest("section")?.querySelector("h2");
  const numbers = shown.querySelectorAll(".first, .emergency > li:not([hidden])");
  const countries = shown.querySelectorAll(":scope > details[open]:not([hidden])");
  const notes = shown.querySelectorAll(":scope > .checked");
  return [
    ...(heading ? [[{ text: plain(heading), href: `${base}#${heading.id}` }]] : []),
    ...[...numbers].map((line) => pieces(line, base)),
    ...[...countries].flatMap((country) => [
      [{ text: plain(country.querySelector("summary")), strong: true }],
      ...[...country.querySelectorAll(":scope > .lacks")].map((line) => pieces(line, base)),
      ...[...country.querySelectorAll(":scope > ul > li")].map((contact) => contactLine(contact, base)),
    ]),
    ...[...notes].map((line) => pieces(line, base)),
  ];
}

/** A contact, how it is reached, and what it is for. @param {Element} contact @param {string} [base] @returns {Line} */
function contactLine(contact, base) {
  const parts = [...contact.querySelectorAll(".reach, .about")].flatMap((part) => [
    { text: " " },
    ...pieces(part, base),
    { text: part.matches(".reach") ? "." : "" },
  ]);
  return [{ text: `${plain(contact.querySelector(".name"))}:`, strong: true }, ...parts];
}

/** What a step rests on, and its address. @param {HTMLElement} list @param {Element} step @returns {Line[]} */
function originOf(list, step) {
  const base = list.dataset.address;
  const marks = [...step.querySelectorAll(".basis .mark")].map(plain).join(", ");
  const sources = [...step.querySelectorAll("a.source")].flatMap((link) => {
    const { href, hash } = new URL(link.getAttribute("href") ?? "", base);
    // In a frame the list stands without the sources of its page.
    const source = document.getElementById(hash.slice(1))?.querySelector(".text");
    return [{ text: " " }, { text: source ? plain(source) : (link.ariaLabel ?? ""), href }];
  });
  const address = `${base}#${step.id}`;
  return [[{ text: say(list, "rests", { marks }) }, ...sources], [{ text: address, href: address }]];
}

/** @param {Element} line @param {string} [base] @returns {Piece[]} */
function pieces(line, base) {
  return [...line.childNodes].map((node) => ({
    text: squeezed(node),
    strong: node instanceof Element && node.matches("b, strong"),
    href: node instanceof HTMLAnchorElement ? addressOf(node, base) : "",
  }));
}

/** Where a link leads; a number is its own text. @param {HTMLAnchorElement} link @param {string} [base] */
function addressOf(link, base) {
  const { href, protocol } = new URL(link.getAttribute("href") ?? "", base);
  return /^https?:$/.test(protocol) ? href : "";
}

/** @param {Node | null} node */
function plain(node) {
  return squeezed(node).trim();
}

/** @param {Node | null} node */
function squeezed(node) {
  return (node?.textContent ?? "").replace(/\s+/g, " ");
}
