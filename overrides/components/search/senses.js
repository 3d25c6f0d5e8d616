// Which of the two endings a query means, that of a session or that of the work with a client; and the two things it asks for.
import { Patterns } from "./patterns.js";

/** @typedef {"sessions" | "relationships"} Side */

const JOINED = new Set([
  "and",
  "or",
  "vs",
  "versus",
  "v",
  "plus",
  "then",
  "also",
  "but",
  "compared",
  "while",
]);
const SHORTEST = 2; // words of which something that is asked for is made
const LONGEST = 16; // words from which on someone tells, and asks for no two things

/**
 * Return what tells the side that words speak of; none where they speak of neither or of both.
 * @param {Partial<Record<Side, string[]>>} senses
 * @returns {(said: string[]) => Side | undefined}
 */
export function sense(senses) {
  const sides = /** @type {Side[]} */ (["sessions", "relationships"]);
  const patterns = sides.map((side) => new Patterns(senses[side] ?? [], {}));
  return (said) => {
    // The longer word tells: a therapy session is a session.
    const found = patterns.map((each) => [...each.find(said)]);
    const told = found.map((own, at) =>
      own.some(([from, to]) => !found[1 - at].some(([a, b]) => a <= from && to <= b && b - a > to - from)),
    );
    return told[0] === told[1] ? undefined : sides[told.indexOf(true)];
  };
}

/** The two things that are asked for, if two are joined. @param {string[]} said @returns {string[][]} */
export function twoThings(said) {
  const at =
    said.length > LONGEST ? -1 : said.findIndex((word, place) => JOINED.has(word) && place >= SHORTEST);
  const parts = at < 0 ? [] : [said.slice(0, at), said.slice(at + 1)];
  return parts.every((part) => part.length >= SHORTEST) ? parts : [];
}
