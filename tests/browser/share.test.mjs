import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMATS, RICH } from "../../overrides/components/share/formats.js";

const place = {
  title: "What if [this] | that \u201cends\u201d <b>?",
  href: "https://guide.example/sessions/door/#stay",
  words: "Stay & wait.",
  guide: "Ending Well",
  frame: "https://guide.example/sessions/door/embed/",
};

test("each format writes a link that the signs in a title cannot end", () => {
  assert.deepEqual(Object.fromEntries(Object.entries(FORMATS).map(([name, write]) => [name, write(place)])), {
    link: `${place.title}\n${place.href}`,
    address: place.href,
    quotation: `\u201cStay & wait.\u201d\n${place.title}, Ending Well, ${place.href}`,
    markdown:
      "[What if \\[this\\] \\| that \u201cends\u201d \\<b\\>?](https://guide.example/sessions/door/#stay)",
    mediawiki: "[https://guide.example/sessions/door/#stay What if this that \u201cends\u201d b ?]",
    dokuwiki: "[[https://guide.example/sessions/door/#stay|What if this that \u201cends\u201d b ?]]",
    confluence: "[What if this that \u201cends\u201d <b>?|https://guide.example/sessions/door/#stay]",
    rest: "`What if [this] | that \u201cends\u201d b ? <https://guide.example/sessions/door/#stay>`__",
    asciidoc: "link:++https://guide.example/sessions/door/#stay++[What if this | that \u201cends\u201d <b>?]",
    frame:
      '<iframe src="https://guide.example/sessions/door/embed/" title="What if [this] | that \u201cends\u201d &#60;b&#62;?" width="100%" height="720" loading="lazy" allow="clipboard-write"></iframe>',
  });
});

test("a rich editor gets HTML in which text is text", () => {
  assert.equal(
    RICH.link(place),
    '<a href="https://guide.example/sessions/door/#stay">What if [this] | that \u201cends\u201d &#60;b&#62;?</a>',
  );
  assert.match(RICH.quotation(place), /^<blockquote><p>\u201cStay &#38; wait\.\u201d<\/p><p><a href=/);
});
