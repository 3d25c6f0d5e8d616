import assert from "node:assert/strict";
import test from "node:test";
import * as state from "../../overrides/components/progress/state.js";

const RESULTS = ["done", "missed", "mended", "right", "poor", "good", "unmet", "met"];
const LETTERS = "abcdefghijklmnop";
const TODAY = 25_000;

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
function chances(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomProgress(chance, { tasks = 380, most = 280, boxes = 0 } = {}) {
  const below = (n) => Math.floor(chance() * n);
  const someDay = () => state.FIRST_DAY + below(TODAY - state.FIRST_DAY + 1);
  const entry = () => {
    const result = RESULTS[below(RESULTS.length)];
    const version = Array.from({ length: 4 }, () => LETTERS[below(16)]).join("");
    const boxed = ["missed", "mended", "right"].includes(result) && chance() < boxes;
    return { day: someDay(), result, version, ...(boxed && { box: 1 + below(6), asked: someDay() }) };
  };
  return new Map(Array.from({ length: below(most + 1) }, () => [below(tasks), entry()]));
}

const sorted = (progress) => [...progress].sort(([a], [b]) => a - b);
const entry = (result, day = 20_500, version = "abcd") => ({ result, day, version });

test("ten thousand random states come back from the code, a link, a broken link and a file as they went", () => {
  const chance = chances(6);
  for (let n = 0; n < 10_000; n++) {
    const progress = randomProgress(chance, n % 2 ? {} : { most: 40, boxes: (n % 3) / 2 });
    const link = state.toLink("https://guide.example/course/", progress);
    assert.ok(link.length <= 2_000, `${link.length} characters`);
    assert.deepEqual(sorted(state.decode(state.encode(progress))), sorted(progress));
    if (n % 10) continue;
    const broken = link.replace(/(.{76})/g, "$1\r\n");
    for (const text of [
      link,
      broken,
      `${link}\n`,
      `See ${link} thanks`,
      `See <${link}>.`,
      state.encode(progress).toLowerCase(),
    ])
      assert.deepEqual(sorted(state.fromText(text, TODAY)), sorted(progress));
  }
});

test("the same progress makes the same code in whatever order it was made", () => {
  const progress = randomProgress(chances(1));
  assert.equal(state.encode(new Map([...progress].reverse())), state.encode(progress));
});

test("nothing done is a code, too", () => {
  assert.deepEqual(sorted(state.decode(state.encode(state.NOTHING))), []);
});

test("a code in which any one sign is changed, lost, doubled or swapped is not taken", () => {
  const code = state.encode(randomProgress(chances(3), { most: 60 }));
  for (let n = 0; n < code.length; n++) {
    const other = code[n] === "7" ? "8" : "7";
    assert.equal(state.decode(code.slice(0, n) + other + code.slice(n + 1)), null, `sign ${n}`);
    assert.equal(state.decode(code.slice(0, n) + code.slice(n + 1)), null, `without sign ${n}`);
    assert.equal(state.decode(code.slice(0, n)), null, `the first ${n} signs`);
    if (code[n] !== code[n + 1] && n + 1 < code.length)
      assert.equal(state.decode(code.slice(0, n) + code[n + 1] + code[n] + code.slice(n + 2)), null);
  }
});

test("what is foreign, hostile or endless is not taken", () => {
  const hostile = [
    "",
    "1",
    "#progress=",
    "null",
    "{}",
    "<script>",
    "1".repeat(30_000),
    "1A\u0000",
    "é".repeat(50),
    "2ABCDEFGH",
  ];
  for (const text of hostile) {
    assert.equal(state.decode(text), null, text.slice(0, 20));
    assert.equal(state.fromText(text, TODAY), null, text.slice(0, 20));
  }
});

test("a sealed code that no progress makes is not taken", () => {
  // Sealed by hand as the guide seals: FNV-1a in base 36.
  const seal = (text) => {
    let hash = 2_166_136_261;
    for (const sign of text) hash = Math.imul(hash ^ sign.charCodeAt(0), 16_777_619) >>> 0;
    return hash.toString(36).toUpperCase().padStart(6, "0").slice(-6);
  };
  for (const number of ["00", "5", (10n ** 60n).toString(36).toUpperCase()])
    assert.equal(state.decode(`1${number}${seal(`1${number}`)}`), null, number);
  assert.deepEqual(sorted(state.decode(`10${seal("10")}`)), []);
});

test("a code that is longer than any of ours is not taken, sound or not", () => {
  const of = (count) =>
    new Map(
      Array.from({ length: count }, (_, n) => [n, entry("met", n % 2 ? state.LAST_DAY : state.FIRST_DAY)]),
    );
  const [most, more] = [of(2_800), of(4_000)].map(state.encode);
  assert.ok(most.length < 20_000 && state.decode(most).size === 2_800);
  assert.ok(more.length > 20_000);
  assert.equal(state.decode(more), null);
});

test("a day to come that a carrier brings becomes today; what the browser keeps is left as it is", () => {
  const late = new Map([[3, entry("done", TODAY + 400)]]);
  assert.equal(state.fromText(state.encode(late), TODAY).get(3).day, TODAY);
  assert.equal(state.decode(state.encode(late)).get(3).day, TODAY + 400);
});

test("a day to come is shown as today's, and a change leaves what it does not touch as it was kept", () => {
  const late = new Map([
    [3, entry("done", TODAY + 400)],
    [4, entry("right", TODAY - 1)],
  ]);
  assert.deepEqual(sorted(state.believed(late, TODAY)), [
    [3, { ...entry("done", TODAY), ahead: true }],
    [4, entry("right", TODAY - 1)],
  ]);
  const noted = state.revise(late, TODAY, (progress) => state.note(progress, 5, entry("met", TODAY)));
  assert.equal(noted.get(5).day, TODAY);
  assert.equal(noted.get(3).day, TODAY + 400, "the clock may be behind now");
  const again = state.revise(late, TODAY, (progress) => state.note(progress, 3, entry("done", TODAY)));
  assert.equal(again.get(3).day, TODAY, "what is done again bears the day of that");
  assert.deepEqual(
    sorted(state.revise(late, TODAY, (progress) => state.merge(progress, state.NOTHING))),
    sorted(late),
  );
  assert.deepEqual([...state.revise(late, TODAY, (progress) => state.forget(progress, 3)).keys()], [4]);
});

test("a day ahead of today, as on a journey, is not yet a clock that was wrong", () => {
  const late = (days) => state.believed(new Map([[3, entry("done", TODAY + days)]]), TODAY).get(3);
  assert.deepEqual(late(1), entry("done", TODAY));
  assert.deepEqual(late(2), { ...entry("done", TODAY), ahead: true });
});

test("what another device did since outlives a day to come", () => {
  const wrong = new Map([[1, entry("met", TODAY + 400)]]);
  const theirs = new Map([[1, entry("unmet", TODAY)]]);
  for (const today of [TODAY, TODAY + 1])
    assert.deepEqual(
      state.revise(wrong, TODAY, (progress) => state.merge(progress, state.believed(theirs, today))).get(1),
      entry("unmet", TODAY),
    );
});

test("what is believed is the same said twice, and merges the same in any order", () => {
  const chance = chances(12);
  for (let n = 0; n < 200; n++) {
    const [a, b] = [1, 2].map(() => randomProgress(chance, { tasks: 30, most: 30, boxes: 0.5 }));
    const day = TODAY - 2_000;
    const [mine, theirs] = [state.believed(a, day), state.believed(b, day)];
    assert.deepEqual(sorted(state.believed(mine, day)), sorted(mine));
    assert.deepEqual(sorted(state.merge(mine, theirs)), sorted(state.merge(theirs, mine)));
    assert.ok([...mine.values()].every((one) => one.day <= day));
  }
});

test("the last day that a clock may say makes a code that is read", () => {
  const far = new Map([
    [1, entry("done", state.FIRST_DAY)],
    [2, entry("met", state.LAST_DAY)],
  ]);
  assert.deepEqual(sorted(state.decode(state.encode(far))), sorted(far));
});

test("to merge is the same in any order, twice, and in any grouping", () => {
  const chance = chances(11);
  for (let n = 0; n < 500; n++) {
    const [a, b, c] = [1, 2, 3].map(() => randomProgress(chance, { tasks: 30, most: 30, boxes: 0.5 }));
    assert.deepEqual(sorted(state.merge(a, b)), sorted(state.merge(b, a)));
    assert.deepEqual(sorted(state.merge(a, a)), sorted(a));
    assert.deepEqual(sorted(state.merge(state.merge(a, b), c)), sorted(state.merge(a, state.merge(b, c))));
    assert.deepEqual(new Set(state.merge(a, b).keys()), new Set([...a.keys(), ...b.keys()]));
  }
});

test("a pass outlives a later try; of two passes the later stands; what an observer saw last counts", () => {
  const joined = (a, b) => state.merge(new Map([[1, a]]), new Map([[1, b]])).get(1);
  assert.deepEqual(joined(entry("right", 20_500), entry("missed", 20_600)), entry("right", 20_500));
  assert.deepEqual(joined(entry("good", 20_500), entry("poor", 20_600)), entry("good", 20_500));
  assert.deepEqual(joined(entry("right", 20_500), entry("mended", 20_600)), entry("mended", 20_600));
  assert.deepEqual(joined(entry("right"), entry("mended")), entry("mended"));
  assert.deepEqual(joined(entry("met", 20_500), entry("unmet", 20_600)), entry("unmet", 20_600));
  assert.deepEqual(joined(entry("met", 20_600), entry("unmet", 20_500)), entry("met", 20_600));
  assert.deepEqual(joined(entry("met"), entry("unmet")), entry("unmet"));
});

test("what a merge would bring is told", () => {
  const mine = new Map([
    [1, entry("right")],
    [2, entry("done")],
  ]);
  const theirs = new Map([
    [1, entry("missed")],
    [2, entry("done", 20_600)],
    [3, entry("met")],
  ]);
  assert.deepEqual(state.news(mine, theirs), [2, 3]);
  const newer = new Map([[1, entry("right", 20_500, "aaaa")]]);
  assert.deepEqual(state.news(mine, newer), [1], "the same, done on another text");
});

test("a check is right when its first answer was, and mended when an answer before it was wrong", () => {
  const after = (...entries) =>
    entries.reduce((all, one) => state.note(all, 1, one), state.NOTHING).get(1).result;
  assert.equal(after(entry("right")), "right");
  assert.equal(after(entry("missed"), entry("right")), "mended");
  assert.equal(after(entry("missed"), entry("right"), entry("right")), "mended");
  assert.equal(after(entry("missed"), entry("right"), entry("right", 20_510)), "right");
  assert.equal(
    after(entry("missed"), entry("right", 20_500, "bbbb")),
    "right",
    "the answer before it was to another text",
  );
});

test("to try again takes nothing away, even where the text has changed since", () => {
  const passed = state.note(state.NOTHING, 1, entry("right"));
  assert.equal(state.note(passed, 1, entry("missed", 20_600)), passed);
  assert.equal(state.note(passed, 1, entry("missed", 20_600, "bbbb")), passed);
  assert.deepEqual(
    state.note(passed, 1, entry("right", 20_600, "bbbb")).get(1),
    entry("right", 20_600, "bbbb"),
  );
});

test("what an observer saw last counts, though it takes away what was met", () => {
  const met = state.note(state.NOTHING, 1, entry("met"));
  const unmet = state.note(met, 1, entry("unmet", 20_600));
  assert.deepEqual(unmet.get(1), entry("unmet", 20_600));
  assert.deepEqual(state.note(unmet, 1, entry("met", 20_610)).get(1), entry("met", 20_610));
});

test("what was taken back is gone", () => {
  const done = state.note(state.NOTHING, 1, entry("done"));
  assert.deepEqual(sorted(state.forget(done, 1)), []);
});

test("what was tried is not done", () => {
  assert.ok(["done", "mended", "right", "good", "met"].every((result) => state.isDone(entry(result))));
  assert.ok(!["missed", "poor", "unmet"].some((result) => state.isDone(entry(result))));
  assert.ok(!state.isDone(undefined));
});
