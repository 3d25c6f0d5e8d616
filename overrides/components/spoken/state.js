/** Which of a device's voices speak: pure functions over plain values. No DOM and no speech. */

/** @typedef {Pick<SpeechSynthesisVoice, "name" | "lang" | "localService" | "default" | "voiceURI">} Voice */

/** Voices for fun that macOS and iOS list among the others: one sings, one is a bell. None of them plays a client. */
const FOR_FUN = new Set(
  "Albert,Bad News,Bahh,Bells,Boing,Bubbles,Cellos,Good News,Jester,Organ,Superstar,Trinoids,Whisper,Wobble,Zarvox".split(
    ",",
  ),
);

/**
 * The kinds of English to look for, the first before the others.
 * @param {readonly string[]} regions countries as the guide names them: "uk", "nz"
 * @param {readonly string[]} languages that the reader's browser asks for
 */
export function wanted(regions, languages) {
  const ofRegions = regions.map((region) => `en-${region === "uk" ? "gb" : region}`);
  return [...ofRegions, ...languages.map(plain), "en-gb"].filter((language) => /^en-\w+$/.test(language));
}

/**
 * A voice for whoever closes the hour and one for the partner, another one where there are two; null where there is none.
 * A voice that is not on the device would send the words to a company's server, so no such voice is ever taken.
 * @template {Voice} T
 * @param {readonly T[]} voices
 * @param {readonly string[]} languages as `wanted` lists them
 * @returns {{speaker: T, partner: T} | null}
 */
export function cast(voices, languages) {
  const rank = (/** @type {T} */ { lang }) => {
    const place = languages.indexOf(plain(lang));
    return place < 0 ? languages.length : place;
  };
  const own = voices
    .filter(
      ({ localService, lang, name }) =>
        localService === true && /^en\b/.test(plain(lang)) && !FOR_FUN.has(name),
    )
    .sort((a, b) => rank(a) - rank(b) || Number(b.default) - Number(a.default));
  const [speaker] = own;
  if (!speaker) return null;
  return { speaker, partner: own.find(({ voiceURI }) => voiceURI !== speaker.voiceURI) ?? speaker };
}

/** Some browsers of Android write "en_GB". @param {string} language */
function plain(language) {
  return language.toLowerCase().replace("_", "-");
}
