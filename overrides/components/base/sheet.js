/** Parts of the page that can be shown above it. */

/**
 * Show a part of the page above the page, where the reader is, until they close it, follow a link within the page or
 * print: it would cover what is printed. Its place keeps its height meanwhile, so that nothing moves.
 * @param {HTMLElement} part
 * @param {HTMLElement} opener which names it, and has the focus afterwards
 * @param {HTMLElement} close a button that closes it, of which a copy is put in front
 */
export function showAbove(part, opener, close) {
  if (!part.showPopover) return part.scrollIntoView();
  const place = part.parentElement;
  const button = /** @type {HTMLElement} */ (close.cloneNode(true));
  const ended = new AbortController();
  const { signal } = ended;
  const name = part.getAttribute("aria-label");
  if (place) place.style.minBlockSize = `${place.offsetHeight}px`;
  part.prepend(button);
  part.popover = "auto";
  part.role = "dialog";
  part.ariaLabel = opener.textContent;
  part.showPopover();
  button.focus();
  part.addEventListener("click", ({ target }) => closes(target, button) && part.hidePopover(), { signal });
  const end = () => {
    ended.abort();
    button.remove();
    part.removeAttribute("popover");
    part.removeAttribute("role");
    part.ariaLabel = name;
    place?.style.removeProperty("min-block-size");
  };
  part.addEventListener(
    "toggle",
    (event) => event.target === part && /** @type {ToggleEvent} */ (event).newState === "closed" && end(),
    { signal },
  );
  addEventListener("beforeprint", end, { signal });
}

/** @param {EventTarget | null} target @param {HTMLElement} button */
function closes(target, button) {
  return target instanceof Element && (button.contains(target) || target.closest('a[href^="#"]') !== null);
}
