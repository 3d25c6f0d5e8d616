// What a reader of the map has chosen, in the address and in the pairs: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { follow, read, write } from "../../overrides/components/pairs/state.js";

const MAP = "https://guide.example/reference/map/";
const phases = new Map([
  ["sessions/last", "sessions/opening"],
  ["sessions/door", "sessions/at-the-door"],
  ["relationships/goodbye", "relationships/last-sessions"],
  ["shared/plan", "shared/right-now"],
]);
const pairs = [
  ["sessions/last", "relationships/goodbye"],
  ["sessions/door", "relationships/goodbye"],
  ["relationships/goodbye", "shared/plan"],
];

test("an address holds a phase, a practice, or nothing", () => {
  assert.deepEqual(read(MAP, phases), { phase: "", practice: "" });
  assert.deepEqual(read(`${MAP}?phase=sessions/opening`, phases), {
    phase: "sessions/opening",
    practice: "",
  });
  assert.deepEqual(read(`${MAP}?phase=sessions%2Fopening`, phases), {
    phase: "sessions/opening",
    practice: "",
  });
  assert.deepEqual(read(`${MAP}#shared/plan`, phases), { phase: "", practice: "shared/plan" });
});

test("a practice is kept with its own phase, and takes any other away", () => {
  const own = { phase: "sessions/opening", practice: "sessions/last" };
  assert.deepEqual(read(`${MAP}?phase=sessions/opening#sessions/last`, phases), own);
  assert.deepEqual(read(`${MAP}?phase=sessions/opening#shared/plan`, phases), {
    phase: "",
    practice: "shared/plan",
  });
});

test("what the map does not know is nothing", () => {
  for (const stray of ["#main", "#%", "#sessions/none", "?phase=none", "?phase=", "?q=goodbye"])
    assert.deepEqual(read(MAP + stray, phases), { phase: "", practice: "" }, stray);
});

test("what is written is read again, in an address that a person can read", () => {
  const state = { phase: "sessions/opening", practice: "sessions/last" };
  assert.equal(
    write(`${MAP}?phase=shared/right-now#shared/plan`, state),
    `${MAP}?phase=sessions/opening#sessions/last`,
  );
  assert.deepEqual(read(write(MAP, state), phases), state);
  assert.equal(write(`${MAP}?phase=sessions/opening#sessions/last`, { phase: "", practice: "" }), MAP);
});

test("nothing chosen keeps every pair; a phase or a practice keeps those with an end in it", () => {
  const all = follow(pairs, phases, { phase: "", practice: "" });
  assert.deepEqual([all.pairs.size, all.practices.size], [3, 4]);
  const phase = follow(pairs, phases, { phase: "sessions/opening", practice: "" });
  assert.deepEqual([...phase.pairs], [pairs[0]]);
  assert.deepEqual([...phase.practices], pairs[0]);
  const practice = follow(pairs, phases, { phase: "shared/right-now", practice: "shared/plan" });
  assert.deepEqual([...practice.pairs], [pairs[2]]);
});

test("a practice keeps its own pairs alone, and not those of its phase", () => {
  const two = new Map([...phases, ["sessions/first", "sessions/opening"]]);
  const more = [...pairs, ["sessions/first", "shared/plan"]];
  const state = { phase: "sessions/opening", practice: "sessions/last" };
  assert.deepEqual([...follow(more, two, state).pairs], [more[0]]);
  assert.deepEqual([...follow(more, two, { ...state, practice: "" }).pairs], [more[0], more[3]]);
});
