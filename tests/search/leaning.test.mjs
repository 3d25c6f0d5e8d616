// What was learnt by `macros/leaning.py` is read as it was written: a text has the same places there and here.
import assert from "node:assert/strict";
import test from "node:test";
import { leaning, places } from "../../overrides/components/search/danger.js";
import { words } from "../../overrides/components/search/reading.js";

const PLACES = [
  41, 164, 184, 279, 389, 397, 442, 456, 552, 624, 754, 779, 807, 816, 865, 868, 923, 963, 1002, 1010, 1020,
];

test("a text has the places that tests/authoring/test_publish.py knows, too", () => {
  const found = places(words("He can’t go, 2 Go"), 1024).sort((a, b) => a - b);
  assert.deepEqual(found, PLACES);
});

test("words lean as far as all their places together, each counted once", () => {
  const of = 1024;
  const leans = Array(of).fill("N");
  for (const at of places(["rope"], of)) leans[at] = "O";
  assert.equal(leaning(leans.join(""))(["rope"]).toFixed(1), (places(["rope"], of).length * 0.2).toFixed(1));
  assert.equal(leaning(leans.join(""))(["rope", "rope"]), leaning(leans.join(""))(["rope"]));
  assert.ok(leaning(leans.join(""))(["ropee"]) > leaning(leans.join(""))(["club"]));
});

test("what has learnt nothing leans to no side", () => assert.equal(leaning("")(["rope"]), 0));
