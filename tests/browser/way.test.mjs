import assert from "node:assert/strict";
import { test } from "node:test";
import { follow, leadsTo } from "../../overrides/components/scenario/way.js";

const step = (/** @type {string} */ scene, /** @type {string} */ to) => ({
  scene,
  choice: `${scene}-${to}`,
  to,
});
const WAY = [step("a", "b"), step("b", "a"), step("a", "end")];

test("a choice leads to the scene that it names, and to no other", () => {
  assert.equal(leadsTo(WAY, "end"), true);
  assert.equal(leadsTo(WAY, "a"), false);
  assert.equal(leadsTo([], "a"), false);
});

test("to follow a choice keeps the way as it is", () => {
  assert.equal(follow(WAY, "end"), WAY);
});

test("back in a scene, the way ends before what was chosen there last", () => {
  assert.deepEqual(follow(WAY, "a"), WAY.slice(0, 2));
  assert.deepEqual(follow(WAY, "b"), WAY.slice(0, 1));
});

test("back at a choice that was asked for, the way ends before it", () => {
  assert.deepEqual(follow(WAY, "a", 0), []);
  assert.deepEqual(follow(WAY, "a", 2), WAY.slice(0, 2));
  assert.deepEqual(follow(WAY, "b", 0), WAY.slice(0, 1), "asked for, and then gone elsewhere");
});

test("in a scene that no choice led to, a way begins anew", () => {
  assert.deepEqual(follow(WAY, "elsewhere"), []);
  assert.deepEqual(follow([], "a"), []);
});
