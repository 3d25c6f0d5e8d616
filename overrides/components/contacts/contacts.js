import { Component } from "../base/component.js";
import { keep, keeps, kept } from "../base/storage.js";

const KEY = "ew:region";

/** Where storage is refused the choice holds for this page only. */
let chosen = kept(KEY);

/**
 * Shows the numbers of the country that was chosen, and of no other. A part with `data-chosen` waits for a choice.
 * Several stand on one page, and in several tabs.
 */
export class EwRegion extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    const select = this.querySelector("select");
    if (select) this.find("choice").hidden = false;
    this.querySelector("[data-part=kept]")?.toggleAttribute("hidden", !keeps());
    select?.addEventListener("change", () => choose(select.value), { signal });
    // No key: everything was cleared.
    addEventListener(
      "storage",
      ({ key, newValue }) => {
        if (key !== null && key !== KEY) return;
        chosen = newValue ?? "";
        this.#show();
      },
      { signal },
    );
    // The page comes back as it was left, and another one may have been asked meanwhile.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#ask(), { signal });
    this.#show();
  }

  #ask() {
    if (keeps()) chosen = kept(KEY);
    this.#show();
  }

  #show() {
    const parts = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-region]"))];
    // A country that this guide does not show is none.
    const region = parts.some(({ dataset }) => dataset.region === chosen) ? chosen : "";
    for (const part of parts) {
      const waits = "chosen" in part.dataset;
      part.hidden = region ? part.dataset.region !== region : waits;
      if (region && part instanceof HTMLDetailsElement) part.open = part.dataset.region === region;
    }
    const select = this.querySelector("select");
    if (select) select.value = region;
  }
}

/** Storage tells all tabs but the one that changed it: tell this one in the same words. @param {string} region */
function choose(region) {
  keep(KEY, region);
  dispatchEvent(new StorageEvent("storage", { key: KEY, newValue: region }));
}

customElements.define("ew-region", EwRegion);
