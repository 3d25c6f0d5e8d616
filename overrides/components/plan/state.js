/** The weeks of the course as someone adapts them: pure functions over plain values. No DOM and no clock. */

/**
 * @typedef {object} Module
 * @property {string} id
 * @property {readonly string[]} after the ids of the modules that it builds on
 * @property {readonly number[]} minutes of each of its parts, and of all of them
 */
/** @typedef {ReadonlyMap<string, number>} Weeks the week of each module, by its id */

/**
 * The weeks that hold a module, with the minutes of each part summed. Within a week modules keep the order in which they
 * are given: the guide's, in which none stands before one that it builds on.
 * @param {readonly Module[]} modules
 * @param {Weeks} weeks
 */
export function byWeek(modules, weeks) {
  const used = [...new Set(modules.map(({ id }) => weeks.get(id) ?? 1))].sort((a, b) => a - b);
  return used.map((week) => {
    const held = modules.filter(({ id }) => (weeks.get(id) ?? 1) === week);
    return { week, modules: held, sums: sums(held) };
  });
}

/** @param {readonly Module[]} modules at least one */
function sums(modules) {
  const [first] = modules;
  return (first?.minutes ?? []).map((_, part) =>
    modules.reduce((sum, { minutes }) => sum + (minutes[part] ?? 0), 0),
  );
}

/** The ids of the modules that `module` builds on and that come in a later week. @param {Module} module @param {Weeks} weeks */
export function later({ id, after }, weeks) {
  return after.filter((first) => (weeks.get(first) ?? 0) > (weeks.get(id) ?? 0));
}

/**
 * The first and the last day of a week of the course.
 * @param {number} first the first day of the course, in days since 1970-01-01
 * @param {number} week from 1
 */
export function daysOf(first, week) {
  const from = first + 7 * (week - 1);
  return { from, to: from + 6 };
}

/** The day of a date as an input gives it, in days since 1970-01-01; null where there is none. @param {string} date */
export function dayOf(date) {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) / 86_400_000 : null;
}
