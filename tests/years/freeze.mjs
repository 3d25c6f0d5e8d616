// What this guide's own code writes today, of each kind that a later guide may meet, beside what it means: `make freeze`.
// Every time and every word is fixed, so that the same code writes the same. One line of JSON.

import * as checklist from "../../overrides/components/checklist/state.js";
import * as course from "../../overrides/components/progress/state.js";
import * as record from "../../overrides/components/record/state.js";

const NOW = Date.UTC(2026, 10, 23, 9);
const VERSION = "dpckjblm";
const GUIDE = "https://guide.example/";
const LISTED = `8 check course/different-rooms#ask-a-frightened-partner
9 aloud course/different-rooms#ask-for-the-address
10 criterion course/different-rooms#asks-place-and-number
11 question course/different-rooms#black-screen`;
const DONE = new Map([
  [8, { day: 20_778, result: "mended", version: "abcd" }],
  [9, { day: 20_779, result: "done", version: "ponm" }],
  [10, { day: 20_780, result: "met", version: "ijkl" }],
  [11, { day: 20_780, result: "done", version: "efgh" }],
  [3, { day: 20_454, result: "poor", version: "aaaa" }],
]);
/** A check that came back waits in a box since the day on which it was asked. */
const ASKED = new Map([...DONE, [8, { ...DONE.get(8), box: 2, asked: 20_780 }]]);
const TASKS = Object.fromEntries(
  [...DONE].map(([task, { day, result, version }]) => [task, [day, result, version]]),
);

/** Ticks (or, with a minus, unticks), a minute apart. */
const mark = (store, run, ...moves) =>
  moves.reduce((before, move, minute) => {
    const context = { now: NOW + minute * 60_000, version: VERSION };
    return checklist.mark(before, run, [move.replace(/^-/, "")], !move.startsWith("-"), context);
  }, store);

const begin = (store, run) => checklist.start(store, run, { now: NOW, version: VERSION });

const session = mark(checklist.EMPTY, checklist.TIMED, "ask-safety", "stay-on", "contain-it", "-stay-on");
const runs = ["Amber heron", "Cedar otter", "Slate tulip"].reduce(begin, checklist.EMPTY);
const two = mark(mark(runs, "Amber heron", "look-at-risk", "set-date"), "Cedar otter", "agree-time");
const ended = checklist.finish(mark(two, "Slate tulip", "set-date"), "Slate tulip", true, NOW);
const chosen = checklist.choose(ended, "Amber heron", NOW);

const signed = record.signOff(DONE, LISTED, {
  guide: GUIDE,
  clinician: "A clinician",
  observer: '=An "observer", lead',
  printed: "2026-11-23",
});
const sum = await record.checksum(signed, crypto.subtle);
const rows = {
  clinician: "A clinician",
  observer: '=An "observer", lead',
  printed: "2026-11-23",
  items: [
    "course#3 retired poor 2026-01-01 aaaa",
    "course/different-rooms#ask-a-frightened-partner check mended 2026-11-21 abcd",
    "course/different-rooms#ask-for-the-address aloud done 2026-11-22 ponm",
    "course/different-rooms#asks-place-and-number criterion met 2026-11-23 ijkl",
    "course/different-rooms#black-screen question done 2026-11-23 efgh",
  ],
};

console.log(
  JSON.stringify({
    session: {
      key: "ew:checklist:sessions/door-handle",
      kept: checklist.encode(session),
      means: ["ask-safety", "contain-it"],
    },
    runs: {
      key: "ew:checklist:relationships/planned-ending",
      kept: checklist.encode(chosen),
      means: { "Amber heron": ["look-at-risk", "set-date"], "Cedar otter": ["agree-time"] },
    },
    ticks: {
      kept: `${GUIDE}sessions/door-handle/${checklist.toFragment(VERSION, ["ask-safety", "stay-on"])}`,
      means: ["ask-safety", "stay-on"],
    },
    course: { key: "ew:course", kept: course.encode(DONE), means: TASKS },
    progress: { kept: course.toLink(`${GUIDE}course/`, DONE), means: TASKS },
    recall: {
      kept: course.encode(ASKED),
      means: { ...TASKS, 8: [...TASKS[8], 2, 20_780] },
    },
    record: { kept: record.toJson(signed, sum), means: rows },
    table: { kept: record.toCsv(signed, sum), means: rows },
  }),
);
