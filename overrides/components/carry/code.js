/** @typedef {{size: number, get: (x: number, y: number) => boolean}} Code */
/** @typedef {{generate: (text: string, options: object) => Code, correction: Record<string, number>}} Library */

// Fetched only by those who want a code. Its types are published under another name than its file.
const LIBRARY = "./vendor/lean-qr.js";
const QUIET = 4; // modules of white around a code, as its standard asks
const SVG = "http://www.w3.org/2000/svg";

/**
 * Draw `text` as a code to scan, black on white whatever the page's colours, and tell what came of it: whether it is too
 * much for a code, or what draws one did not arrive.
 * @param {Element} svg
 * @param {string} text
 * @returns {Promise<"drawn" | "unscannable" | "undrawn">}
 */
export async function draw(svg, text) {
  /** @type {Library | null} */
  const library = await import(LIBRARY).catch(() => null);
  if (!library) return "undrawn";
  const code = attempt(library, text);
  if (!code) return "unscannable";
  const size = code.size + 2 * QUIET;
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  const rows = Array.from({ length: code.size }, (_, y) => row(code, y));
  svg.replaceChildren(shape("#fff", `M0 0h${size}v${size}H0z`), shape("#000", rows.join("")));
  return "drawn";
}

/** @param {Library} library @param {string} text @returns {Code | null} null when it is more than a code can hold */
function attempt({ correction, generate }, text) {
  try {
    return generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L });
  } catch {
    return null;
  }
}

/** @param {Code} code @param {number} y */
function row(code, y) {
  const modules = Array.from({ length: code.size }, (_, x) => x).filter((x) => code.get(x, y));
  return modules.map((x) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`).join("");
}

/** @param {string} fill @param {string} d */
function shape(fill, d) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("fill", fill);
  path.setAttribute("d", d);
  return path;
}
