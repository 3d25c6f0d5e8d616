/** @typedef {import("./export.js").Piece} Piece */

/**
 * Reads a checklist, as it stands on the page, into what leaves the page.
 * @param {HTMLElement} list
 * @returns {import("./export.js").Sheet}
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
