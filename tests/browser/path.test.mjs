// How far a reader is in the course: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  count,
  due,
  learned,
  left,
  minutesLeft,
  opens,
  partsOf,
  tasksOf,
  toGoOn,
  visitsOf,
} from "../../overrides/components/path/state.js";

const entry = (result, day = 20_600, version = "abcd") => ({ result, day, version });
const tasks = tasksOf("question.1.abcdefgh check.2.bbbbcccc check.3.ccccdddd criterion.4.ddddeeee");
const progress = (...entries) => new Map(entries);

test("the tasks of a module are read from its markup, each with the first letters of its version", () => {
  assert.deepEqual(tasks[1], { kind: "check", number: 2, version: "bbbb" });
  assert.deepEqual(
    tasks.map(({ kind }) => kind),
    ["question", "check", "check", "criterion"],
  );
});

test("a module without a task has none, and is never learned", () => {
  assert.deepEqual(tasksOf(""), []);
  assert.deepEqual(tasksOf("  "), []);
  assert.deepEqual(count([], progress([1, entry("done")])), { done: 0, total: 0, changed: 0 });
  assert.equal(learned([], progress([1, entry("done")])), null);
});

test("what is done counts, whatever its version; what was only tried does not", () => {
  assert.deepEqual(count(tasks, progress()), { done: 0, total: 4, changed: 0 });
  const some = progress([1, entry("done")], [2, entry("missed")], [3, entry("mended")], [4, entry("unmet")]);
  assert.equal(count(tasks, some).done, 2);
  const all = progress(
    [1, entry("done")],
    [2, entry("right")],
    [3, entry("mended")],
    [4, entry("met")],
    [5, entry("done")],
  );
  assert.equal(count(tasks, all).done, 4);
});

test("what was done in another version is told apart, and what was only tried in one is not", () => {
  const changed = (...entries) => count(tasks, progress(...entries)).changed;
  assert.equal(changed([1, entry("done", 20_600, "abcd")], [2, entry("right", 20_600, "bbbb")]), 0);
  assert.equal(changed([1, entry("done", 20_600, "abcd")], [2, entry("right", 20_600, "abcd")]), 1);
  assert.equal(changed([2, entry("missed", 20_600, "abcd")], [4, entry("unmet", 20_600, "abcd")]), 0);
});

test("a module is learned on the day on which the last of its checks was passed, and not before all are", () => {
  assert.equal(learned(tasks, progress([1, entry("done")], [4, entry("met")])), null);
  assert.equal(learned(tasks, progress([2, entry("right")])), null);
  assert.equal(learned(tasks, progress([2, entry("right")], [3, entry("missed")])), null);
  assert.equal(learned(tasks, progress([2, entry("mended", 20_610)], [3, entry("right", 20_602)])), 20_610);
});

test("nothing but checks makes a module learned, and a changed check that was passed still counts", () => {
  const passed = progress([2, entry("right", 20_601, "aaaa")], [3, entry("right", 20_602, "aaaa")]);
  assert.equal(learned(tasks, passed), 20_602);
  assert.equal(learned(tasks, new Map([...passed, [4, entry("met", 20_650)]])), 20_602);
});

test("what is left is told apart: what a reader does alone, and what is seen by an observer", () => {
  const { alone, observed } = left(tasks, progress([1, entry("done")], [2, entry("missed")]));
  assert.deepEqual(
    alone.map(({ number }) => number),
    [2, 3],
  );
  assert.deepEqual(
    observed.map(({ number }) => number),
    [4],
  );
  const visit = tasksOf("visit.9.abcdefgh");
  assert.deepEqual(left(visit, progress()), { alone: [], observed: [] });
});

test("a visit opens its days after the last check, and by a pass of a day to come it is not put off", () => {
  const passed = [2, entry("right", 20_602)];
  assert.equal(opens(tasks, progress(passed), 7), Infinity);
  assert.equal(opens(tasks, progress(passed, [3, entry("mended", 20_610)]), 7), 20_617);
  const ahead = { ...entry("right", 20_650), ahead: true };
  assert.equal(opens(tasks, progress(passed, [3, ahead]), 7), 20_609);
  assert.ok(opens(tasks, progress([2, ahead], [3, ahead]), 7) < 20_602);
});

test("the minutes that are left shrink with what is done, and what is for other days has no part in them", () => {
  const parts = partsOf(
    [...tasks, ...tasksOf("visit.9.abcdefgh")],
    "question.8 check.15 criterion.30 visit.0",
  );
  assert.deepEqual(
    parts.map(({ tasks, minutes }) => [tasks.map(({ number }) => number), minutes]),
    [
      [[1], 8],
      [[2, 3], 15],
      [[4], 30],
      [[9], 0],
    ],
  );
  assert.equal(minutesLeft(parts, progress()), 53);
  assert.equal(minutesLeft(parts, progress([1, entry("done")], [2, entry("missed")])), 45);
  assert.equal(minutesLeft(parts, progress([1, entry("done")], [2, entry("right")])), 38);
  const all = [1, 2, 3].map((number) => [number, entry("right")]);
  assert.equal(minutesLeft(parts, progress(...all, [4, entry("met")])), 0);
  assert.equal(minutesLeft([{ tasks: [], minutes: 60 }], progress()), 0);
});

const modules = [
  { name: "first", tasks: tasksOf("check.1 criterion.2") },
  { name: "second", tasks: tasksOf("check.3 check.4 criterion.5") },
  { name: "third", tasks: tasksOf("check.6 criterion.7") },
];
const next = (...entries) => toGoOn(modules, progress(...entries))?.name;

test("one goes on where one worked last, and at the first module with something to do where all of that is done", () => {
  assert.equal(next(), undefined);
  assert.equal(next([1, entry("missed", 5)]), "first");
  assert.equal(next([1, entry("missed", 5)], [3, entry("right", 5)]), "second");
  assert.equal(next([1, entry("missed", 6)], [3, entry("right", 5)]), "first");
  assert.equal(next([6, entry("right", 5)]), "first");
  assert.equal(next([6, entry("missed", 5)], [2, entry("met", 9)]), "third");
});

test("where only acts are still to be observed, it is the first of these; where all is done, none", () => {
  const alone = [1, 3, 4, 6].map((number) => [number, entry("right")]);
  assert.equal(next(...alone), "first");
  assert.equal(next(...alone, [2, entry("met")], [5, entry("unmet")]), "second");
  assert.equal(next(...alone, [2, entry("met")], [5, entry("met")], [7, entry("met")]), undefined);
});

test("a visit is due from its day on until it was made, and never before all checks were passed", () => {
  const module = { tasks: tasksOf("check.1"), visits: visitsOf("2.8 7.9") };
  const dueOn = (today, ...entries) => due(module, progress(...entries), today).map(([, number]) => number);
  assert.deepEqual(dueOn(99), []);
  assert.deepEqual(dueOn(99, [1, entry("missed", 10)]), []);
  assert.deepEqual(dueOn(11, [1, entry("right", 10)]), []);
  assert.deepEqual(dueOn(12, [1, entry("right", 10)]), [8]);
  assert.deepEqual(dueOn(17, [1, entry("right", 10)]), [8, 9]);
  assert.deepEqual(dueOn(17, [1, entry("right", 10)], [8, entry("done", 12)]), [9]);
});
