/**
 * What a reader of the map has chosen: a phase, a practice (which is then one of that phase), or nothing.
 * @typedef {{ phase: string, practice: string }} State
 */

/**
 * The state that an address holds. What the map does not know is nothing, and so is a phase that the practice is not in.
 * @param {string} address
 * @param {Map<string, string>} phaseOf the phase of each practice
 * @returns {State}
 */
export function read(address, phaseOf) {
  const { searchParams, hash } = new URL(address);
  const practice = phaseOf.has(hash.slice(1)) ? hash.slice(1) : "";
  const asked = searchParams.get("phase") ?? "";
  const fits = practice ? phaseOf.get(practice) === asked : [...phaseOf.values()].includes(asked);
  return { phase: fits ? asked : "", practice };
}

/**
 * The address that holds a state, of the same page.
 * @param {string} address
 * @param {State} state
 */
export function write(address, { phase, practice }) {
  const url = new URL(address);
  url.search = phase && `phase=${phase}`;
  url.hash = practice;
  return url.href;
}

/**
 * The pairs that a state keeps, those with an end in what was chosen, and the practices at their ends.
 * @param {string[][]} pairs
 * @param {Map<string, string>} phaseOf
 * @param {State} state
 */
export function follow(pairs, phaseOf, { phase, practice }) {
  /** @param {string} end */
  const isChosen = (end) => (practice ? end === practice : !phase || phaseOf.get(end) === phase);
  const kept = pairs.filter((ends) => ends.some(isChosen));
  return { pairs: new Set(kept), practices: new Set(kept.flat()) };
}
