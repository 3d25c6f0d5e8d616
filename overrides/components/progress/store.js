/** Where the browser keeps the progress: one code under one key. What one tab writes, all others hear of. */

import { keep, keeps, kept } from "../base/storage.js";
import { decode, encode, FIRST_DAY, merge, NOTHING } from "./state.js";

/** @typedef {import("./state.js").Progress} Progress */

const KEY = "ew:course";
/** A code that this page cannot read, perhaps of a later guide: set aside, not written over. */
const UNREAD = "ew:course-unread";
/** The code of what was last carried away, and the day on which the offer to do so was put off. */
const CARRIED = "ew:course-carried";
const PUT_OFF = "ew:course-later";
const CHANGED = "ew-course";
const TAKEN = "ew-course-carried";

/** What is known while the page stands, where nothing can be kept. */
let held = "";
let refused = false;

/** Whether the browser keeps anything at all. */
export function canSave() {
  return !refused && keeps();
}

function text() {
  return refused ? held : kept(KEY);
}

/** @returns {Progress} */
export function read() {
  return decode(text()) ?? NOTHING;
}

/**
 * Make a change. It starts from what is kept, not from what this page last saw, so that two tabs lose nothing.
 * @param {(progress: Progress) => Progress} change
 */
export function write(change) {
  const before = text();
  const code = encode(change(read()));
  if (before && !decode(before)) setAside(before);
  held = code;
  refused ||= !keep(KEY, code); // full or forbidden: from here on this page is the one that knows
  dispatchEvent(new Event(CHANGED));
}

/** @param {string} foreign */
function setAside(foreign) {
  const aside = kept(UNREAD);
  keep(UNREAD, aside ? `${aside}\n${foreign}` : foreign);
}

/** Call `heard` whenever the progress may have changed, here or in another tab. @param {() => void} heard @param {AbortSignal} signal */
export function listen(heard, signal) {
  addEventListener(CHANGED, heard, { signal });
  addEventListener("storage", ({ key }) => (key === null || key === KEY) && heard(), { signal });
  // A page kept whole for the back button heard no storage events meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && heard(), { signal });
}

/** The reader's own date, in days since 1970-01-01. */
export function today() {
  const now = new Date();
  const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
  return Math.max(day, FIRST_DAY); // a clock set before the course was there
}

/** What was last carried away. @returns {Progress} */
export function carried() {
  return decode(kept(CARRIED)) ?? NOTHING;
}

/** Note that all there is was carried away, or that this much of it came from elsewhere. @param {Progress} [brought] */
export function setCarried(brought) {
  keep(CARRIED, brought ? encode(merge(carried(), brought)) : text());
  dispatchEvent(new Event(TAKEN));
}

/** Call `heard` when something was carried away or all was cleared, here or in another tab. @param {() => void} heard @param {AbortSignal} signal */
export function listenCarried(heard, signal) {
  addEventListener(TAKEN, heard, { signal });
  addEventListener("storage", ({ key }) => (key === null || key === CARRIED) && heard(), { signal });
}

/** Whether the offer to carry was put off today. */
export function isPutOff() {
  return kept(PUT_OFF) === String(today());
}

/** Make the offer again tomorrow. */
export function putOff() {
  keep(PUT_OFF, String(today()));
}
