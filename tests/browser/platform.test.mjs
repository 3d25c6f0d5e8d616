/** What a learning platform learns of a module and keeps of it, as pure functions. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fields } from "../../overrides/components/platform/fields.js";
import * as memory from "../../overrides/components/platform/memory.js";
import { packed, reportOf, scaled, unpacked, within } from "../../overrides/components/platform/state.js";
import { launchOf, statement, verbsFor } from "../../overrides/components/platform/statements.js";
import { encode } from "../../overrides/components/progress/state.js";

const TODAY = 20_790;
const TASKS = [
  ["question", 1],
  ["check", 2],
  ["check", 3],
  ["check", 4],
  ["case", 5],
  ["criterion", 6],
  ["visit", 7],
].map(([kind, number]) => ({ kind, number, version: "abcd" }));
const progress = (entries) =>
  new Map(
    Object.entries(entries).map(([number, result]) => [
      Number(number),
      { day: TODAY, result, version: "abcd" },
    ]),
  );
const ALL = { 1: "done", 2: "right", 3: "mended", 4: "right", 5: "good" };
const report = (entries) => reportOf(TASKS, progress(entries), "abcdefgh");

test("a module is done when all is that one does alone, and its score is of the checks that were right the first time", () => {
  assert.deepEqual(report({}), { done: false, answered: 0, right: 0, all: 3, version: "abcdefgh" });
  assert.deepEqual(report({ 2: "missed", 3: "right" }), {
    done: false,
    answered: 2,
    right: 1,
    all: 3,
    version: "abcdefgh",
  });
  assert.deepEqual(report(ALL), { done: true, answered: 3, right: 2, all: 3, version: "abcdefgh" });
  assert.equal(report({ ...ALL, 5: "poor" }).done, false);
  assert.equal(scaled(report(ALL)), 0.6667);
});

test("a module without checks is done, and neither passed nor scored", () => {
  const bare = reportOf(TASKS.slice(0, 1), progress({ 1: "done" }), "abcdefgh");
  assert.equal(scaled(bare), 0);
  assert.deepEqual(verbsFor(bare, new Set()), ["completed"]);
  for (const [standard, name] of [
    ["scorm-1.2", "cmi.core.lesson_status"],
    ["scorm-2004", "cmi.completion_status"],
  ]) {
    const values = Object.fromEntries(fields(standard, bare, "", ""));
    assert.equal(values[name], "completed");
    assert.deepEqual(
      Object.keys(values).filter((key) => /score|success/.test(key)),
      [],
    );
  }
});

test("what a platform keeps is of this module alone, comes back as it was, and fits into SCORM 1.2 whatever the numbers", () => {
  const all = progress({ ...ALL, 900: "right" });
  const mine = within(all, TASKS);
  assert.deepEqual([...mine.keys()], [1, 2, 3, 4, 5]);
  assert.deepEqual(unpacked(packed(mine, "", 4_096), TODAY), { progress: mine, foreign: "" });
  const far = Array.from({ length: 100 }, (_, n) => [
    4_095 - n,
    { day: TODAY + n, result: "right", version: "ponm" },
  ]);
  assert.ok(packed(new Map(far), "", 4_096).length < 4_096);
});

test("what cannot be read is kept behind what can, and alone where both do not fit", () => {
  const foreign = "of a later guide, in two words";
  assert.deepEqual(unpacked(foreign, TODAY), { progress: new Map(), foreign });
  const kept = packed(progress(ALL), foreign, 4_096);
  assert.equal(kept, `${encode(progress(ALL))} ${foreign}`);
  assert.deepEqual(unpacked(kept, TODAY), { progress: progress(ALL), foreign });
  assert.equal(packed(progress(ALL), "x".repeat(4_090), 4_096), "x".repeat(4_090));
  assert.deepEqual(unpacked("", TODAY), { progress: new Map(), foreign: "" });
});

test("no status in SCORM is taken back", () => {
  for (const before of ["completed", "passed"])
    assert.deepEqual(
      fields("scorm-1.2", report({}), "", before).map(([name]) => name),
      ["cmi.core.lesson_location", "cmi.suspend_data", "cmi.core.exit"],
    );
  assert.ok(fields("scorm-1.2", report(ALL), "", "completed").some(([, value]) => value === "passed"));
});

test("in cmi5 each verb is said once, and of passing and failing one", () => {
  assert.deepEqual(verbsFor(report({}), new Set()), []);
  assert.deepEqual(verbsFor(report(ALL), new Set()), ["completed", "passed"]);
  assert.deepEqual(verbsFor(report(ALL), new Set(), 0.7), ["completed", "failed"]);
  assert.deepEqual(verbsFor(report(ALL), new Set(["completed"])), ["passed"]);
  assert.deepEqual(verbsFor(report(ALL), new Set(["completed", "passed"]), 0.7), []);
  assert.deepEqual(verbsFor(report(ALL), new Set(["completed", "failed"])), []);
});

test("a launch of cmi5 needs all that the standard names, and an actor that is one", () => {
  const given = {
    endpoint: "https://a.example/x",
    fetch: "https://a.example/t",
    actor: '{"name":"n"}',
    registration: "r",
    activityId: "i",
  };
  const query = (changes) => `?${new URLSearchParams({ ...given, ...changes })}`;
  assert.equal(launchOf(query({}))?.endpoint, "https://a.example/x/");
  assert.equal(launchOf(query({ endpoint: "https://a.example/x/" }))?.endpoint, "https://a.example/x/");
  for (const name of Object.keys(given)) assert.equal(launchOf(query({ [name]: "" })), null);
  for (const actor of ["nobody", "7", "null"]) assert.equal(launchOf(query({ actor })), null);
});

test("a statement leaves the platform's template as it is, and says how long it took", () => {
  const launch = { endpoint: "", fetch: "", actor: { name: "n" }, registration: "r", activity: "i" };
  const template = {
    revision: "theirs",
    contextActivities: { category: [{ id: "own" }], grouping: [{ id: "g" }] },
    extensions: { s: 1 },
  };
  const data = { contextTemplate: template, launchMode: "Normal", masteryScore: 0.5 };
  const when = { id: "u", begun: new Date(0), now: new Date(61_500) };
  const said = statement("passed", launch, data, report(ALL), when);
  assert.deepEqual(said.result, {
    success: true,
    score: { scaled: 0.6667, raw: 2, min: 0, max: 3 },
    duration: "PT61.50S",
  });
  assert.deepEqual(said.context, {
    revision: "theirs",
    registration: "r",
    contextActivities: {
      grouping: [{ id: "g" }],
      category: [
        { id: "own" },
        { id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" },
        { id: "https://w3id.org/xapi/cmi5/context/categories/moveon" },
      ],
    },
    extensions: { s: 1, "https://w3id.org/xapi/cmi5/context/extensions/masteryscore": 0.5 },
  });
  assert.equal(
    statement("initialized", launch, { contextTemplate: {}, launchMode: "Normal" }, report({}), when).result,
    undefined,
  );
});

test("the storage of a page on a platform has all that the browser's has", () => {
  const file = new URL("../../overrides/components/base/storage.js", import.meta.url);
  const names = [...readFileSync(file, "utf-8").matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(Object.keys(memory).sort(), names.sort());
  assert.equal(memory.kept("a"), "");
  assert.ok(memory.keep("ab", "1") && memory.setAside("ac", "2") && memory.keeps());
  assert.deepEqual(memory.keysOf("a"), ["ab", "ac"]);
  memory.drop("ab");
  assert.deepEqual([memory.kept("ab"), memory.kept("ac"), memory.isThirdPartyFrame()], ["", "2", false]);
});
