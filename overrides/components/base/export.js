/** The ways out of a page: the clipboard, a file, paper. Whoever takes one says how it went. */

/** Milliseconds that a file stays there to be fetched: Safari reads it only after the click is over. */
const PATIENCE = 60_000;

/**
 * Copy a text.
 * @param {string} text
 * @returns {Promise<boolean>} false where there is no clipboard, as on a page without https, or a frame is refused it
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copy with formatting, and as text for what takes no formatting.
 * @param {string} html
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser refuses either
 */
export async function copyRich(html, text) {
  const blob = (/** @type {string} */ words, /** @type {string} */ type) => new Blob([words], { type });
  try {
    const item = new ClipboardItem({
      "text/html": blob(html, "text/html"),
      "text/plain": blob(text, "text/plain"),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copy a text, or else show it in its place, in sight and chosen to be copied by hand.
 * @param {string} text
 * @param {HTMLElement} place
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyOrOffer(text, place) {
  const copied = await copyText(text);
  place.hidden = copied;
  if (copied) return true;
  place.textContent = text;
  place.scrollIntoView({ block: "nearest" });
  getSelection()?.selectAllChildren(place);
  return false;
}

/** Save a file. @param {string} name @param {BlobPart} content @param {string} type */
export function download(name, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), PATIENCE);
}

/**
 * Print one part of the page alone. Some browsers print after print() has returned: only an event tells that it is over.
 * None comes in a frame that may not print: there it is over with the reader's next act.
 * @param {string} part as the styles name it
 * @param {() => void} [done]
 */
export function printAlone(part, done) {
  const { dataset } = document.documentElement;
  const printing = new AbortController();
  const over = () => {
    printing.abort();
    delete dataset.print;
    done?.();
  };
  dataset.print = part;
  for (const end of ["afterprint", "pointerdown", "keydown"])
    addEventListener(end, over, { capture: true, signal: printing.signal });
  print();
}

// ---- Text that means itself, and nothing more, in what it is put into

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
