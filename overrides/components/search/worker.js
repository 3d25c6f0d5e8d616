// Search beside the page, so that nobody who types ever waits for it.

/** @type {Promise<(typed: string) => import("./engine.js").Answer> | undefined} */
let answering;

/** What search knows comes while its scripts do. */
async function load() {
  const [response, { engine }, { unpacked }] = await Promise.all([
    fetch(new URL("../../search.json", import.meta.url)),
    import("./engine.js"),
    import("./packing.js"),
  ]);
  if (!response.ok) throw new Error(String(response.status));
  return engine(unpacked(await response.json()));
}

addEventListener("message", async ({ data: typed }) => {
  try {
    answering ??= load();
    postMessage({ typed, answer: (await answering)(typed) });
  } catch {
    postMessage({ typed });
  }
});
