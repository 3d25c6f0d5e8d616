/** A letter filled in, and on its way out of the page: as plain text, as HTML, as a document. Pure functions. */

import { inHtml } from "../base/export.js";

/** @typedef {{text: string, blank: string}} Piece the template's own words; or the id of a blank, with its label as text */
/** @typedef {readonly (readonly (readonly Piece[])[])[]} Template paragraphs of lines of pieces */
/** @typedef {{text: string, gap: boolean}} Stretch words as they will be read; a gap is a blank that nobody filled in */
/** @typedef {readonly (readonly (readonly Stretch[])[])[]} Letter paragraphs of lines of stretches */
/** @typedef {ReadonlyMap<string, string>} Values by the id of the blank */

/** @param {Piece} piece @param {Values} values @returns {Stretch} */
export function stretchOf({ text, blank }, values) {
  const value = (values.get(blank) ?? "").trim();
  return blank && !value ? { text: `[${text}]`, gap: true } : { text: blank ? value : text, gap: false };
}

/** @param {Template} template @param {Values} values @returns {Letter} */
export function fill(template, values) {
  return template.map((lines) =>
    lines.flatMap((line) => broken(line.map((piece) => stretchOf(piece, values)))),
  );
}

/** A line whose words hold line breaks, as the lines they make. @param {readonly Stretch[]} line */
function broken(line) {
  /** @type {Stretch[][]} */
  const lines = [[]];
  for (const { text, gap } of line) {
    const [first = "", ...rest] = text.split(/\r\n|\r|\n/);
    lines[lines.length - 1].push({ text: first, gap });
    lines.push(...rest.map((next) => [{ text: next, gap }]));
  }
  return lines;
}

/** @param {Letter} letter */
export function toText(letter) {
  const line = (/** @type {readonly Stretch[]} */ stretches) => stretches.map(({ text }) => text).join("");
  return `${letter.map((lines) => lines.map(line).join("\n")).join("\n\n")}\n`;
}

/** @param {Letter} letter */
export function toHtml(letter) {
  // A span with a style, since programs that text is pasted into know no <mark>; the second one is what Word reads.
  const stretch = (/** @type {Stretch} */ { text, gap }) =>
    gap ? `<span style="background-color:#ffff00;mso-highlight:yellow">${inHtml(text)}</span>` : inHtml(text);
  const line = (/** @type {readonly Stretch[]} */ stretches) => stretches.map(stretch).join("");
  return letter.map((lines) => `<p>${lines.map(line).join("<br>")}</p>`).join("");
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPEN_XML = "http://schemas.openxmlformats.org";
const WORDS = `xmlns:w="${OPEN_XML}/wordprocessingml/2006/main"`;
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS = "application/vnd.openxmlformats-package.relationships+xml";
/** What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets): one such sign and no program opens the file. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * The parts of a WordprocessingML package, text by path (ECMA-376, parts 1 and 2). No part holds properties: neither
 * an author nor a date.
 * @param {Letter} letter
 * @param {string} language as in `lang`
 * @returns {Record<string, string>}
 */
export function toDocx(letter, language) {
  return {
    "[Content_Types].xml": `${XML}<Types xmlns="${OPEN_XML}/package/2006/content-types"><Default Extension="rels" ContentType="${RELATIONS}"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    "_rels/.rels": relation("officeDocument", "word/document.xml"),
    "word/document.xml": `${XML}<w:document ${WORDS}><w:body>${letter.map(paragraph).join("")}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relation("styles", "styles.xml"),
    // Without it, programs set a letter in small type and its paragraphs without a space between them.
    "word/styles.xml": `${XML}<w:styles ${WORDS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="${inHtml(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>`,
  };
}

/** The part that says where another one lies. @param {string} type @param {string} target */
function relation(type, target) {
  return `${XML}<Relationships xmlns="${OPEN_XML}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN_XML}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
}

/** @param {readonly (readonly Stretch[])[]} lines */
function paragraph(lines) {
  return `<w:p>${lines.map((line) => line.map(run).join("")).join("<w:r><w:br/></w:r>")}</w:p>`;
}

/** @param {Stretch} stretch */
function run({ text, gap }) {
  const look = gap ? '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' : "";
  const words = inHtml(text.replace(UNWRITABLE, ""));
  return `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}
