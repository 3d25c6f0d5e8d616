/** Where the browser keeps the progress: one code under one key. What one tab writes, all others hear of. */

import { drop, keep, keeps, kept, setAside } from "../base/storage.js";
import { believed, decode, encode, FIRST_DAY, LAST_DAY, merge, NOTHING, revise } from "./state.js";

/** @typedef {import("./state.js").Progress} Progress */
/** @typedef {(progress: Progress) => Progress} Change */

const KEY = "ew:course";
/** Codes that a page could not read, perhaps of a later guide: set aside, not written over, and taken up once they can be. */
const UNREAD = "ew:course-unread";
/** The code of what was last carried away, and the day on which the offer to do so was put off. */
const CARRIED = "ew:course-carried";
const PUT_OFF = "ew:course-later";
const CHANGED = "ew-course";
const TAKEN = "ew-course-carried";

/** Changes that found no room, known while the page stands: made to whatever is kept until there is. @type {Change[]} */
let unsaved = [];

/** Whether the browser keeps anything at all. */
export function canSave() {
  return unsaved.length === 0 && keeps();
}

/** What is kept and what found no room, as it was written. */
function written() {
  const codes = [...aside().readable, kept(KEY)].map((code) => decode(code) ?? NOTHING);
  return unsaved.reduce((progress, change) => change(progress), codes.reduce(merge, NOTHING));
}

/** The codes that were set aside: those that this page can read, and the others. */
function aside() {
  const codes = kept(UNREAD).split("\n").filter(Boolean);
  return { readable: codes.filter(decode), others: codes.filter((code) => !decode(code)) };
}

/** What was done, as far as it is believed today. */
export function read() {
  return believed(written(), today());
}

/**
 * Make a change. It starts from what is kept, not from what this page last saw, so that two tabs lose nothing.
 * @param {Change} change a pure function: where nothing can be kept, it is made again whenever the progress is read
 */
export function write(change) {
  const day = today();
  unsaved.push((progress) => revise(progress, day, change));
  const before = kept(KEY);
  const readable = !before || decode(before) || setAside(UNREAD, before);
  if (readable && keep(KEY, encode(written()))) {
    unsaved = [];
    takenUp();
  }
  dispatchEvent(new Event(CHANGED));
}

/** What was set aside and could be read is part of what is kept by now. */
function takenUp() {
  const { readable, others } = aside();
  if (readable.length && others.length) keep(UNREAD, others.join("\n"));
  else if (readable.length) drop(UNREAD);
}

/** Call `heard` whenever the progress may have changed, here or in another tab. @param {() => void} heard @param {AbortSignal} signal */
export function listen(heard, signal) {
  addEventListener(CHANGED, heard, { signal });
  const hear = (/** @type {StorageEvent} */ { key, newValue }) => {
    if (key !== null && key !== KEY) return;
    if (newValue === null) unsaved = []; // Cleared by the reader, and not to be brought back from this page's memory.
    heard();
  };
  addEventListener("storage", hear, { signal });
  // A page kept whole for the back button heard no storage events meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && heard(), { signal });
}

/** The reader's own date, in days since 1970-01-01. */
export function today() {
  const now = new Date();
  const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY); // a clock set before the course was there, or beyond what a code tells
}

/** What was last carried away. @returns {Progress} */
export function carried() {
  return believed(decode(kept(CARRIED)) ?? NOTHING, today());
}

/** Note that all there is was carried away, or that this much of it came from elsewhere. @param {Progress} [brought] */
export function setCarried(brought) {
  keep(CARRIED, encode(brought ? merge(decode(kept(CARRIED)) ?? NOTHING, brought) : written()));
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
