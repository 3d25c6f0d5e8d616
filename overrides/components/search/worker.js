// Search beside the page, so that nobody who types ever waits for it.
import { engine } from "./engine.js";

/** @type {Promise<(typed: string) => import("./engine.js").Answer> | undefined} */
let answering;

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return engine(await response.json());
}

addEventListener("message", async ({ data: { index, typed } }) => {
  try {
    answering ??= load(index);
    postMessage({ typed, answer: (await answering)(typed) });
  } catch {
    answering = undefined;
    postMessage({ typed });
  }
});
