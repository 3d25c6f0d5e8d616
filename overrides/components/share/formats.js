/** A place in the guide as others write a link to it. Pure functions. */

import { htmlLink, inHtml, markdownLink } from "../base/export.js";

/**
 * A page or a part of it: what it is called, where it is, what it says in short, the name of the guide, and the address of
 * what of the page a frame shows.
 * @typedef {{title: string, href: string, words: string, guide: string, frame: string}} Place
 */

/** An address has no sign in it that ends a link. @param {string} href */
function inMarkup(href) {
  return href.replace(/[[\]|<>`\s]/g, encodeURIComponent);
}

/** A title without the signs that have a meaning between the brackets of a link. @param {string} title @param {RegExp} signs */
function plain(title, signs) {
  return title.replace(signs, " ").replace(/\s+/g, " ").trim();
}

/** @type {Record<string, (place: Place) => string>} as plain text, by the name of the format */
export const FORMATS = {
  link: ({ title, href }) => `${title}\n${href}`,
  address: ({ href }) => href,
  quotation: ({ title, href, words, guide }) => `“${words}”\n${title}, ${guide}, ${href}`,
  markdown: ({ title, href }) => markdownLink(title, href),
  mediawiki: ({ title, href }) => `[${inMarkup(href)} ${plain(title, /[[\]|{}<>']/g)}]`,
  dokuwiki: ({ title, href }) => `[[${inMarkup(href)}|${plain(title, /[[\]|{}<>]/g)}]]`,
  confluence: ({ title, href }) => `[${plain(title, /[[\]|{}]/g)}|${inMarkup(href)}]`,
  rest: ({ title, href }) => `\`${plain(title, /[`<>\\]/g)} <${inMarkup(href)}>\`__`,
  asciidoc: ({ title, href }) => `link:++${href}++[${plain(title, /[[\]+]/g)}]`,
  frame: ({ title, frame }) =>
    `<iframe src="${inHtml(frame)}" title="${inHtml(title)}" width="100%" height="720" loading="lazy" allow="clipboard-write"></iframe>`,
};

/** @type {Record<string, (place: Place) => string>} as HTML, for the formats that a rich editor takes */
export const RICH = {
  link: ({ title, href }) => htmlLink(title, href),
  quotation: ({ title, href, words, guide }) =>
    `<blockquote><p>“${inHtml(words)}”</p><p>${htmlLink(title, href)}, ${inHtml(guide)}</p></blockquote>`,
};
