// What a checklist remembers, and how it leaves the page: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toHtml, toMarkdown, toTasks, toText } from "../../overrides/components/checklist/export.js";
import {
  choose,
  codeWord,
  decode,
  EMPTY,
  empty,
  encode,
  endedByItself,
  endOf,
  expire,
  finish,
  fromFragment,
  isFragment,
  isWhole,
  liveRuns,
  mark,
  merge,
  NONE,
  rename,
  runOf,
  start,
  TIMED,
  terse,
  ticked,
  tickedBefore,
  toFragment,
} from "../../overrides/components/checklist/state.js";

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const NINE = Date.UTC(2026, 2, 2, 9);
const VERSION = "dpckjblm";

/** Ticks (or, with a minus, unticks) at minutes after nine: `timed("a", 0, "b", 5, "-a", 7)`. */
function on(name, ...moves) {
  let store = EMPTY;
  for (let index = 0; index < moves.length; index += 2) {
    const [step, minute] = moves.slice(index, index + 2);
    const context = { now: NINE + minute * MINUTE, version: VERSION };
    store = mark(store, name, [step.replace(/^-/, "")], !step.startsWith("-"), context);
  }
  return store;
}
const timed = (...moves) => on(TIMED, ...moves);
const shown = (store, name = TIMED) => ticked(runOf(store, name)).sort().join(" ");

test("a tick counts, an untick takes it back, the others stay", () => {
  assert.equal(shown(EMPTY), "");
  assert.equal(shown(timed("a", 0, "b", 1)), "a b");
  assert.equal(shown(timed("a", 0, "b", 1, "-a", 2)), "b");
  assert.equal(shown(timed("a", 0, "-a", 0)), "", "the later of two moves in one millisecond wins");
});

test("nothing given is changed", () => {
  const store = timed("a", 0);
  const before = encode(store);
  mark(store, TIMED, ["b"], true, { now: NINE, version: VERSION });
  merge(store, timed("c", 1));
  empty(store, TIMED, NINE);
  assert.equal(encode(store), before);
  assert.equal(mark(store, TIMED, [], true, { now: NINE, version: VERSION }), store);
});

test("a run bears the version it began with, until the next begins", () => {
  const edited = { now: NINE + MINUTE, version: "fofofofo" };
  assert.equal(runOf(mark(timed("a", 0), TIMED, ["b"], true, edited), TIMED).version, VERSION);
  assert.equal(
    runOf(mark(empty(timed("a", 0), TIMED, NINE), TIMED, ["b"], true, edited), TIMED).version,
    "fofofofo",
  );
});

test("a run ends half an hour after its last change, at a moment all tabs agree on", () => {
  const store = timed("a", 0, "b", 20);
  const end = NINE + 50 * MINUTE;
  assert.equal(endOf(store, HALF_HOUR), end);
  assert.equal(endOf(EMPTY, HALF_HOUR), Number.POSITIVE_INFINITY);
  assert.equal(shown(expire(store, HALF_HOUR, end - 1)), "a b");
  assert.equal(shown(expire(store, HALF_HOUR, end)), "");
  assert.equal(encode(expire(store, HALF_HOUR, end)), encode(expire(store, HALF_HOUR, end + 7 * MINUTE)));
});

test("an ended run is told from a reset one, and remembers its ticks but not those of runs before", () => {
  const first = expire(timed("a", 0), HALF_HOUR, NINE + HALF_HOUR);
  const second = mark(first, TIMED, ["b"], true, { now: NINE + 40 * MINUTE, version: VERSION });
  assert.equal(endedByItself(first, HALF_HOUR), true);
  assert.equal(endedByItself(second, HALF_HOUR), false);
  const ended = merge(first, expire(second, HALF_HOUR, NINE + 90 * MINUTE));
  assert.deepEqual(tickedBefore(runOf(ended, TIMED)), ["b"]);
  assert.deepEqual(tickedBefore(runOf(second, TIMED)), [], "what is ticked now was not ticked before");
  assert.equal(endedByItself(empty(second, TIMED, NINE + 45 * MINUTE), HALF_HOUR), false);
});

test("two tabs merge to the same, in any order and any number of times", () => {
  const base = timed("a", 0, "b", 1);
  const at = (minute) => ({ now: NINE + minute * MINUTE, version: VERSION });
  const stores = [
    mark(base, TIMED, ["a"], false, at(3)),
    mark(base, TIMED, ["c"], true, at(4)),
    mark(empty(base, TIMED, NINE + 2 * MINUTE), TIMED, ["d"], true, at(5)),
    finish(start(base, "Cedar heron", at(6)), "Cedar heron", true, NINE + 7 * MINUTE),
    choose(start(base, "Cedar heron", at(6)), "Cedar heron", NINE + 8 * MINUTE),
  ];
  for (const a of stores) {
    assert.equal(encode(merge(a, a)), encode(a));
    for (const b of stores) {
      assert.equal(encode(merge(a, b)), encode(merge(b, a)));
      for (const c of stores) assert.equal(encode(merge(merge(a, b), c)), encode(merge(a, merge(b, c))));
    }
  }
  assert.equal(shown(merge(stores[0], stores[1])), "b c");
  assert.equal(
    shown(merge(stores[1], stores[2])),
    "c d",
    "what was ticked before the reset is gone, what came after it stays",
  );
});

test("runs side by side: live until finished, and finishing is taken back", () => {
  const context = { now: NINE, version: VERSION };
  const two = start(start(EMPTY, "Cedar heron", context), "Slate tulip", context);
  assert.deepEqual(liveRuns(two), ["Cedar heron", "Slate tulip"]);
  const one = finish(two, "Cedar heron", true, NINE);
  assert.deepEqual(liveRuns(one), ["Slate tulip"]);
  assert.deepEqual(liveRuns(finish(one, "Cedar heron", false, NINE)), ["Cedar heron", "Slate tulip"]);
  const again = start(one, "Cedar heron", context);
  assert.deepEqual(
    liveRuns(merge(one, again)),
    ["Cedar heron", "Slate tulip"],
    "a name taken up anew is no finished run",
  );
});

test("a run that takes up an old name does not take up its ticks", () => {
  const old = on("Cedar heron", "a", 0);
  const again = start(old, "Cedar heron", { now: NINE + MINUTE, version: VERSION });
  assert.equal(shown(merge(old, again), "Cedar heron"), "");
});

test("storage gives back what it was given, unknown steps included", () => {
  for (const store of [
    timed("a", 0, "gone-since", 1, "-b", 2),
    choose(on("Cedar heron", "a", 0), "Cedar heron", NINE),
  ]) {
    assert.equal(encode(decode(encode(store), NINE + HALF_HOUR)), encode(store));
  }
  assert.deepEqual(decode(null, NINE), EMPTY);
});

test("what ended long ago is forgotten, what goes on is not", () => {
  const hours = (number) => NINE + number * 60 * MINUTE;
  const ended = encode(expire(timed("a", 0), HALF_HOUR, NINE + HALF_HOUR));
  assert.equal(decode(ended, hours(12)).runs.size, 1);
  assert.equal(decode(ended, hours(13)).runs.size, 0);
  const run = on("Cedar heron", "a", 0);
  assert.equal(decode(encode(run), hours(24 * 90)).runs.size, 1);
  assert.equal(decode(encode(finish(run, "Cedar heron", true, NINE)), hours(13)).runs.size, 0);
});

test("what is not ours is passed over", () => {
  const good = JSON.parse(encode(timed("a", 0)));
  const bent = (change) => JSON.stringify({ ...good, runs: { timed: { ...good.runs.timed, ...change } } });
  const foreign = [
    "",
    "{",
    "7",
    "null",
    "[]",
    '"x"',
    "{}",
    '{"format":1}',
    '{"format":1,"runs":[]}',
    '{"format":1,"runs":{"timed":null}}',
    JSON.stringify({ ...good, format: 2 }),
    JSON.stringify({
      ...good,
      runs: { "<b>": good.runs.timed, "one two three": good.runs.timed, __proto__: 1 },
    }),
    '{"format":1,"runs":{"__proto__":{"began":0}}}',
    bent({ began: -1 }),
    bent({ began: "0" }),
    bent({ emptied: null }),
    bent({ version: "<script>" }),
    bent({ finished: [0] }),
    bent({ finished: [0, 2] }),
    bent({ marks: [] }),
    bent({ began: 2 ** 53 }),
    bent({ finished: [2 ** 53, 0] }),
  ];
  for (const text of foreign) assert.deepEqual(decode(text, NINE + MINUTE).runs.size, 0, text);
  for (const marks of [
    { a: 1 },
    { a: [1, true] },
    { a: [null, 1] },
    { "<b>": [1, 1] },
    { a: ["1", 1] },
    { "": [1, 1] },
    { ["s".repeat(101)]: [NINE, 1] },
    { a: [2 ** 53, 1] },
  ]) {
    assert.equal(shown(decode(bent({ marks }), NINE + MINUTE)), "", JSON.stringify(marks));
  }
  assert.deepEqual(decode(JSON.stringify({ ...good, chosen: [1, "Not there"] }), NINE).chosen, EMPTY.chosen);
  assert.equal(EMPTY.chosen[1], NONE);
  assert.equal({}.began, undefined);
});

// ---- A clock that was wrong

const AHEAD = { "five minutes": 5, "five hours": 300, "three days": 4_320, "a year": 525_600 };
/** The same list, read again at so many minutes after nine. */
const readAt = (store, minute) => decode(encode(store), NINE + minute * MINUTE);
const at = (minute) => ({ now: NINE + minute * MINUTE, version: VERSION });

for (const [words, ahead] of Object.entries(AHEAD)) {
  test(`ticks made with the clock ${words} ahead are there once it is put right, and end in their time`, () => {
    const afterReset = empty(on(TIMED, "x", ahead - 2), TIMED, NINE + (ahead - 1) * MINUTE);
    const ticks = mark(mark(afterReset, TIMED, ["a"], true, at(ahead)), TIMED, ["b"], true, at(ahead));
    const right = readAt(ticks, 0);
    assert.equal(shown(right), "a b");
    assert.equal(shown(readAt(right, 20)), "a b");
    assert.equal(endOf(readAt(right, 20), HALF_HOUR), NINE + HALF_HOUR, "to look again is no new tick");
    const over = expire(right, HALF_HOUR, NINE + HALF_HOUR);
    assert.equal(shown(over), "");
    assert.ok(endedByItself(over, HALF_HOUR));
    assert.deepEqual(tickedBefore(runOf(readAt(over, 60), TIMED)), ["a", "b"], "and can be brought back");
    assert.equal(readAt(over, 14 * 60).runs.size, 0, "but not for ever");
    assert.equal(shown(mark(over, TIMED, ["c"], true, at(31))), "c");
  });

  test(`a run of weeks begun with the clock ${words} ahead keeps its ticks, and the others theirs`, () => {
    const begun = start(on("Cedar heron", "a", 0), "Slate tulip", at(ahead));
    const right = readAt(mark(begun, "Slate tulip", ["b", "c"], true, at(ahead)), 1);
    assert.equal(shown(right, "Slate tulip"), "b c");
    assert.equal(shown(right, "Cedar heron"), "a");
    const gone = finish(right, "Slate tulip", true, NINE + 2 * MINUTE);
    assert.equal(readAt(gone, 3).runs.size, 2, "to finish it can be taken back");
    assert.deepEqual([...readAt(gone, 14 * 60).runs.keys()], ["Cedar heron"]);
  });

  test(`what is done once a clock ${words} ahead is put right outlives what was done before`, () => {
    const wrong = timed("a", ahead, "b", ahead);
    const unticked = mark(readAt(wrong, 0), TIMED, ["a"], false, at(0));
    const emptied = empty(readAt(wrong, 0), TIMED, NINE);
    const ticked = mark(emptied, TIMED, ["c"], true, at(1));
    for (const [later, left] of [
      [unticked, "b"],
      [emptied, ""],
      [ticked, "c"],
    ]) {
      for (const both of [
        merge(wrong, later),
        merge(later, wrong),
        merge(readAt(wrong, 5), readAt(later, 6)),
      ])
        assert.equal(shown(both), left);
    }
  });

  test(`a page open while a clock ${words} ahead is put right lets the run end all the same`, () => {
    const wrong = timed("a", ahead);
    const seen = expire(wrong, HALF_HOUR, NINE);
    assert.equal(shown(seen), "a");
    assert.equal(endOf(seen, HALF_HOUR), NINE + HALF_HOUR);
    for (const both of [merge(wrong, seen), merge(seen, wrong)])
      assert.equal(encode(both), encode(seen), "a page that did not look does not keep it alive");
  });

  test(`a clock ${words} behind that is put right ends the run at once; it can be brought back`, () => {
    const behind = timed("a", -ahead, "b", -ahead);
    const seen = expire(behind, HALF_HOUR, NINE);
    const ended = ahead >= 30;
    assert.equal(shown(seen), ended ? "" : "a b");
    assert.equal(endedByItself(seen, HALF_HOUR), ended);
    const back = mark(seen, TIMED, ["a", "b"], true, at(0));
    assert.equal(shown(readAt(back, 1)), "a b");
    assert.equal(shown(readAt(on("Cedar heron", "a", -ahead), 0), "Cedar heron"), "a");
  });
}

test("an untick wins over the tick it takes back, though the clock was set back between", () => {
  const ticks = timed("a", 60);
  const unticked = mark(ticks, TIMED, ["a"], false, at(0));
  for (const both of [merge(ticks, unticked), merge(unticked, ticks)]) assert.equal(shown(both), "");
});

test("of two runs chosen the one chosen last is shown, though the clock was set back between", () => {
  const two = start(start(EMPTY, "Cedar heron", at(0)), "Slate tulip", at(0));
  const wrong = choose(two, "Cedar heron", NINE + 525_600 * MINUTE);
  const right = choose(readAt(wrong, 1), "Slate tulip", NINE + MINUTE);
  for (const both of [merge(wrong, right), merge(right, wrong), merge(readAt(right, 2), readAt(wrong, 2))])
    assert.equal(both.chosen[1], "Slate tulip");
});

test("an untick that leaves nothing ticked is kept, lest another tab bring the tick back", () => {
  const ticks = timed("a", 0);
  const unticked = timed("a", 0, "-a", 1);
  assert.equal(shown(merge(ticks, readAt(unticked, 2))), "");
});

test("whatever the clock said at each move, tabs merge to the same in any order and grouping", () => {
  let seed = 1;
  const below = (most) => {
    seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647;
    return seed % most;
  };
  const clock = () => NINE + (below(3) - 1) * below(600) * MINUTE;
  const name = () => [TIMED, "Cedar heron"][below(2)];
  const moves = [
    (store) =>
      mark(store, name(), ["a", "b", "c"].slice(below(3)), below(2) === 1, {
        now: clock(),
        version: VERSION,
      }),
    (store) => empty(store, name(), clock()),
    (store) => start(store, "Cedar heron", { now: clock(), version: "fofofofo" }),
    (store) => finish(store, "Cedar heron", below(2) === 1, clock()),
    (store) => choose(store, "Cedar heron", clock()),
    (store) => expire(store, HALF_HOUR, clock()),
    (store) => terse(store),
    (store) => decode(encode(store), clock()),
  ];
  const moved = (store) =>
    Array.from({ length: below(6) }).reduce((all) => moves[below(moves.length)](all), store);
  for (let n = 0; n < 2_000; n++) {
    const base = moved(EMPTY);
    const [a, b, c] = [moved(base), moved(base), moved(base)];
    assert.equal(encode(merge(a, a)), encode(a));
    assert.equal(encode(merge(a, b)), encode(merge(b, a)));
    assert.equal(encode(merge(merge(a, b), c)), encode(merge(a, merge(b, c))));
    for (const run of [TIMED, "Cedar heron"])
      assert.equal(shown(merge(terse(a), terse(b)), run), shown(merge(a, b), run));
  }
});

test("without what no longer counts a list looks the same, and a reset takes no more room than the ticks did", () => {
  const ticks = mark(timed("a", 0), TIMED, ["b"], false, at(1));
  const emptied = empty(ticks, TIMED, NINE + 2 * MINUTE);
  assert.ok(encode(emptied).length > encode(ticks).length, "it remembers the ticks, to bring them back");
  assert.ok(encode(terse(emptied)).length < encode(ticks).length);
  assert.deepEqual([...runOf(terse(emptied), TIMED).marks], []);
  const next = mark(emptied, TIMED, ["c"], true, at(3));
  for (const store of [EMPTY, ticks, next, mark(next, TIMED, ["c"], false, at(4))])
    assert.equal(encode(terse(store)), encode(store), "what counts stays, an untick as well");
  assert.equal(shown(merge(terse(emptied), ticks)), "", "and no other tab brings a tick back");
});

test("what an older guide kept, which did not note the clock, is read as it was meant", () => {
  const run = {
    began: NINE,
    version: VERSION,
    emptied: 0,
    finished: [0, 0],
    marks: { a: [NINE, 1], b: [NINE + MINUTE, 1] },
  };
  const old = JSON.stringify({ format: 1, chosen: [0, ""], runs: { timed: run } });
  assert.equal(shown(decode(old, NINE + 2 * MINUTE)), "a b");
  assert.equal(endOf(decode(old, NINE + 2 * MINUTE), HALF_HOUR), NINE + 31 * MINUTE);
  assert.equal(endOf(decode(old, NINE - 60 * MINUTE), HALF_HOUR), NINE - 30 * MINUTE);
});

test("a text that is read whole is told from one that is not, which is not to be written over", () => {
  const good = JSON.parse(encode(choose(on("Cedar heron", "a", 0), "Cedar heron", NINE)));
  const [run] = Object.values(good.runs);
  const of = (runs) => JSON.stringify({ ...good, runs });
  const { touched, ...older } = run;
  for (const text of [encode(EMPTY), JSON.stringify(good), of({ "Cedar heron": older, timed: run })])
    assert.equal(isWhole(text), true, text);
  for (const text of [
    "",
    "{",
    "null",
    JSON.stringify({ ...good, format: 2 }),
    of([]),
    of({ "": run }),
    of({ "Cedar heron": run, "Cedar heron tulip": run }),
    of({ timed: { ...run, version: "3f2a91b" } }),
    of({ timed: { ...run, marks: { a: [NINE, 1], b: "ticked" } } }),
    of({
      timed: { ...run, marks: Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [n, [NINE, 1]])) },
    }),
  ])
    assert.equal(isWhole(text), false, text.slice(0, 200));
});

test("a tick dated on the last day that a clock can say is taken back like any other", () => {
  const last = mark(EMPTY, TIMED, ["s".repeat(100)], true, { now: 8.64e15, version: VERSION });
  assert.equal(shown(readAt(last, 0)).length, 100);
  assert.equal(shown(mark(readAt(last, 0), TIMED, ["s".repeat(100)], false, at(0))), "");
});

test("what comes after the last day that a clock can say is kept like any other", () => {
  const last = mark(EMPTY, TIMED, ["a"], true, { now: 8.64e15, version: VERSION });
  assert.equal(shown(readAt(mark(last, TIMED, ["b"], true, at(0)), 0)), "a b");
  const over = expire(expire(last, HALF_HOUR, NINE), HALF_HOUR, NINE + HALF_HOUR);
  assert.equal(shown(mark(readAt(over, 30), TIMED, ["b"], true, at(30))), "b");
  const again = mark(empty(last, TIMED, NINE), TIMED, ["b"], true, at(0));
  assert.equal(shown(readAt(again, 0)), "b");
});

test("of far too many marks or runs only the first thousand are read", () => {
  const many = (value) => Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`s${n}`, value]));
  const good = JSON.parse(encode(timed("a", 0)));
  const bloated = { ...good, runs: { timed: { ...good.runs.timed, marks: many([NINE, 1]) } } };
  assert.equal(ticked(runOf(decode(JSON.stringify(bloated), NINE), TIMED)).length, 1_000);
  const letters = (n) => String(n).replace(/\d/g, (digit) => "abcdefghij"[digit]);
  const runs = (count) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`Cedar ${letters(n)}`, good.runs.timed]));
  const [most, more] = [1_000, 1_001].map((count) => JSON.stringify({ ...good, runs: runs(count) }));
  assert.deepEqual([decode(most, NINE).runs.size, isWhole(most)], [1_000, true]);
  assert.deepEqual(
    [decode(more, NINE).runs.size, isWhole(more)],
    [1_000, false],
    "and the text is not whole",
  );
});

test("a retired id counts for the step that took its place, and the newer of both wins", () => {
  const aliases = new Map([["old", "new"]]);
  assert.equal(shown(rename(timed("old", 0, "other", 1), aliases)), "new other");
  assert.equal(shown(rename(timed("x", 0, "old", 1, "new", 2, "-new", 3), aliases)), "x");
});

test("a link holds a version and ids, and nothing else gets through", () => {
  assert.equal(toFragment(VERSION, ["stay-steady", "name-it"]), "#run=dpckjblm.stay-steady.name-it");
  assert.deepEqual(fromFragment("#run=dpckjblm.stay-steady.name-it.name-it"), {
    version: VERSION,
    steps: ["stay-steady", "name-it"],
  });
  for (const hash of [
    "",
    "#run=",
    "#run=dpckjblm",
    "#run=dpckjblm.",
    "#run=3f2a91b.a",
    "#run=dpckjblm.a b",
    "#run=dpckjblm.<b>",
    "#dpckjblm.a",
    `#run=dpckjblm${".a".repeat(2_000)}`,
  ]) {
    assert.equal(fromFragment(hash), null, hash);
  }
  assert.equal(isFragment("#run=%%%"), true);
  assert.equal(isFragment("#stay-steady"), false);
});

test("a code word is free, wherever chance begins", () => {
  const [first, second] = [
    ["Cedar", "Slate"],
    ["heron", "tulip"],
  ];
  assert.equal(codeWord(first, second, new Set(), 0), "Cedar heron");
  assert.equal(codeWord(first, second, new Set(), 0.99), "Slate tulip");
  assert.equal(codeWord(first, second, new Set(["Slate tulip", "Cedar heron"]), 0.99), "Cedar tulip");
  assert.equal(
    codeWord(first, second, new Set(["Cedar heron", "Cedar tulip", "Slate heron", "Slate tulip"]), 0.5),
    "",
  );
});

const SHEET = {
  title: "Which *title*?",
  pause: "At <the> door",
  steps: [
    { done: true, action: "Stay & wait.", lines: [[{ text: "Say", strong: true }, { text: " “Hello”" }]] },
    {
      done: false,
      action: "Go.",
      lines: [[{ text: "See " }, { text: "risk", href: "https://guide.example/a_(b)/" }]],
    },
  ],
  contacts: [],
  foot: [{ text: "Version 1 of " }, { text: "https://guide.example/", href: "https://guide.example/" }],
};

test("as text", () => {
  assert.equal(
    toText(SHEET),
    `Which *title*?
At <the> door

[x] 1. Stay & wait.
       Say “Hello”
[ ] 2. Go.
       See risk (https://guide.example/a_(b)/)

Version 1 of https://guide.example/
`,
  );
});

test("as Markdown", () => {
  assert.equal(
    toMarkdown(SHEET),
    `## Which \\*title\\*?

At \\<the\\> door

- [x] **Stay & wait.**
    - **Say** “Hello”
- [ ] **Go.**
    - See [risk](https://guide.example/a_%28b%29/)

Version 1 of [https://guide.example/](https://guide.example/)
`,
  );
});

test("as HTML", () => {
  assert.equal(
    toHtml(SHEET),
    "<h2>Which *title*?</h2><p>At &#60;the&#62; door</p>" +
      "<ol><li>☑ <strong>Stay &#38; wait.</strong><ul><li><strong>Say</strong> “Hello”</li></ul></li>" +
      '<li>☐ <strong>Go.</strong><ul><li>See <a href="https://guide.example/a_(b)/">risk</a></li></ul></li></ol>' +
      '<p>Version 1 of <a href="https://guide.example/">https://guide.example/</a></p>',
  );
});

test("who is called stands between the steps and the foot", () => {
  const contacts = [
    [{ text: "Bland: Call 02" }],
    [{ text: "A line:", strong: true }, { text: " For anyone." }],
  ];
  const sheet = { ...SHEET, steps: [], contacts };
  assert.match(toText(sheet), /\n\nBland: Call 02\nA line: For anyone\.\n\nVersion 1/);
  assert.match(toMarkdown(sheet), /\n\nBland: Call 02\n\n\*\*A line:\*\* For anyone\.\n\nVersion 1/);
  for (const html of [toHtml(sheet), toTasks(sheet)])
    assert.ok(html.includes("<p>Bland: Call 02<br><strong>A line:</strong> For anyone.</p><p>Version 1"));
});

test("as tasks, a list of which ends where the ticks do", () => {
  const bare = (/** @type {boolean} */ done, /** @type {string} */ action) => ({ done, action, lines: [] });
  const steps = [bare(true, "A"), bare(true, "B"), bare(false, "C & D")];
  assert.equal(
    toTasks({ ...SHEET, steps }),
    "<h2>Which *title*?</h2><p>At &#60;the&#62; door</p>" +
      '<ul data-type="taskList" data-checked="true" class="contains-task-list">' +
      '<li data-type="taskItem" data-checked="true" class="task-list-item"><input type="checkbox" checked><strong>A</strong></li>' +
      '<li data-type="taskItem" data-checked="true" class="task-list-item"><input type="checkbox" checked><strong>B</strong></li></ul>' +
      '<ul data-type="taskList" data-checked="false" class="contains-task-list">' +
      '<li data-type="taskItem" data-checked="false" class="task-list-item"><input type="checkbox"><strong>C &#38; D</strong></li></ul>' +
      '<p>Version 1 of <a href="https://guide.example/">https://guide.example/</a></p>',
  );
  assert.match(toTasks(SHEET), /<strong>Go\.<\/strong><ul><li>See <a/);
});
