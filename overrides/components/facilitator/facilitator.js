/**
 * Puts the right answers and the good choices of the module together for whoever runs it, opens them when the address
 * asks for them, and prints them alone.
 */
export class EwFacilitator extends HTMLElement {
  /** @type {AbortController | null} */
  #listening = null;

  connectedCallback() {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#gather();
    this.querySelector("button")?.addEventListener("click", () => this.#print(), { signal });
    addEventListener("hashchange", () => this.#open(), { signal });
    this.#open();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#listening = null;
  }

  #gather() {
    const right = [...document.querySelectorAll("[data-right]")].map((option) =>
      line(option.closest(".knowledge-check")?.querySelector(".ask"), option.querySelector("summary, label")),
    );
    const good = [...document.querySelectorAll("[data-good]")].map((choice) =>
      line(choice.closest(".scene")?.querySelector("p"), choice.querySelector("summary, button")),
    );
    this.querySelector("[data-part=checks]")?.replaceChildren(...right);
    this.querySelector("[data-part=choices]")?.replaceChildren(...good);
    this.querySelector("[data-part=plainly]")?.setAttribute("hidden", "");
    this.querySelector("[data-part=answers]")?.removeAttribute("hidden");
  }

  #open() {
    const view = this.querySelector("details");
    if (!view || location.hash !== `#${view.id}`) return;
    view.open = true;
    view.scrollIntoView();
  }

  #print() {
    document.documentElement.dataset.print = "facilitator";
    addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true });
    print();
  }
}

/** What is asked, and what is to be done. @param {Element | null | undefined} ask @param {Element | null} act */
function line(ask, act) {
  const item = document.createElement("li");
  const strong = document.createElement("strong");
  strong.textContent = plain(act);
  item.append(`${plain(ask)} `, strong);
  return item;
}

/** @param {Element | null | undefined} element */
function plain(element) {
  return element?.textContent?.trim() ?? "";
}
