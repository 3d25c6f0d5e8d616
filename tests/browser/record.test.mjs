import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fromText, LAST_DAY } from "../../overrides/components/progress/state.js";
import * as state from "../../overrides/components/record/state.js";

const LISTED = `1 check course/first#what-first
2 check course/first#what-then
3 criterion course/first#asks
4 check course/second#who
9 retired course/first#old`;
const NAMES = {
  guide: "https://guide.example/",
  clinician: "Ana  Ng ",
  observer: '=Bo "B." Bell, lead',
  printed: "2026-11-23",
};
const entry = (result, day = 20_780) => ({ result, day, version: "abcd" });
const DONE = new Map([
  [4, entry("right")],
  [1, entry("right")],
  [2, entry("mended", 20_781)],
  [3, entry("met")],
  [9, entry("done")],
  [77, entry("done")],
]);
const record = (names = NAMES, done = DONE) => state.signOff(done, LISTED, names);
const sum = (one = record()) => state.checksum(one, crypto.subtle);
/** What the verify page makes of a file. */
async function verdict(text) {
  const found = state.fromText(text);
  if (!found) return "foreign";
  return found.whole && (await sum(found.record)) === found.sum ? "sound" : "altered";
}

test("a record says each task by its permanent address, in their order, what came of it, when and in which version", () => {
  const rows = record().items.map(({ item, kind, result, day }) => `${item} ${kind} ${result} ${day}`);
  assert.deepEqual(rows, [
    "course#77 retired done 2026-11-23",
    "course/first#asks criterion met 2026-11-23",
    "course/first#old retired done 2026-11-23",
    "course/first#what-first check right 2026-11-23",
    "course/first#what-then check mended 2026-11-24",
    "course/second#who check right 2026-11-23",
  ]);
});

test("both files hold the names, the rows, the score of each module and the checksum, and go with it", async () => {
  const csv = state.toCsv(record(), await sum());
  const json = state.toJson(record(), await sum());
  assert.match(csv, /^guide,https:\/\/guide\.example\/\r\nclinician,Ana Ng\r\n/);
  assert.match(csv, /\r\ncourse\/first,1,2\r\ncourse\/second,1,1\r\nchecksum,([a-p]{5}-){3}[a-p]{5}\r\n$/);
  assert.deepEqual(JSON.parse(json).scores, [
    { module: "course/first", right: 1, answered: 2 },
    { module: "course/second", right: 1, answered: 1 },
  ]);
  assert.equal(await verdict(csv), "sound");
  assert.equal(await verdict(json), "sound");
});

test("no cell of the CSV is a formula, and the name comes back as it was typed", async () => {
  const csv = state.toCsv(record(), await sum());
  assert.ok(csv.includes(`"'=Bo ""B."" Bell, lead"`));
  assert.equal(state.fromText(csv).record.observer, '=Bo "B." Bell, lead');
});

test("whatever sign a name begins with, the record is sound as it was made", async () => {
  for (const sign of ["=", "+", "-", "@", "'", "'=", "''"]) {
    const made = record({ ...NAMES, clinician: `${sign}t Hooft` });
    assert.equal(state.fromText(state.toCsv(made, "")).record.clinician, `${sign}t Hooft`);
    for (const text of [state.toCsv(made, await sum(made)), state.toJson(made, await sum(made))])
      assert.equal(await verdict(text), "sound", text.slice(0, 80));
  }
});

test("a module whose name begins with that of another is scored apart", () => {
  const listed = "1 check course/first#who\n2 check course/first-steps#who";
  const done = new Map([
    [1, entry("right")],
    [2, entry("mended")],
  ]);
  assert.deepEqual(JSON.parse(state.toJson(state.signOff(done, listed, NAMES), "")).scores, [
    { module: "course/first", right: 1, answered: 1 },
    { module: "course/first-steps", right: 0, answered: 1 },
  ]);
});

test("an altered sign is seen wherever it stands in either file", async () => {
  for (const text of [state.toCsv(record(), await sum()), state.toJson(record(), await sum())]) {
    const end = text.trimEnd().length;
    for (let n = 0; n < end; n++) {
      if (text[n] === "\r" || text[n] === "\n") continue;
      const altered = text.slice(0, n) + (text[n] === "x" ? "y" : "x") + text.slice(n + 1);
      assert.notEqual(
        await verdict(altered),
        "sound",
        `${text.slice(n - 9, n)}»${text[n]}«${text.slice(n + 1, n + 9)}`,
      );
      assert.notEqual(await verdict(text.slice(0, n) + text.slice(n + 1)), "sound", `without sign ${n}`);
    }
  }
});

test("a row that is taken out, put in, or moved to another person is seen", async () => {
  const csv = state.toCsv(record(), await sum());
  const lines = csv.split("\r\n");
  assert.equal(await verdict([...lines.slice(0, 6), ...lines.slice(7)].join("\r\n")), "altered");
  assert.equal(await verdict([...lines.slice(0, 6), lines[6], ...lines.slice(6)].join("\r\n")), "altered");
  assert.equal(await verdict(csv.replace("Ana Ng", "Ann Ng")), "altered");
  assert.equal(await verdict(csv.replace("course/first,1,2", "course/first,,1,2")), "altered");
});

test("a file that only changed its line ends, or got empty cells at the ends of its rows, is sound", async () => {
  const csv = state.toCsv(record(), await sum());
  assert.equal(await verdict(csv.replaceAll("\r\n", "\n")), "sound");
  assert.equal(await verdict(`\uFEFF${csv.replaceAll("\r\n", ",,\r\n")}`), "sound");
  assert.equal(await verdict(state.toJson(record(), await sum()).replaceAll("\n", "\r\n")), "sound");
});

test("what is no record is told apart from one that was altered", async () => {
  const foreign = [
    "",
    "{}",
    "[]",
    "null",
    "{",
    '{"items": 5}',
    '{"items": [null]}',
    "a,b\r\n1,2",
    "<html>",
    "x".repeat(2_000_000),
    "name,w\r\nb,x\r\nc,y\r\nd,z\r\nitem\r\nmodule,1\r\nchecksum,2", // another table
    state.toCsv(record(), await sum()) + "\r\n".repeat(1_000_000),
  ];
  for (const text of foreign) assert.equal(await verdict(text), "foreign", text.slice(0, 20));
});

test("names that look the same make the same checksum, and any other sign another", async () => {
  const typed = (clinician) => sum(record({ ...NAMES, clinician }));
  assert.equal(await typed("Ana Ng"), await typed("  Ana \t Ng"));
  assert.equal(await typed("Zo\u00eb"), await typed("Zoe\u0308"));
  assert.notEqual(await typed("Ana Ng"), await typed("Ana Nga"));
});

test("a checksum is read however it was typed off the sheet", async () => {
  const made = await sum();
  assert.equal(state.grouped(made.replaceAll("-", " ").toUpperCase()), made);
  assert.equal(state.grouped(""), "");
});

test("codes that were once published still tell of the same tasks, in a link and in a record that was signed", async () => {
  const ledger = readFileSync(new URL("../../docs/data/ledger.txt", import.meta.url), "utf8");
  const listed = [...ledger.matchAll(/^(\S+#\S+) (\d+)$/gm)].map(
    ([, item, number]) => `${number} task ${item}`,
  );
  const names = { guide: "https://guide.example/", clinician: "Ada", observer: "Bo", printed: "2026-12-15" };
  const published = [
    [
      "11IA1W1VINJQAX29H0FN41YUFC03FSGLOM41TLJ5M24CO4Y50B6T4NK0",
      [
        "course/different-rooms#agrees-who-rings met",
        "course/hard-cases#debt-in-one-code done",
        "course/letters-and-after#marisol-writes mended",
      ],
      "lgljf-eojja-ckmhk-okmma",
    ],
    [
      "117D13U6I5I2T8AEC8VKUUGC7GQR770P6A8GKOD2O5VL6W0FP1P531VOU5P8JTUGEAIYTTTIESWQLKH7ZXUQN7MAPLXEZ019",
      [
        "course/hard-cases#clinician-leaving right",
        "course/hard-cases#ending-while-risk-live good",
        "course/who-decides#telling-honestly unmet",
      ],
      "cfimg-ffdkm-flcab-pibbi",
    ],
  ];
  for (const [code, tasks, sum] of published) {
    const progress = fromText(`https://guide.example/course/#progress=${code}`, LAST_DAY);
    const record = state.signOff(progress, listed.join("\n"), names);
    assert.deepEqual(
      record.items.map(({ item, result }) => `${item} ${result}`),
      tasks,
    );
    assert.equal(await state.checksum(record, crypto.subtle), sum);
  }
});
