// What an older guide wrote is read by today's: each file that `make freeze` froze, as it was written and five years on.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as checklist from "../../overrides/components/checklist/state.js";
import * as course from "../../overrides/components/progress/state.js";
import * as record from "../../overrides/components/record/state.js";

const HALF_HOUR = 30 * 60_000;
const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 23, 10);
const CLOCKS = { "an hour later": NOW, "five years later": NOW + 5 * 365 * DAY };

const tasks = (done) =>
  done && Object.fromEntries([...done].map(([task, entry]) => [task, Object.values(entry)]));

/** What the run shows, or shows again to whoever takes back that it ended by itself. */
function session({ kept }, now) {
  assert.ok(checklist.isWhole(kept));
  const store = checklist.expire(checklist.decode(kept, now), HALF_HOUR, now);
  const run = checklist.runOf(store, checklist.TIMED);
  return (
    checklist.endedByItself(store, HALF_HOUR) ? checklist.tickedBefore(run) : checklist.ticked(run)
  ).sort();
}

function runs({ kept }, now) {
  assert.ok(checklist.isWhole(kept));
  const store = checklist.decode(kept, now);
  assert.equal(store.chosen[1], "Amber heron");
  const live = checklist.liveRuns(store);
  return Object.fromEntries(
    live.map((name) => [name, checklist.ticked(checklist.runOf(store, name)).sort()]),
  );
}

async function signed({ kept }) {
  const { verdict, record: read } = await record.examine(kept, "https://guide.example/", crypto.subtle);
  assert.equal(verdict, "sound");
  const { guide: _, items, ...names } = read;
  return { ...names, items: items.map((row) => Object.values(row).join(" ")) };
}

const READERS = {
  session,
  runs,
  ticks: ({ kept }) => checklist.fromFragment(new URL(kept).hash)?.steps,
  course: ({ kept }) => tasks(course.decode(kept)),
  progress: ({ kept }, now) => tasks(course.fromText(kept, Math.floor(now / DAY))),
  recall: ({ kept }) => tasks(course.decode(kept)),
  record: signed,
  table: signed,
};

const folder = new URL("./", import.meta.url);
const frozen = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const read = (release, kind) => JSON.parse(readFileSync(new URL(`${release}/${kind}.json`, folder), "utf-8"));

for (const { name: release } of frozen)
  for (const file of readdirSync(new URL(`${release}/`, folder))) {
    const kind = file.replace(/\.json$/, "");
    if (kind === "offline") continue; // a worker and what it keeps: a browser meets them, in tests/browser/test_years.py
    test(`${kind} as ${release} wrote it means what it meant`, async () => {
      const state = read(release, kind);
      for (const [when, now] of Object.entries(CLOCKS))
        assert.deepEqual(await READERS[kind](state, now), state.means, when);
    });
  }
