// What `macros/publish/packing.py` made small is read as it was.
import assert from "node:assert/strict";
import test from "node:test";
import { unpacked } from "../../overrides/components/search/packing.js";

test("a word is put together from the one before, and a way to ask has the numbers of its words", () => {
  const asks = `AdoorAtheA2ndAatAcafDesA${"x".repeat(40)}Z${"x".repeat(16)}`;
  const signs = (/** @type {number[]} */ ...places) =>
    String.fromCharCode(...places.map((place) => "!".charCodeAt(0) + place));
  const entries = /** @type {any} */ ([
    { id: "a/", asks: `${signs(3, 1, 5, 0)}\n${signs(2, 7)}` },
    { id: "b/", asks: "" },
  ]);
  const known = unpacked({ asks, entries, language: /** @type {any} */ ({}), contacts: [] });
  const spelt = known.entries.map((entry) =>
    entry.asks.map((said) => said.map((word) => known.vocabulary[word])),
  );
  assert.deepEqual(spelt, [
    [
      ["at", "the", "cafes", "door"],
      ["2nd", "x".repeat(41)],
    ],
    [],
  ]);
});
