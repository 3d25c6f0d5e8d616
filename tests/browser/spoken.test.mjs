// Which of a device's voices speak: pure functions, tried without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cast, wanted } from "../../overrides/components/spoken/state.js";

/** "Kate en-GB", "Google en-GB away" or "Sam en-US default" as voices. */
const voices = (...all) =>
  all.map((each) => {
    const [, name, lang, more] = /^(.+) (\w\w[-_]\w\w) ?(\w*)$/.exec(each) ?? [];
    return { name, lang, voiceURI: name, localService: more !== "away", default: more === "default" };
  });
/** Who speaks as whom. */
const heard = (all, ...languages) => {
  const found = cast(voices(...all), languages);
  return found && `${found.speaker.name}, ${found.partner.name}`;
};

test("a voice that is not on the device is never taken, were it the only one", () => {
  assert.equal(heard(["Cloud en-GB away"]), null);
  assert.equal(heard(["Cloud en-GB away", "Sam en-US"], "en-gb"), "Sam, Sam");
  assert.equal(cast([{ name: "Old", lang: "en", voiceURI: "old" }], []), null, "nor one that does not say");
  assert.equal(heard([]), null);
});

test("voices speak English, and those of the country come first", () => {
  assert.equal(heard(["Amélie fr-CA", "Anna de-DE"]), null);
  assert.equal(heard(["Sam en-US", "Amy en-US", "Kate en-GB", "Dan en-GB"], "en-gb"), "Kate, Dan");
  assert.equal(heard(["Sam en-US", "Kate en_GB", "Moa en-NZ"], "en-nz", "en-gb"), "Moa, Kate");
});

test("the partner has another voice where there are two, and the reader's own goes first", () => {
  assert.equal(heard(["Amy en-US", "Sam en-US default"]), "Sam, Amy");
  assert.equal(heard(["Kate en-GB", "Sam en-US"], "en-gb"), "Kate, Sam");
  assert.equal(heard(["Kate en-GB", "Kate en-GB"]), "Kate, Kate");
});

test("voices that are for fun play nobody", () => {
  assert.equal(heard(["Bad News en-US", "Bells en-US", "Zarvox en-US"]), null);
  assert.equal(heard(["Albert en-US", "Sam en-US", "Whisper en-US", "Amy en-US"]), "Sam, Amy");
});

test("the country that was chosen comes before what the browser asks for, and British English before none", () => {
  assert.deepEqual(wanted(["uk", "nz"], ["de-DE", "en", "en-AU"]), ["en-gb", "en-nz", "en-au", "en-gb"]);
  assert.deepEqual(wanted([], ["fr-FR"]), ["en-gb"]);
});
