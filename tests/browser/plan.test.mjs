// The plan of the course as it is adapted, and how it leaves the page: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lastWorkday, nextWorkday, toCalendar } from "../../overrides/components/plan/calendar.js";
import { toHtml, toMarkdown, toSheet } from "../../overrides/components/plan/copies.js";
import { byWeek, dayOf, daysOf, later } from "../../overrides/components/plan/state.js";

const module = (id, ...after) => ({ id, after, minutes: [10, 20, 30] });
const MODULES = [module("a"), module("b", "a"), module("c", "a", "b"), module("d")];
const weeks = (...numbers) => new Map(MODULES.map(({ id }, n) => [id, numbers[n]]));

/** The plan as one reads it: "1: a b (20 40 60)". */
const read = (plan) =>
  plan.map(
    ({ week, modules, sums }) => `${week}: ${modules.map(({ id }) => id).join(" ")} (${sums.join(" ")})`,
  );

test("each week that holds a module stands once, in order, with its sums", () => {
  assert.deepEqual(read(byWeek(MODULES, weeks(1, 1, 2, 2))), ["1: a b (20 40 60)", "2: c d (20 40 60)"]);
  assert.deepEqual(read(byWeek(MODULES, weeks(12, 2, 2, 10))), [
    "2: b c (20 40 60)",
    "10: d (10 20 30)",
    "12: a (10 20 30)",
  ]);
});

test("within a week no module stands before one that it builds on, whatever way it came there", () => {
  assert.deepEqual(read(byWeek(MODULES, weeks(3, 3, 3, 3))), ["3: a b c d (40 80 120)"]);
});

test("the sums of all weeks are the same, however the modules are spread", () => {
  const total = (plan) => plan.map(({ sums }) => sums).reduce((a, b) => a.map((n, part) => n + b[part]));
  for (let n = 0; n < 12 ** 4; n += 7) {
    const spread = weeks(...[0, 1, 2, 3].map((place) => 1 + (Math.floor(n / 12 ** place) % 12)));
    const plan = byWeek(MODULES, spread);
    assert.deepEqual(total(plan), [40, 80, 120]);
    assert.equal(plan.flatMap(({ modules }) => modules).length, MODULES.length);
  }
});

test("a plan without modules has no weeks", () => {
  assert.deepEqual(byWeek([], new Map()), []);
});

test("a module names what it builds on and comes later, and what shares its week is no fault", () => {
  const found = (...numbers) => MODULES.map((one) => later(one, weeks(...numbers)).join(" "));
  assert.deepEqual(found(1, 1, 1, 1), ["", "", "", ""]);
  assert.deepEqual(found(2, 1, 1, 1), ["", "a", "a", ""]);
  assert.deepEqual(found(3, 2, 1, 1), ["", "a", "a b", ""]);
});

const date = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

test("a week of the course has seven days from the first day on, across months, years and leap days", () => {
  const span = (first, week) =>
    Object.values(daysOf(dayOf(first), week))
      .map(date)
      .join(" ");
  assert.equal(span("2026-12-02", 1), "2026-12-02 2026-12-08");
  assert.equal(span("2026-12-02", 5), "2026-12-30 2027-01-05");
  assert.equal(span("2028-02-26", 1), "2028-02-26 2028-03-03");
  assert.equal(span("2026-10-20", 2), "2026-10-27 2026-11-02");
});

test("what is no whole date is no day", () => {
  for (const text of ["", "2026", "2026-12", "tomorrow", "2026-12-02T00:00"])
    assert.equal(dayOf(text), null, text);
});

// ---- Copies

const grid = (...rows) => ({
  heads: [
    { text: "Week", number: true },
    { text: "Module", number: false },
  ],
  rows: rows.map(([week, title, href, sum = false]) => ({
    sum,
    cells: [{ text: week }, { text: title, href }],
  })),
});

test("for a spreadsheet each row is a line, and the link has a column of its own", () => {
  assert.equal(
    toSheet(grid(["1", "A day", "https://guide.example/a/"], ["1", "Sum", undefined, true]), "Address"),
    "Week\tModule\tAddress\n1\tA day\thttps://guide.example/a/\n1\tSum\t\n",
  );
});

test("tabs and line breaks within a cell keep to the cell", () => {
  assert.equal(toSheet(grid(["1", "a\tb\r\nc"]), "@"), "Week\tModule\t'@\n1\ta b c\t\n");
});

test("what a spreadsheet would run is text in both forms that it takes", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(1)", " =1", "\t=1"]) {
    assert.match(toSheet(grid(["1", text]), "Address"), /\n1\t'/, text);
    assert.match(toHtml(grid(["1", text])), /<td>1<\/td><td>&#39;/, text);
    assert.match(toHtml(grid(["1", text, "https://guide.example/"])), /">&#39;/, text);
  }
  assert.match(toSheet(grid(["1", "a=b"]), "Address"), /\ta=b\t/);
});

test("in Markdown nothing in a cell ends it, and no sign of a title is markup", () => {
  assert.equal(
    toMarkdown(
      grid(["1", "a|b *c* [d] `e` <f> #g \\", "https://guide.example/(a)|"], ["1", "Sum", undefined, true]),
    ),
    [
      "| Week | Module |",
      "| ---: | --- |",
      "| 1 | [a\\|b \\*c\\* \\[d\\] \\`e\\` \\<f\\> \\#g \\\\](https://guide.example/%28a%29%7c) |",
      "| **1** | **Sum** |",
      "",
    ].join("\n"),
  );
});

test("in the table for a wiki nothing in a cell is markup, and sums stand out", () => {
  assert.equal(
    toHtml(grid(["1", `<b>"A" & 'B'</b>`, `https://guide.example/"a"`], ["1", "Sum", undefined, true])),
    "<table><thead><tr><th>Week</th><th>Module</th></tr></thead><tbody>" +
      '<tr><td>1</td><td><a href="https://guide.example/&#34;a&#34;">&#60;b&#62;&#34;A&#34; &#38; &#39;B&#39;&#60;/b&#62;</a></td></tr>' +
      "<tr><td><strong>1</strong></td><td><strong>Sum</strong></td></tr></tbody></table>",
  );
});

const day = (date) => Date.parse(`${date}T00:00Z`) / 86_400_000;

test("the last working day of a week is its last from Monday to Friday, whatever day it begins on", () => {
  const last = { "2026-06-01": "2026-06-05", "2026-06-03": "2026-06-09", "2026-06-06": "2026-06-12" };
  for (const [first, expected] of Object.entries(last))
    assert.equal(lastWorkday(day(first)), day(expected), first);
  for (let first = day("2026-06-01"); first < day("2026-06-15"); first++) {
    assert.ok(lastWorkday(first) >= first && lastWorkday(first) <= first + 6);
    assert.equal(nextWorkday(lastWorkday(first)), lastWorkday(first));
  }
  assert.equal(nextWorkday(day("2026-06-06")), day("2026-06-08"));
});

test("a calendar has lines of 75 octets at most, whole signs, and text that means itself", () => {
  const event = {
    uid: "one",
    from: day("2026-12-31"),
    to: day("2026-12-31"),
    summary: "Say, aloud; a back\\slash",
    description: `First\n${"“Ünd” 😀 ".repeat(30)}`,
    url: "https://guide.example/",
  };
  const about = { name: "The course", host: "guide.example", now: new Date("2026-06-10T12:00:00.5Z") };
  const text = toCalendar([event], about);
  const lines = text.split("\r\n");
  assert.equal(lines.pop(), "", "each line ends as the standard asks");
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75 && !line.includes("\n")));
  assert.ok(lines.every((line) => line.isWellFormed()));
  const whole = text.replaceAll("\r\n ", "").split("\r\n");
  assert.ok(whole.includes("SUMMARY:Say\\, aloud\\; a back\\\\slash"));
  assert.ok(whole.includes(`DESCRIPTION:First\\n${"“Ünd” 😀 ".repeat(30)}`));
  assert.ok(whole.includes("DTSTAMP:20260610T120000Z"));
  assert.ok(whole.includes("DTSTART;VALUE=DATE:20261231") && whole.includes("DTEND;VALUE=DATE:20270101"));
});
