// Numbers are given in the order of coming, as a map would give them, however many there are.
import assert from "node:assert/strict";
import test from "node:test";
import { Numbering } from "../../overrides/components/search/numbering.js";

test("each has the number of its coming, again and again, and what never came has none", () => {
  const [numbering, map] = [new Numbering(), new Map()];
  for (let turn = 1; turn <= 20_000; turn++) {
    const one = 1 + ((turn * 7_919) % 9_000) * 65_536; // comes twice or more, and all share their lower half
    if (!map.has(one)) map.set(one, map.size);
    assert.equal(numbering.add(one), map.get(one));
  }
  assert.equal(numbering.count, map.size);
  for (const [one, number] of map) assert.equal(numbering.get(one), number);
  assert.equal(numbering.get(2), -1);
  assert.equal(numbering.get(0x7fffffff), -1);
});
