import { Component } from "../base/component.js";
import { fetchPart, keepLinks } from "../base/guest.js";

/**
 * Puts the practice's own checklist in the place of the names of its steps, once it is unfolded: the same list with the
 * same runs, fetched from its page, so that there is no second copy of it. Where it or a script of it cannot be had, the
 * names stay, and it is asked for again when it is unfolded again.
 */
export class EwEmbed extends Component {
  /** While it is on its way. @type {Promise<void> | null} */
  #coming = null;

  /** @param {AbortSignal} signal */
  start(signal) {
    const fold = this.closest("details");
    fold?.addEventListener("toggle", () => fold.open && this.#load(), { signal });
  }

  #load() {
    if (this.querySelector("ew-checklist")) return;
    this.#coming ??= this.#fetch()
      .catch(() => {})
      .finally(() => {
        this.#coming = null;
      });
  }

  async #fetch() {
    const address = new URL(this.dataset.page ?? "", location.href);
    const script = new URL("../checklist/element.js", import.meta.url).href;
    const { part: list, fit } = await fetchPart(address, "ew-checklist", script);
    this.find("updated").hidden = !list || fit;
    if (!list || !fit) return;
    // The scripts of the list, which the page itself has no other use for.
    await Promise.all([import("../checklist/element.js"), import("../copy/copy.js")]);
    this.replaceChildren(document.adoptNode(asGuest(list, address)));
  }
}

/**
 * The list as a guest on another page: its links lead where they led, it has no ids, which are the page's own, and it is
 * printed with the page. What copies and prints it before all is ticked is on its own page.
 * @param {Element} list
 * @param {URL} address
 */
function asGuest(list, address) {
  keepLinks(list, address);
  for (const part of list.querySelectorAll("[id]")) part.removeAttribute("id");
  list.removeAttribute("data-alone");
  const veil = document.createElement("div");
  veil.hidden = true;
  const carry = list.querySelector("[data-part=carry]");
  carry?.replaceWith(veil);
  if (carry) veil.append(carry);
  return list;
}

customElements.define("ew-embed", EwEmbed);
