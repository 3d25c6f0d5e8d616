/** Text that means itself, and nothing more, in what it is put into. */

/** In HTML and XML, in an attribute as well. @param {string} text */
export function inHtml(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** In Markdown, in a table as well. @param {string} text */
export function inMarkdown(text) {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}

/** A link in HTML. @param {string} text @param {string} href */
export function htmlLink(text, href) {
  return `<a href="${inHtml(href)}">${inHtml(text)}</a>`;
}

/** A link in Markdown. @param {string} text @param {string} href */
export function markdownLink(text, href) {
  const address = href.replace(/[()|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${inMarkdown(text)}](${address})`;
}
