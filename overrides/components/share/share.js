import { copyOrOffer, copyRich } from "../base/export.js";
import { say } from "../base/messages.js";
import { FORMATS, RICH } from "./formats.js";

/** What can be linked to: headings, what has a permanent link of its own, and the tasks of a module. */
const PARTS = ":is(h2, h3)[id], a[data-permalink*='#'], [role=group][id]";
const LONGEST = 80; // letters of the name of a part in the list of them

/**
 * List the parts that can be linked to, and return what copies as a pressed button says.
 * @param {HTMLElement} element
 * @returns {(pressed: HTMLElement) => void}
 */
export function share(element) {
  const article = /** @type {HTMLElement} */ (document.getElementById("main"));
  const chosen = /** @type {HTMLSelectElement} */ (element.querySelector("select"));
  const parts = new Map([...article.querySelectorAll(PARTS)].map((part) => [idOf(part), nameOf(part)]));
  for (const [id, name] of parts) chosen.add(new Option(name.slice(0, LONGEST), id));

  /** @param {string} [below] the page, where what a frame shows of it is */
  const place = (below) => {
    const part = parts.get(chosen.value);
    const title = textOf(article.querySelector("h1"));
    const summary = textOf(article.querySelector(".brief"));
    const address = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
    const page = new URL(address ?? location.pathname, location.href).href;
    const guide = /** @type {HTMLMetaElement | null} */ (
      document.querySelector('meta[name="application-name"]')
    );
    return {
      title: part ? `${title} ${part}` : title,
      href: part ? `${page}#${chosen.value}` : page,
      words: part ?? (summary || title),
      guide: guide?.content ?? "",
      frame: below ? page + below : "",
    };
  };
  return ({ dataset: { as = "", below } }) => void copy(element, as, place(below));
}

/** @param {HTMLElement} element @param {string} as @param {import("./formats.js").Place} place */
async function copy(element, as, place) {
  const text = FORMATS[as](place);
  const rich = RICH[as]?.(place);
  const byHand = /** @type {HTMLElement} */ (element.querySelector("pre"));
  byHand.hidden = true;
  const copied = (rich !== undefined && (await copyRich(rich, text))) || (await copyOrOffer(text, byHand));
  const told = /** @type {HTMLElement} */ (element.querySelector("[data-part=told]"));
  told.textContent = say(element, copied ? "copied" : "not-copied", { text });
}

/** @param {Element} part */
function idOf(part) {
  return part instanceof HTMLAnchorElement ? part.hash.slice(1) : part.id;
}

/** What a part is called: a link to one says it after a colon. @param {Element} part */
function nameOf(part) {
  const named = document.getElementById(part.getAttribute("aria-labelledby") ?? "") ?? part;
  return part.ariaLabel?.replace(/^[^:]*: /, "") ?? textOf(named);
}

/** @param {Element | null} element */
function textOf(element) {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
