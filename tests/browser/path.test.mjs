// How far a reader is in the course: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { count, learned, tasksOf } from "../../overrides/components/path/state.js";

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
