// Where the script of each element is: it is fetched where the element is, and nowhere else. The build reads this list
// to have what a page needs fetched at once (`macros/publish/assets.py`).

/** @type {Record<string, () => Promise<{ default: CustomElementConstructor }>>} */
const elements = {
  "ew-carry": () => import("./components/carry/carry.js"),
  "ew-checklist": () => import("./components/checklist/element.js"),
  "ew-clear": () => import("./components/clear/clear.js"),
  "ew-copy": () => import("./components/copy/copy.js"),
  "ew-embed": () => import("./components/embed/embed.js"),
  "ew-facilitator": () => import("./components/facilitator/facilitator.js"),
  "ew-item": () => import("./components/item/item.js"),
  "ew-knowledge-check": () => import("./components/knowledge-check/knowledge-check.js"),
  "ew-letter": () => import("./components/letter/element.js"),
  "ew-offline": () => import("./components/offline/offline.js"),
  "ew-pairs": () => import("./components/pairs/element.js"),
  "ew-path": () => import("./components/path/path.js"),
  "ew-plan": () => import("./components/plan/plan.js"),
  "ew-progress": () => import("./components/progress/progress.js"),
  "ew-record": () => import("./components/record/record.js"),
  "ew-scenario": () => import("./components/scenario/scenario.js"),
  "ew-search": () => import("./components/search/search.js"),
  "ew-theme": () => import("./components/theme/theme.js"),
  "ew-verify": () => import("./components/verify/verify.js"),
};

/** Bring the elements below `root` to life, also where they came after the page. @param {ParentNode} root */
export function define(root) {
  const present = Object.entries(elements).filter(([name]) => root.querySelector(name));
  return Promise.all(
    present.map(async ([name, load]) => {
      const { default: made } = await load();
      // Asked twice, for a list in each of two embeds, a second definition would throw.
      customElements.get(name) ?? customElements.define(name, made);
    }),
  );
}

/** Go again to the place that the address names: what came to life above it may have moved it out of sight. */
function settle() {
  document.querySelector(":target")?.scrollIntoView();
}

const [arrival] = performance.getEntriesByType("navigation");
// A reader who went on meanwhile stays where they are, and who comes back is where they were.
const stays = new AbortController();
for (const act of ["wheel", "touchmove", "keydown", "pointerdown"])
  addEventListener(act, () => stays.abort(), { once: true, passive: true, signal: stays.signal });
define(document).then(() => {
  if (!stays.signal.aborted && /** @type {PerformanceNavigationTiming} */ (arrival)?.type === "navigate")
    settle();
  stays.abort();
});
