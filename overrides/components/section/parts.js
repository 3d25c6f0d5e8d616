import { Component } from "../base/component.js";

/** A line a third down the window: the part of the page that crosses it is the one being read. */
const LINE = "-33% 0px -66%";
const NARROW = "(max-width: 48rem)";

/** A part of the page that is folded on a phone, until someone opens it or follows a link into it. */
export class EwFold extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    const details = /** @type {HTMLDetailsElement} */ (this.querySelector("details"));
    const follow = () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!this.contains(target)) return;
      details.open = true;
      target?.scrollIntoView();
    };
    if (matchMedia(NARROW).matches) details.open = false;
    follow();
    addEventListener("hashchange", follow, { signal });
  }
}

/** Marks where the reader is among the parts of the page. */
export class EwParts extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    const links = /** @type {HTMLAnchorElement[]} */ ([...this.querySelectorAll('a[href^="#"]')]);
    /** @type {Set<Element>} */
    const crossed = new Set();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) crossed[isIntersecting ? "add" : "delete"](target);
        // Where two stand beside each other, what is beside the list waits.
        const [part] = [...crossed].sort((a, b) => Number(isBeside(a)) - Number(isBeside(b)));
        for (const link of links) {
          if (link.hash === `#${part?.getAttribute("aria-labelledby")}`)
            link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        }
      },
      { rootMargin: LINE },
    );
    for (const part of document.querySelectorAll("section.part")) observer.observe(part);
    signal.addEventListener("abort", () => observer.disconnect());
  }
}

/** @param {Element} part */
function isBeside(part) {
  return part.closest(".beside") !== null;
}

customElements.define("ew-fold", EwFold);
customElements.define("ew-parts", EwParts);
