import { Component } from "../base/component.js";
import { printAlone } from "../base/export.js";

/**
 * Puts the right answers and the good choices of the module together for whoever runs it, opens them when the address
 * asks for them, and prints them alone.
 */
export class EwFacilitator extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    this.#gather();
    this.querySelector("button")?.addEventListener("click", () => printAlone("facilitator"), { signal });
    addEventListener("hashchange", () => this.#open(), { signal });
    this.#open();
  }

  #gather() {
    const right = [...document.querySelectorAll("[data-right]")].map((option) =>
      line(option.closest(".knowledge-check")?.querySelector(".ask"), option.querySelector("summary, label")),
    );
    const good = [...document.querySelectorAll("[data-good]")].map((choice) =>
      line(choice.closest(".scene")?.querySelector("p"), choice.querySelector("summary, button")),
    );
    this.find("checks").replaceChildren(...right);
    this.find("choices").replaceChildren(...good);
    this.find("plainly").hidden = true;
    this.find("answers").hidden = false;
  }

  #open() {
    const view = this.querySelector("details");
    if (!view || location.hash !== `#${view.id}`) return;
    view.open = true;
    view.scrollIntoView();
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

customElements.define("ew-facilitator", EwFacilitator);
