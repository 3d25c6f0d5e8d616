import { isThirdPartyFrame } from "../base/storage.js";
import { Learning } from "./learning.js";
import { news } from "./state.js";
import { canSave, carried, isPutOff, listenCarried, putOff, read } from "./store.js";

/** Says how long progress lasts in this browser, and offers once a day to carry away what was not carried yet. */
export class EwProgress extends Learning {
  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.find("scriptless").hidden = true;
    this.querySelector("button")?.addEventListener("click", () => this.#putOff(), { signal });
    listenCarried(() => this.#withdraw(), signal);
    this.#tellHowLong();
    this.#offer(); // on coming to the page only: nothing moves under the hand of someone who ticks
  }

  /** Storage may begin to refuse while the page stands. */
  show() {
    if (canSave()) return;
    for (const part of ["apart", "brief", "lasting", "unsure", "offer"]) this.find(part).hidden = true;
    this.find("refused").hidden = false;
  }

  async #tellHowLong() {
    this.find("apart").hidden = !canSave() || !isThirdPartyFrame();
    if (!canSave()) return;
    const short = this.find(forgetsInAWeek() ? "brief" : "unsure");
    short.hidden = false; // at once, as what came later would move the page under a hand
    // Not there where the address is not a secure one.
    if (!(await navigator.storage?.persisted?.())) return;
    short.hidden = true;
    this.find("lasting").hidden = false;
    this.show();
  }

  #offer() {
    this.find("offer").hidden = !hasNews() || !canSave() || isPutOff();
  }

  #withdraw() {
    if (!hasNews()) this.find("offer").hidden = true;
  }

  #putOff() {
    putOff();
    this.find("offer").hidden = true;
  }
}

/** Whether something was done that was not carried away, were it only tried. */
function hasNews() {
  return news(carried(), read()).length > 0;
}

/** Safari, and every browser on an iPhone, deletes what scripts stored after seven days of use without a visit. */
function forgetsInAWeek() {
  return "GestureEvent" in window;
}

customElements.define("ew-progress", EwProgress);
