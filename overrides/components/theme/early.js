// The scripts of the elements begin once the page is there: before, a browser that waits for them would follow no link to a step.
addEventListener("DOMContentLoaded", () => {
  const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[data-run]"));
  for (const { href: src } of links) {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { type: "module", async: false, src }));
  }
});

// Runs before the first paint, so that a chosen theme does not flash, and the number of a chosen country stands from the start:
// what it would push aside is what a finger aims at. A refused storage leaves the device's own theme, and no country.
try {
  const theme = localStorage.getItem("ew:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const region = localStorage.getItem("ew:region");
  if (region) {
    const numbers = `[data-chosen][data-region="${CSS.escape(region)}"]`;
    const parsed = new MutationObserver(() => {
      for (const number of document.querySelectorAll(numbers)) number.removeAttribute("hidden");
    });
    parsed.observe(document, { childList: true, subtree: true });
    customElements.whenDefined("ew-region").then(() => parsed.disconnect());
  }
} catch {}
