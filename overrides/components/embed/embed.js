import { Component } from "../base/component.js";

/**
 * Puts the practice's own checklist in the place of the names of its steps, once it is unfolded: the same list with the
 * same runs, fetched from its page, so that there is no second copy of it. Where it cannot be had, the names stay, and
 * it is asked for again when it is unfolded again.
 */
export class EwEmbed extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    const fold = this.closest("details");
    fold?.addEventListener("toggle", () => fold.open && this.#load(), { signal });
  }

  async #load() {
    if (this.querySelector("ew-checklist")) return;
    const updated = this.find("updated");
    const address = new URL(this.dataset.page ?? "", location.href);
    let list = await listAt(address, "default");
    // The copy on the device may be of another version than this page, and the network have its own.
    if (list && !fits(list, address)) list = await listAt(address, "reload");
    updated.hidden = !list || fits(list, address);
    if (!list || !updated.hidden) return;
    this.replaceChildren(document.adoptNode(asGuest(list, address)));
    // The scripts of the list, which the page itself has no other use for.
    await Promise.all([import("../checklist/element.js"), import("../copy/copy.js")]);
  }
}

/** @param {URL} address @param {RequestCache} cache */
async function listAt(address, cache) {
  const response = await fetch(address, { cache }).catch(() => null);
  if (!response?.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("ew-checklist");
}

/**
 * Whether a list is of the version that runs here, and its page has the same script for it: another version's might not
 * find its parts in this one.
 * @param {Element} list
 * @param {URL} address
 */
function fits(list, address) {
  const script = new URL("../checklist/element.js", import.meta.url).href;
  const sources = [...list.ownerDocument.scripts].map((one) => one.getAttribute("src") ?? "");
  return sources.some((source) => new URL(source, address).href === script);
}

/**
 * The list as a guest on another page: its links lead where they led, and it has no ids, which are the page's own. To
 * copy and to print it, the reader opens its page.
 * @param {Element} list
 * @param {URL} address
 */
function asGuest(list, address) {
  for (const link of list.querySelectorAll("a"))
    link.href = new URL(link.getAttribute("href") ?? "", address).href;
  for (const part of list.querySelectorAll("[id]")) part.removeAttribute("id");
  const veil = document.createElement("div");
  veil.hidden = true;
  const carry = list.querySelector("[data-part=carry]");
  carry?.replaceWith(veil);
  if (carry) veil.append(carry);
  return list;
}

customElements.define("ew-embed", EwEmbed);
