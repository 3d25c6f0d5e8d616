// A letter filled in, and how it leaves the page: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, stretchOf, toDocx, toHtml, toText } from "../../overrides/components/letter/letter.js";

/** A template as one reads it: paragraphs, their lines, and blanks in braces, each labelled by its id in capitals. */
function template(...paragraphs) {
  const piece = (words) => {
    const [, blank = ""] = /^\{(.+)\}$/.exec(words) ?? [];
    return { text: blank ? blank.toUpperCase() : words, blank };
  };
  return paragraphs.map((lines) =>
    lines.split("\n").map((line) =>
      line
        .split(/(\{\w+\})/)
        .filter(Boolean)
        .map(piece),
    ),
  );
}
const filled = (words, values = {}) => fill(template(words), new Map(Object.entries(values)));
const body = (letter) => toDocx(letter, "en-GB")["word/document.xml"];
const words = (letter) => [...body(letter).matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text);

test("a blank becomes its value, as often as it stands there", () => {
  assert.equal(toText(filled("Dear {name},\nbye {name}.", { name: "Ana" })), "Dear Ana,\nbye Ana.\n");
});

test("a blank that is empty, or nothing but spaces, is a gap and bears its label", () => {
  for (const name of [undefined, "", " \n\t "]) {
    assert.deepEqual(stretchOf({ text: "A name", blank: "name" }, new Map([["name", name]])), {
      text: "[A name]",
      gap: true,
    });
  }
  assert.equal(toText(filled("Dear {name},")), "Dear [NAME],\n");
});

test("the template's own words are never a gap, and no value takes their place", () => {
  assert.deepEqual(stretchOf({ text: "", blank: "" }, new Map([["", "stray"]])), { text: "", gap: false });
});

test("a value is taken without the spaces around it, and as it is otherwise", () => {
  assert.equal(toText(filled("<{name}>", { name: "  A  B\t " })), "<A  B>\n");
  assert.equal(toText(filled("{a} {b}", { a: "{b} $& \\n", b: "[b]" })), "{b} $& \\n [b]\n");
});

test("line breaks in a value break the line that it stands in, however they are written", () => {
  for (const breaking of ["\n", "\r\n", "\r"]) {
    const letter = filled("So: {ways}.", { ways: `one${breaking}two${breaking}${breaking}three` });
    assert.equal(toText(letter), "So: one\ntwo\n\nthree.\n");
    assert.equal(toHtml(letter), "<p>So: one<br>two<br><br>three.</p>");
    assert.equal(body(letter).split("<w:br/>").length - 1, 3);
  }
});

test("paragraphs stand apart in text, in HTML and in the document", () => {
  const letter = fill(template("One\ntwo", "Three"), new Map());
  assert.equal(toText(letter), "One\ntwo\n\nThree\n");
  assert.equal(toHtml(letter), "<p>One<br>two</p><p>Three</p>");
  assert.equal(body(letter).split("<w:p>").length - 1, 2);
});

test("gaps are marked where formatting goes, and only they", () => {
  const letter = filled("{a} and {b}", { a: "A" });
  assert.match(toHtml(letter), /^<p>A and <span style="[^"]+">\[B\]<\/span><\/p>$/);
  assert.match(body(letter), /<w:highlight w:val="yellow"\/><\/w:rPr><w:t xml:space="preserve">\[B\]</);
  assert.equal(body(letter).split("<w:highlight").length - 1, 1);
});

test("nothing in a value is markup", () => {
  const letter = filled("{a}", { a: `<b>&amp;"'</b>]]><w:p/>` });
  const safe = "&#60;b&#62;&#38;amp;&#34;&#39;&#60;/b&#62;]]&#62;&#60;w:p/&#62;";
  assert.equal(toHtml(letter), `<p>${safe}</p>`);
  assert.deepEqual(words(letter), [safe]);
});

test("nothing in a label is markup", () => {
  const letter = fill([[[{ text: "<i>&", blank: "a" }]]], new Map());
  assert.match(toHtml(letter), /\[&#60;i&#62;&#38;\]/);
  assert.deepEqual(words(letter), ["[&#60;i&#62;&#38;]"]);
});

test("what XML cannot hold is left out of the document, and all else stays", () => {
  const kept = "\tA\u00A0é\u0085שלום\uFFFD👩🏽‍⚕️\u{10FFFF}";
  const controls = "\u0000x\u0001x\u0008x\u000Bx\u000Cx\u001Fx";
  const halves = "\uD800x\uDC00x\uFFFEx\uFFFF";
  const letter = fill([[[{ text: `${controls}|${kept}|${halves}`, blank: "" }]]], new Map());
  assert.deepEqual(words(letter), [`xxxxxx|${kept}|xxx`]);
});

test("a document is a package whose parts are all named and found", () => {
  const parts = toDocx(filled("A"), "en-GB");
  assert.deepEqual(Object.keys(parts), [
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
  ]);
  assert.match(parts["_rels/.rels"], /Target="word\/document.xml"/);
  assert.match(parts["word/_rels/document.xml.rels"], /Target="styles.xml"/);
  assert.match(parts["word/styles.xml"], /w:lang w:val="en-GB"/);
  for (const path of ["/word/document.xml", "/word/styles.xml"])
    assert.ok(parts["[Content_Types].xml"].includes(`PartName="${path}"`));
});

test("a document names no author and no date", () => {
  assert.doesNotMatch(
    Object.values(toDocx(filled("A"), "en-GB")).join(""),
    /creator|author|created|modified/i,
  );
});
