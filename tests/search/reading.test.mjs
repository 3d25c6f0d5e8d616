// Texts are read as words in numbers, whatever else is typed into what search knows.
import assert from "node:assert/strict";
import test from "node:test";
import { Reader } from "../../overrides/components/search/reading.js";
import { Growing } from "../../overrides/components/search/rows.js";

test("a name without a letter that can be read leaves the others of its group as they are", () => {
  const reader = new Reader({ stop: [], short: {}, same: [["quit", "—", "walk away"]], settings: [] }, []);
  reader.learn([reader.numberOf("quit")], new Growing(), new Growing());
  const [alike, other] = [reader.read(["walk", "away"]), reader.read(["stay"])];
  assert.equal(alike.keys.length, 1);
  assert.deepEqual(other.keys, []);
});
