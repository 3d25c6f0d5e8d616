// What is stored and carried, whatever is done with it: any acts, in any number of tabs and on any devices, by any clocks.
// Each run tries the same cases. A failure prints its seed and the smallest case; SEED=number tries others.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as checklist from "../../overrides/components/checklist/state.js";
import * as map from "../../overrides/components/pairs/state.js";
import * as course from "../../overrides/components/progress/state.js";
import * as record from "../../overrides/components/record/state.js";
import { FORMATS, RICH } from "../../overrides/components/share/formats.js";

fc.configureGlobal({ seed: Number(process.env.SEED ?? 18), numRuns: 500, endOnFailure: false });

/** Shows that `claim` holds for all that `made` can be. */
const always = (words, made, claim, options) =>
  test(words, () => fc.assert(fc.property(...[made].flat(), claim), options));

/** Any text at all: what a person types, half a sign, and JSON of any shape. */
const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.json());
/** A text of ours in which something was lost, put in or put elsewhere. */
const bent = (text) =>
  fc.tuple(text, fc.nat(), fc.nat(9), anyText).map(([whole, at, cut, put]) => {
    const place = at % (whole.length + 1);
    return whole.slice(0, place) + put + whole.slice(place + cut);
  });

// ---- Ticks

const { TIMED } = checklist;
const RUNS = [TIMED, "Amber heron"];
const STEPS = ["a", "b", "c"];
const LIFETIME = 30 * 60_000;
const NINE = Date.UTC(2026, 10, 23, 9);

const name = fc.constantFrom(...RUNS);
const step = fc.constantFrom(...STEPS);
const version = fc.constantFrom("dpckjblm", "fofofofo", "3f2a91b0");
/** Mostly within two hours or at one moment, so that acts meet; and any time that a clock can say. */
const clock = fc.oneof(
  { weight: 3, arbitrary: fc.nat(90 * 60_000).map((past) => NINE + past) },
  { weight: 3, arbitrary: fc.nat(1).map((past) => NINE + past) },
  fc.integer({ min: 0, max: 8.64e15 }),
);

/** What a reader, or time, does with a list: a function of the list. */
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(name, fc.uniqueArray(step), fc.boolean(), clock, version).map(
      ([run, steps, on, now, version]) =>
        (store) =>
          checklist.mark(store, run, steps, on, { now, version }),
    ),
  },
  fc.tuple(name, clock).map(
    ([run, now]) =>
      (store) =>
        checklist.empty(store, run, now),
  ),
  fc.tuple(name, clock, version).map(
    ([run, now, version]) =>
      (store) =>
        checklist.start(store, run, { now, version }),
  ),
  fc.tuple(name, fc.boolean(), clock).map(
    ([run, on, now]) =>
      (store) =>
        checklist.finish(store, run, on, now),
  ),
  fc.tuple(name, clock).map(
    ([run, now]) =>
      (store) =>
        checklist.choose(store, run, now),
  ),
  clock.map((now) => (store) => checklist.expire(store, LIFETIME, now)),
  clock.map((now) => (store) => checklist.decode(checklist.encode(store), now)),
);

/** What three tabs know after many acts, in which each has heard of the others now and then. */
const tabs = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.tuple(fc.nat(2), act) }, fc.tuple(fc.nat(2), fc.nat(2))), {
    maxLength: 14,
  })
  .map((history) => {
    const stores = [checklist.EMPTY, checklist.EMPTY, checklist.EMPTY];
    for (const [tab, deed] of history)
      stores[tab] = typeof deed === "number" ? checklist.merge(stores[tab], stores[deed]) : deed(stores[tab]);
    return stores;
  });

const same = (a, b) => assert.equal(checklist.encode(a), checklist.encode(b));
const shown = (store, run) => checklist.ticked(checklist.runOf(store, run)).sort();

always("tabs that hear of each other see the same list, in whatever order they hear", tabs, ([a, b, c]) => {
  const { merge } = checklist;
  same(merge(a, b), merge(b, a));
  same(merge(a, a), a);
  same(merge(merge(a, b), c), merge(a, merge(b, c)));
  same(merge(merge(a, b), b), merge(a, b));
});

always(
  "what is done last, on top of what is known, is what all see, whatever the clocks say",
  [tabs, name, step, fc.boolean(), clock, version],
  ([a, b, c], run, moved, on, now, version) => {
    const before = [a, b, c].reduce(checklist.merge);
    const after = checklist.mark(before, run, [moved], on, { now, version });
    const others = shown(before, run).filter((one) => one !== moved);
    for (const store of [after, checklist.merge(after, a), checklist.merge(c, checklist.merge(b, after))])
      assert.deepEqual(shown(store, run), (on ? [...others, moved] : others).sort());
    const emptied = checklist.empty(after, run, now);
    assert.deepEqual(shown(checklist.merge(emptied, after), run), [], "and a reset empties it everywhere");
  },
);

always("no mark is lost between tabs that did not empty the list", tabs, (stores) => {
  const all = stores.reduce(checklist.merge);
  for (const run of RUNS) {
    const marked = (store) => [...checklist.runOf(store, run).marks.keys()];
    assert.deepEqual(new Set(marked(all)), new Set(stores.flatMap(marked)));
  }
});

always("a list is kept whole, and live ticks are read back by any clock", [tabs, clock], ([store], now) => {
  const text = checklist.encode(store);
  assert.ok(checklist.isWhole(text));
  const back = checklist.decode(text, now);
  for (const run of [TIMED, ...checklist.liveRuns(store)])
    assert.deepEqual(shown(back, run), shown(store, run));
  same(checklist.decode(checklist.encode(back), now), back);
});

always(
  "what no longer counts can be left out, and ids renamed, before or after tabs meet",
  [tabs, fc.dictionary(step, fc.constantFrom("a", "e"))],
  ([a, b], names) => {
    const joined = checklist.merge(a, b);
    for (const run of RUNS)
      assert.deepEqual(
        shown(checklist.merge(checklist.terse(a), checklist.terse(b)), run),
        shown(joined, run),
      );
    const aliases = new Map(Object.entries(names));
    const renamed = (store) => checklist.rename(store, aliases);
    same(renamed(joined), checklist.merge(renamed(a), renamed(b)));
  },
);

/** Storage that is nearly ours. */
const strange = fc.oneof(
  anyText,
  bent(tabs.map(([store]) => checklist.encode(store))),
  fc
    .dictionary(
      fc.oneof(name, fc.string()),
      fc.record(
        {
          began: fc.anything(),
          version: fc.oneof(version, fc.anything()),
          emptied: fc.oneof(clock, fc.anything()),
          finished: fc.anything(),
          marks: fc.oneof(fc.dictionary(step, fc.tuple(clock, fc.nat(2))), fc.anything()),
          touched: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    )
    .map((runs) =>
      JSON.stringify({ format: 1, runs }, (_, value) => (typeof value === "bigint" ? 0 : value)),
    ),
);

always(
  "whatever stands in the storage is read without an error, and only what is ours",
  [strange, clock],
  (text, now) => {
    checklist.isWhole(text);
    const store = checklist.decode(text, now);
    assert.ok(checklist.isWhole(checklist.encode(store)));
    checklist.expire(store, LIFETIME, now);
  },
);

always(
  "a link restores the steps that it was made of, and no text is an error",
  [version, fc.uniqueArray(fc.stringMatching(/^[\w-]{1,100}$/), { minLength: 1 }), strange],
  (version, steps, text) => {
    assert.deepEqual(checklist.fromFragment(checklist.toFragment(version, steps)), { version, steps });
    const found = checklist.fromFragment(`#run=${text}`);
    if (found)
      assert.deepEqual(checklist.fromFragment(checklist.toFragment(found.version, found.steps)), found);
    checklist.fromFragment(text);
  },
);

// ---- The course

const TODAY = 20_800;
const result = fc.constantFrom("done", "missed", "mended", "right", "poor", "good", "unmet", "met");
const task = fc.oneof({ weight: 5, arbitrary: fc.nat(5) }, fc.nat(400));
const day = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: TODAY - 3, max: TODAY + 3 }) },
  fc.integer({ min: course.FIRST_DAY, max: course.LAST_DAY }),
);
const letters = fc.stringMatching(/^[a-p]{4}$/);
/** Where a check waits that came back; what is no check waits nowhere. */
const box = fc.option(fc.record({ box: fc.integer({ min: 1, max: 6 }), asked: day }), { nil: {} });
const entry = fc
  .tuple(day, result, fc.oneof(fc.constantFrom("abcd", "ponm"), letters), box)
  .map(([day, result, version, box]) => ({
    day,
    result,
    version,
    ...(["missed", "mended", "right"].includes(result) ? box : {}),
  }));
const progress = fc.array(fc.tuple(task, entry), { maxLength: 12 }).map((entries) => new Map(entries));
/** What is kept of it, in one order. That a day was one to come is told by the clock anew each time. */
const sorted = (done) =>
  [...done].map(([number, { ahead, ...entry }]) => [number, entry]).sort(([a], [b]) => a - b);

always("a code says what it was made of, however it was made, and travels in any text", progress, (done) => {
  const code = course.encode(done);
  assert.deepEqual(sorted(course.decode(code)), sorted(done));
  assert.equal(course.encode(new Map([...done].reverse())), code);
  const link = course.toLink("https://guide.example/course/", done);
  for (const text of [
    link,
    `See ${link}. Thanks`,
    ` ${code.toLowerCase()}\n`,
    link.replace(/(.{60})/g, "$1\r\n"),
  ])
    assert.deepEqual(sorted(course.fromText(text, course.LAST_DAY)), sorted(done));
});

always(
  "no text is an error, and what is read is a code again",
  [fc.oneof(anyText, bent(progress.map(course.encode))), day],
  (text, today) => {
    for (const given of [text, `#progress=${text}`]) {
      const read = course.fromText(given, today);
      if (read) assert.deepEqual(sorted(course.decode(course.encode(read))), sorted(read));
    }
    course.decode(text);
  },
);

always(
  "devices that hear of each other know the same, in whatever order",
  [progress, progress, progress],
  (a, b, c) => {
    const { merge } = course;
    assert.deepEqual(sorted(merge(a, b)), sorted(merge(b, a)));
    assert.deepEqual(sorted(merge(a, a)), sorted(a));
    assert.deepEqual(sorted(merge(merge(a, b), c)), sorted(merge(a, merge(b, c))));
    assert.deepEqual(course.news(merge(a, b), b), []);
  },
);

/** What may come of a task: of a check, a case, an act that is observed, or what is only done. */
const KINDS = [["missed", "right"], ["poor", "good"], ["unmet", "met"], ["done"]];
const OBSERVED = 2;
/** A task, what came of it, when by the clock of the device, and on which text. */
const deed = fc.tuple(task, fc.nat(1), entry).map(([number, chance, { day, version }]) => {
  const results = KINDS[number % KINDS.length];
  return [number, { day, result: results[chance % results.length], version }];
});
/** As the page does it: on top of what is kept, and by the day that the device's own clock says. */
const noted = (kept, [number, done]) =>
  course.revise(kept, done.day, (before) => course.note(before, number, done));
const carried = (kept, from, today) => {
  const brought = course.fromText(course.toLink("https://guide.example/", from), today);
  return course.revise(kept, today, (before) => course.merge(before, brought));
};
const device = fc.nat(2);
/** What happens on a device, of which each is a list of what it keeps: it is worked on, or brought what another has. */
const event = fc.oneof(
  fc.tuple(device, deed).map(
    ([here, done]) =>
      (all) =>
        all.with(here, noted(all[here], done)),
  ),
  fc.tuple(device, device, fc.integer({ min: TODAY - 2, max: TODAY + 2 })).map(
    ([here, there, today]) =>
      (all) =>
        all.with(here, carried(all[here], all[there], today)),
  ),
);
const devices = fc
  .array(event, { maxLength: 12 })
  .map((events) => events.reduce((all, happens) => happens(all), [new Map(), new Map(), new Map()]));

always(
  "what three devices did, each by a clock of its own, is the same on all once it was carried around, and nothing is undone",
  [devices, fc.shuffledSubarray([0, 1, 2], { minLength: 3 })],
  (before, order) => {
    const ways = [...order, ...order].flatMap((from) => order.map((to) => [from, to]));
    const after = ways.reduce((all, [from, to]) => all.with(to, carried(all[to], all[from], TODAY)), before);
    const [first, ...others] = after.map((kept) => sorted(course.believed(kept, TODAY)));
    for (const other of others) assert.deepEqual(other, first);
    const all = new Map(first);
    for (const [number, { result }] of before.flatMap((kept) => [...kept])) {
      assert.ok(all.has(number));
      if (number % KINDS.length !== OBSERVED && course.isDone({ result }))
        assert.ok(course.isDone(all.get(number)));
    }
  },
);

always(
  "to try again takes nothing away, and touches no other task",
  [devices, deed],
  ([done], [number, tried]) => {
    const after = noted(done, [number, tried]);
    if (tried.result !== "unmet" && course.isDone(done.get(number)))
      assert.ok(course.isDone(after.get(number)));
    for (const [other, kept] of done) if (other !== number) assert.deepEqual(after.get(other), kept);
  },
);

// ---- Records

/** What may be typed for a name; the page asks for one. */
const typed = fc.oneof(anyText, fc.constantFrom("=1+1", "'-", '"', "a,b\r\nc")).filter(record.tidy);
const LISTED = [...Array(401).keys()]
  .map((number) => `${number} check course/m${number % 9}#t${number}`)
  .join("\n");

test("a record is sound in both files under any names, and says what was done; any other text is no error", () =>
  fc.assert(
    fc.asyncProperty(progress, typed, typed, anyText, async (done, clinician, observer, text) => {
      const guide = "https://guide.example/";
      const made = record.signOff(done, LISTED, { guide, clinician, observer, printed: "2026-11-23" });
      const sum = await record.checksum(made, crypto.subtle);
      for (const file of [record.toJson(made, sum), record.toCsv(made, sum)]) {
        const { verdict, record: read } = await record.examine(file, guide, crypto.subtle);
        assert.equal(verdict, "sound", file);
        assert.deepEqual(read, made);
        const signed = sorted(done).map(([number, { day, result, version }]) => [
          number,
          { day, result, version },
        ]);
        assert.deepEqual(
          sorted(record.progressOf(read, LISTED)),
          signed,
          "where checks wait is nobody else’s business",
        );
        const place = text.length % file.length;
        await record.examine(file.slice(0, place) + text + file.slice(place), guide, crypto.subtle);
      }
      await record.examine(text, guide, crypto.subtle);
    }),
    { numRuns: 100 },
  ));

// ---- Links to share

const address = fc.webUrl({ withFragments: true }).map((url) => new URL(url).href);
/** What a link looks like in the words of each wiki: nothing in a title ends it. */
const SHAPES = {
  mediawiki: /^\[[^\s[\]|<>]+ [^[\]|{}<>\n]*\]$/,
  dokuwiki: /^\[\[[^\s[\]|<>]+\|[^[\]|{}<>\n]*\]\]$/,
  confluence: /^\[[^[\]|{}\n]*\|[^\s[\]|]+\]$/,
  rest: /^`[^`<>\\\n]* <[^\s<>`]+>`__$/,
  asciidoc: /^link:\+\+\S+\+\+\[[^[\]+\n]*\]$/,
  frame: /^<iframe src="[^"<>]+" title="[^"<>]*" width="100%" [^<>]*><\/iframe>$/,
};

always(
  "no title and no address ends a link before its time, in the words of any wiki",
  [anyText, address, anyText, anyText],
  (title, href, words, guide) => {
    const place = { title, href, words, guide, frame: `${href}` };
    for (const [format, write] of Object.entries(FORMATS)) {
      const text = write(place);
      if (format in SHAPES) assert.match(text, SHAPES[format], format);
    }
    for (const write of Object.values(RICH)) assert.equal(write(place).match(/<a /g)?.length, 1);
  },
);

always(
  "the address of the map holds what was chosen",
  [address, fc.constantFrom("", "p", "q"), fc.constantFrom("", "x", "y")],
  (url, phase, practice) => {
    const phaseOf = new Map([
      ["x", "p"],
      ["y", "q"],
    ]);
    const state = { phase: practice ? phaseOf.get(practice) : phase, practice };
    assert.deepEqual(map.read(map.write(url, state), phaseOf), state);
    map.read(url, phaseOf);
  },
);
