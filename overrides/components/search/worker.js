// Search beside the page, so that nobody who types ever waits for it.
import { engine } from "./engine.js";
import { unpacked } from "./packing.js";

/** @type {Promise<(typed: string) => import("./engine.js").Answer> | undefined} */
let answering;

async function load() {
  const response = await fetch(new URL("../../search.json", import.meta.url));
  if (!response.ok) throw new Error(String(response.status));
  return engine(unpacked(await response.json()));
}

addEventListener("message", async ({ data: typed }) => {
  try {
    answering ??= load();
    postMessage({ typed, answer: (await answering)(typed) });
  } catch {
    answering = undefined;
    postMessage({ typed });
  }
});
