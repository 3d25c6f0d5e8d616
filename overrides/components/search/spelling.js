// What someone meant to type.

const SHORTEST = 4; // of fewer letters, every word is near to another one
const LONG = 7; // from here on two slips are forgiven
const LONGEST = 30; // a word of more letters is none
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 3));

/**
 * Return what finds the known word that is nearest to one that is not: the same first letter, and one or two slips, two
 * letters in each other's place being one. Of words that are equally near it is the one that is used most; none is "".
 * @param {Map<string, number>} uses how often each known word is used
 * @returns {(word: string) => string}
 */
export function speller(uses) {
  /** @type {Map<string, string[]>} */
  const byLetter = new Map();
  for (const word of uses.keys())
    if (word.length >= SHORTEST && word.length <= LONGEST)
      byLetter.get(word[0])?.push(word) ?? byLetter.set(word[0], [word]);
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return "";
    let best = "";
    let least = word.length < LONG ? 1 : 2;
    for (const other of byLetter.get(word[0]) ?? []) {
      const far = slips(word, other, least);
      const isNearer = far < least || !best || (uses.get(other) ?? 0) > (uses.get(best) ?? 0);
      if (far <= least && isNearer) [best, least] = [other, far];
    }
    return best;
  };
}

/**
 * The slips that lie between two words (Damerau 1964, in the form of the optimal alignment); more than `most` are not counted.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [twoBefore, before, row] = ROWS;
  for (let j = 0; j <= b.length; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let slipped = Math.min(before[j - 1] + (isSame ? 0 : 1), before[j] + 1, row[j - 1] + 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) slipped = Math.min(slipped, twoBefore[j - 2] + 1);
      row[j] = slipped;
      if (slipped < least) least = slipped;
    }
    if (least > most) return most + 1;
    [twoBefore, before, row] = [before, row, twoBefore];
  }
  return before[b.length];
}
