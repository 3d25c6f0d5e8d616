// What someone meant to type.

const SHORTEST = 4; // of fewer letters, every word is near to another one
const LONG = 7; // from here on two slips are forgiven

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
    if (word.length >= SHORTEST) byLetter.get(word[0])?.push(word) ?? byLetter.set(word[0], [word]);
  return (word) => {
    if (word.length < SHORTEST || /\d/.test(word)) return "";
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
  /** @type {number[]} */
  let twoBefore = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = before[j - 1] + Number(a[i - 1] !== b[j - 1]);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? twoBefore[j - 2] + 1 : changed;
      row.push(Math.min(changed, swapped, before[j] + 1, row[j - 1] + 1));
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    [twoBefore, before] = [before, row];
  }
  return before[b.length];
}
