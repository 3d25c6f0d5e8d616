import assert from "node:assert/strict";
import test from "node:test";
import * as cohort from "../../overrides/components/cohort/state.js";
import { examine, inCsv, progressOf, signOff, toJson } from "../../overrides/components/record/state.js";

const LISTED =
  "1 check course/a#one\n2 criterion course/a#two\n3 visit course/a#after-2-days\n9 retired course/a#old";
const TASKS = [
  { kind: "check", number: 1, version: "abcd" },
  { kind: "criterion", number: 2, version: "abcd" },
  { kind: "visit", number: 3, version: "abcd" },
];
const MODULES = [{ week: 1, title: "A", tasks: TASKS, visits: [[2, 3]] }];
const DAY = 20_780;
const names = (clinician, printed = "2026-11-23") => ({ guide: "g", clinician, observer: "Bo", printed });
const entry = (result, version = "abcd") => ({ result, day: DAY, version });
const reading = (clinician, printed, verdict = "sound", done = [[1, entry("right")]]) => ({
  file: `${clinician} ${printed}`,
  verdict,
  record: signOff(new Map(done), LISTED, names(clinician, printed)),
});
const stands = (one, today = DAY, first = null) =>
  cohort.standing(one, progressOf(one.record, LISTED), MODULES, today, first);
const numbers = (tasks) => tasks.map(({ number }) => number);

test("what a record says was done comes back as it was, and what nobody knows is left out", () => {
  const done = new Map([
    [1, entry("mended")],
    [9, entry("done")],
  ]);
  const record = signOff(done, LISTED, names("Ana"));
  assert.deepEqual(progressOf(record, LISTED), done);
  const row = { kind: "check", item: "course/a#one", result: "right", day: "2026-11-23", version: "abcd" };
  for (const strange of [{ item: "course/z#z" }, { result: "perfect" }, { day: "soon" }])
    assert.equal(progressOf({ ...record, items: [{ ...row, ...strange }] }, LISTED).size, 0);
});

test("a record of an older text is counted, and its change is told; what left the course is counted apart", () => {
  const done = [
    [1, entry("right", "pppp")],
    [9, entry("done")],
  ];
  const one = stands(reading("Ana", "2026-11-23", "sound", done));
  assert.deepEqual([one.done, one.total, one.whole, one.gone], [1, 3, 0, 1]);
  assert.deepEqual(numbers(one.changed), [1]);
});

test("a visit is overdue from its day on, and with a first day what is open once its week is over", () => {
  const one = reading("Ana", "2026-11-23");
  assert.deepEqual(numbers(stands(one, DAY + 1).overdue), []);
  assert.deepEqual(numbers(stands(one, DAY + 2).overdue), [3]);
  assert.deepEqual(numbers(stands(one, DAY, DAY - 6).overdue), []);
  assert.deepEqual(numbers(stands(one, DAY, DAY - 7).overdue), [2]);
});

test("of two records of one person the later counts, a sound one before one that is altered, in whatever order", () => {
  const [old, late, altered] = [
    reading("Ana  Ng", "2026-11-01"),
    reading("ana ng", "2026-11-23"),
    reading("Ana Ng", "2026-12-01", "altered"),
  ];
  for (const order of [
    [old, late, altered],
    [altered, late, old],
    [late, altered, old],
  ]) {
    const { kept, doubles } = cohort.onePerPerson(order);
    assert.deepEqual(kept, [late]);
    assert.deepEqual(
      doubles.map(({ why }) => why),
      ["double", "double"],
    );
  }
  assert.equal(cohort.onePerPerson([old, old]).doubles[0].why, "same");
});

test("what the group misses most comes first, and nothing of an altered record counts", () => {
  const missed = (name, verdict) =>
    stands(
      reading(name, "2026-11-23", verdict, [
        [1, entry("right")],
        [2, entry("unmet")],
      ]),
    );
  const group = [missed("Ana"), missed("Bo"), missed("Cy", "altered")];
  const found = cohort.missedMost(group, MODULES);
  assert.deepEqual(
    found.map(({ task, tried, missed: count }) => [task.number, tried, count]),
    [[2, 2, 2]],
  );
});

test("the table is sorted by a column, by name among equals, and what is altered stays at the end", () => {
  const group = [
    stands(reading("Cy", "2026-11-23", "altered")),
    stands(reading("Bo", "2026-11-23")),
    stands(reading("Ana", "2026-11-23", "sound", [])),
    stands(reading("Al", "2026-11-23", "sound", [])),
  ];
  const order = (key, down) =>
    cohort
      .sorted(group, key, down)
      .map(({ name }) => name)
      .join(" ");
  assert.equal(order("name", false), "Al Ana Bo Cy");
  assert.equal(order("done", true), "Bo Al Ana Cy");
  assert.equal(order("done", false), "Al Ana Bo Cy");
  assert.deepEqual(
    cohort.filtered(group, "altered").map(({ name }) => name),
    ["Cy"],
  );
  assert.equal(cohort.filtered(group, "open").length, 3);
});

test("a file is sound, altered, of another address, or no record; without a secure address nothing is told", async () => {
  const record = signOff(new Map([[1, entry("right")]]), LISTED, names("Ana"));
  const { subtle } = crypto;
  const { checksum } = await import("../../overrides/components/record/state.js");
  const text = toJson(record, await checksum(record, subtle));
  const verdict = async (...given) => (await examine(...given)).verdict;
  assert.equal(await verdict(text, "g", subtle), "sound");
  assert.equal(await verdict(text, "h", subtle), "elsewhere");
  assert.equal(await verdict(text.replace("right", "met"), "g", subtle), "altered");
  assert.equal(await verdict("{", "g", subtle), "foreign");
  assert.equal(await verdict(text, "g", undefined), "insecure");
});

test("no name in the table is a formula for a spreadsheet", () => {
  assert.equal(inCsv([["=1+1", 'a "b", c']]), `'=1+1,"a ""b"", c"\r\n`);
});
