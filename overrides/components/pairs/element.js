import { Component } from "../base/component.js";
import { say } from "../base/messages.js";
import { follow, read, write } from "./state.js";

/**
 * Around a map that already reads: follows a phase or a practice to what belongs with it, and the rest steps back.
 * What is chosen stands in the address and nowhere else. All its words are in the markup.
 */
export class EwPairs extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    const [phase, practice] = this.#choices;
    phase.addEventListener("change", () => this.#go({ phase: phase.value, practice: "" }), { signal });
    practice.addEventListener("change", () => this.#go({ ...this.#state, practice: practice.value }), {
      signal,
    });
    this.addEventListener("click", (event) => this.#onClick(event), { signal });
    // Fired by the back button and by a fragment that was typed, and not by the element's own changes.
    addEventListener("popstate", () => this.#show(), { signal });
    this.find("choice").hidden = false;
    this.#show();
  }

  // ---- What stands in the page

  get #choices() {
    return [...this.find("choice").querySelectorAll("select")];
  }

  /** The phase of each practice. @returns {Map<string, string>} */
  get #phases() {
    const options = [...this.querySelectorAll("optgroup")].flatMap((group) =>
      [...group.querySelectorAll("option")].map(
        ({ value }) => /** @type {[string, string]} */ ([value, group.dataset.phase ?? ""]),
      ),
    );
    return new Map(options);
  }

  get #state() {
    return read(location.href, this.#phases);
  }

  // ---- What a reader does

  /** A name on the map leads to that practice's own list: the map goes there with it. @param {MouseEvent} event */
  #onClick(event) {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    // A link opened in another tab with a modifier key stays a link.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const practice = (link.getAttribute("href") ?? "").slice(1);
    this.#go({ ...this.#state, practice });
    // In the lists, the name that was chosen is now hidden; on the drawing it stays under the finger.
    if (!link.checkVisibility()) this.#list(practice)?.querySelector("a")?.focus();
  }

  /** @param {import("./state.js").State} state */
  #go(state) {
    history.pushState(null, "", write(location.href, state));
    this.#show();
  }

  // ---- What is shown

  #show() {
    const state = this.#state;
    const [phase, practice] = this.#choices;
    phase.value = state.phase;
    practice.value = state.practice;
    for (const group of practice.querySelectorAll("optgroup"))
      group.hidden = group.disabled = Boolean(state.phase) && group.dataset.phase !== state.phase;
    this.dataset.chosen = state.practice ? "practice" : state.phase ? "phase" : "nothing";
    this.#draw(state);
    for (const list of this.querySelectorAll("tbody"))
      list.hidden = Boolean(state.practice) && list.id !== state.practice;
    const shown = this.#phases.get(state.practice) ?? state.phase;
    for (const section of this.querySelectorAll("section"))
      section.hidden = Boolean(shown) && section.dataset.phase !== shown;
  }

  /** Marks on the drawing what is kept, and says how many pairs that is. @param {import("./state.js").State} state */
  #draw(state) {
    const curves = [...this.querySelectorAll("[data-pair]")].map((curve) => ({
      curve,
      ends: (curve.getAttribute("data-pair") ?? "").split(" "),
    }));
    const kept = follow(
      curves.map(({ ends }) => ends),
      this.#phases,
      state,
    );
    for (const { curve, ends } of curves) curve.toggleAttribute("data-kept", kept.pairs.has(ends));
    for (const name of this.querySelectorAll("svg a")) {
      const practice = (name.getAttribute("href") ?? "").slice(1);
      name.toggleAttribute("data-kept", kept.practices.has(practice));
      if (practice === state.practice) name.setAttribute("aria-current", "true");
      else name.removeAttribute("aria-current");
    }
    this.find("count").textContent = say(this, "shown", { count: kept.pairs.size });
  }

  /** @param {string} practice */
  #list(practice) {
    return this.querySelector(`#${CSS.escape(practice)}`);
  }
}

customElements.define("ew-pairs", EwPairs);
