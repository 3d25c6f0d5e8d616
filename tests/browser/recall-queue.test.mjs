// Which checks come back, and when: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { tasksOf } from "../../overrides/components/path/state.js";
import { decode, encode, FIRST_DAY, merge, NOTHING } from "../../overrides/components/progress/state.js";
import {
  answered,
  answeredOn,
  isRecalled,
  nextDay,
  queue,
} from "../../overrides/components/recall-queue/state.js";

const DAY = 20_600;
const entry = (result, day = DAY, version = "abcd") => ({ result, day, version });
const of = (...entries) => new Map(entries);
const MODULES = ["check.1 check.2 check.3 case.4", "check.5 check.6", "question.7 check.8 check.9"].map(
  tasksOf,
);
const asked = (progress, today) => queue(MODULES, progress, today);
/** What comes of answers to one check, each so many days after the first. */
const after = (...answers) =>
  answers.reduce((all, [result, days]) => answered(all, 1, entry(result, DAY + days)), NOTHING).get(1);
/** The days, counted from the first, on which a check answered so is next asked. */
const due = (...answers) => {
  const progress = of([1, after(...answers)]);
  const last = answers.at(-1)[1];
  const days = Array.from({ length: 60 }, (_, n) => last + n);
  return days.find((n) => asked(progress, DAY + n).length);
};

test("what was never answered does not come back, and nothing but checks does", () => {
  assert.deepEqual(asked(NOTHING, DAY), []);
  assert.deepEqual(asked(of([4, entry("poor")], [7, entry("done")]), DAY + 99), []);
  assert.equal(nextDay(MODULES, NOTHING, DAY), Infinity);
});

test("what was missed comes back the next day, what was right after a week", () => {
  assert.equal(due(["missed", 0]), 1);
  assert.equal(due(["missed", 0], ["right", 0]), 1);
  assert.equal(due(["right", 0]), 7);
});

test("what is recalled waits longer each time, and at last comes back no more", () => {
  const answers = [
    ["missed", 0],
    ["mended", 0],
  ];
  for (const wait of [1, 3, 7, 14, 30]) {
    const last = answers.at(-1)[1];
    assert.equal(due(...answers), last + wait);
    answers.push(["right", last + wait]);
  }
  assert.equal(due(...answers), undefined);
  assert.equal(nextDay(MODULES, of([1, after(...answers)]), DAY + 60), Infinity);
});

test("what is missed when it comes back is asked the next day, and its pass stays with its day", () => {
  const missed = after(["right", 0], ["missed", 7]);
  assert.deepEqual(missed, { ...entry("mended"), box: 1, asked: DAY + 7 });
  assert.equal(due(["right", 0], ["missed", 7]), 8);
  assert.ok(!isRecalled(missed));
  const mended = after(["right", 0], ["missed", 7], ["mended", 7]);
  assert.equal(mended.day, DAY);
  assert.equal(mended.box, 1, "an answer right after the reasons were read is no recall");
});

test("a check answered again and wrongly is missed at whatever hour, and only a later day makes it right again", () => {
  const missed = { ...entry("mended"), box: 1, asked: DAY };
  assert.deepEqual(after(["right", 0], ["missed", 0]), missed);
  assert.deepEqual(after(["right", 0], ["missed", 0], ["right", 0]), missed, "as on a page opened anew");
  assert.deepEqual(after(["right", 0], ["missed", 0], ["mended", 0]), missed);
  assert.deepEqual(after(["missed", 0], ["mended", 0], ["missed", 0], ["right", 0]), missed);
  assert.equal(due(["right", 0], ["missed", 0], ["right", 0]), 1);
  const boxed = [
    ["right", 0],
    ["right", 7],
    ["right", 21],
  ];
  assert.equal(after(...boxed).box, 5);
  assert.deepEqual(after(...boxed, ["missed", 22], ["right", 22]), { ...missed, asked: DAY + 22 });
  assert.deepEqual(after(["right", 0], ["missed", 0], ["right", 1]), {
    ...entry("right"),
    box: 2,
    asked: DAY + 1,
  });
});

test("an answer put right after midnight is no recall", () => {
  assert.equal(after(["right", 0], ["missed", 7], ["mended", 8]).box, 1);
});

test("a second right answer on one day moves a check no further", () => {
  assert.equal(due(["right", 0], ["right", 0]), 7);
  assert.equal(due(["right", 0], ["right", 7], ["right", 7]), 21);
});

test("what was first passed when it came back bears that day; a pass made before keeps its own", () => {
  assert.deepEqual(after(["missed", 0], ["right", 2]), {
    ...entry("mended", DAY + 2),
    box: 2,
    asked: DAY + 2,
  });
  assert.deepEqual(after(["right", 0], ["right", 9]), { ...entry("right"), box: 4, asked: DAY + 9 });
  assert.equal(answeredOn(after(["right", 0], ["right", 9])), DAY + 9);
});

test("a check whose text has changed begins anew once it is passed", () => {
  const before = of([1, { ...entry("right"), box: 5, asked: DAY + 20 }]);
  assert.deepEqual(
    answered(before, 1, entry("right", DAY + 50, "bbbb")).get(1),
    entry("right", DAY + 50, "bbbb"),
  );
  const missed = answered(before, 1, entry("missed", DAY + 50, "bbbb")).get(1);
  assert.deepEqual(missed, { ...entry("mended"), box: 1, asked: DAY + 50 });
  const mended = answered(of([1, missed]), 1, entry("right", DAY + 50, "bbbb")).get(1);
  assert.deepEqual(mended, entry("mended", DAY + 50, "bbbb"), "and comes back the next day");
});

test("a day has six at most, of which two were right before, and neighbours are of different modules", () => {
  const all = (result) => of(...[1, 2, 3, 5, 6, 8, 9].map((n) => [n, entry(result)]));
  assert.deepEqual(asked(all("missed"), DAY + 1), [1, 5, 8, 2, 6, 3]);
  assert.deepEqual(asked(all("right"), DAY + 7), [1, 2]);
  const some = new Map([...all("right"), [6, entry("missed")], [9, entry("mended")]]);
  assert.deepEqual(asked(some, DAY + 7), [6, 9, 1, 2]);
});

test("what was answered today is not asked again today, and nothing takes its place", () => {
  let progress = of(...[1, 2, 3, 5, 6, 8, 9].map((n) => [n, entry("missed")]));
  const today = DAY + 1;
  for (const [nth, number] of asked(progress, today).entries()) {
    assert.ok(asked(progress, today).includes(number));
    progress = answered(progress, number, entry(nth % 2 ? "missed" : "right", today));
  }
  progress = new Map(
    [...progress].map(([n, one]) => [n, one.asked ? one : { ...one, box: 1, asked: today }]),
  );
  assert.deepEqual(asked(progress, today), []);
  const known = of(...[1, 2, 3, 5].map((n) => [n, entry("right")]));
  const [first, second] = asked(known, DAY + 7);
  const one = answered(known, first, entry("right", DAY + 7));
  assert.deepEqual(asked(one, DAY + 7), [second]);
  assert.deepEqual(asked(answered(one, second, entry("right", DAY + 7)), DAY + 7), []);
  assert.equal(nextDay(MODULES, one, DAY + 7), DAY + 8);
});

test("what was answered by a clock that was ahead is asked now, and put back it loses nothing", () => {
  const ahead = of([1, { ...entry("right"), ahead: true }]);
  assert.deepEqual(asked(ahead, DAY), [1]);
  assert.deepEqual(answered(ahead, 1, entry("right")).get(1), { ...entry("right"), box: 4, asked: DAY });
  const later = of([1, { ...entry("right"), box: 4, asked: DAY + 9 }]);
  assert.deepEqual(answered(later, 1, entry("right", DAY + 9)).get(1).box, 4);
});

test("boxes come back from the code as they went, and a code without one is as it was before there were any", () => {
  const boxed = of(
    [1, { ...entry("right"), box: 6, asked: DAY + 60 }],
    [2, entry("missed", DAY + 3)],
    [4, entry("good")],
    [9, { ...entry("mended"), box: 1, asked: FIRST_DAY }],
  );
  assert.match(encode(boxed), /^2/);
  assert.deepEqual([...decode(encode(boxed))], [...boxed]);
  assert.equal(encode(of([2, { result: "done", day: 20_786, version: "abcd" }])), "15LPXHFUNTXR08W5U6");
  assert.deepEqual(decode("15LPXHFUNTXR08W5U6").get(2), { result: "done", day: 20_786, version: "abcd" });
  assert.equal(decode(`1${encode(boxed).slice(1)}`), null);
});

test("of two devices the one that asked a check last knows its box, and of two on one day the lower stands", () => {
  const joined = (a, b) => {
    const both = merge(of([1, a]), of([1, b])).get(1);
    assert.deepEqual(merge(of([1, b]), of([1, a])).get(1), both);
    return both;
  };
  const [early, late] = [
    { ...entry("right"), box: 5, asked: DAY + 7 },
    { ...entry("right"), box: 1, asked: DAY + 9 },
  ];
  assert.deepEqual(joined(early, late), late);
  assert.deepEqual(joined(early, entry("right")), early);
  assert.equal(joined(early, { ...early, box: 4 }).box, 4);
});
