/** The words that a component says, from the `<template data-say="NAME">` in its markup. */

/** @typedef {Record<string, string | number>} Values */

/**
 * The words by this name with their {braces} filled in; where `values` has a `count`, in the form that goes with it
 * (NAME-one, NAME-other). Empty where the markup has none.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {Values} [values]
 */
export function say(element, name, values = {}) {
  const words = templateOf(element, name, values.count)?.content.textContent ?? "";
  return words.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? "")).trim();
}

/**
 * Among the element's own, not those of a component within it.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string | number} [count]
 * @returns {HTMLTemplateElement | null}
 */
export function templateOf(element, name, count) {
  const form = count === undefined ? "" : new Intl.PluralRules(languageOf(element)).select(Number(count));
  const names = form ? [`${name}-${form}`, `${name}-other`, name] : [name];
  for (const each of names) {
    const found = element.querySelector(`:scope > template[data-say="${CSS.escape(each)}"]`);
    if (found) return /** @type {HTMLTemplateElement} */ (found);
  }
  return null;
}

/** A day in the page's words. @param {HTMLElement} element @param {number} day in days since 1970-01-01 */
export function sayDay(element, day) {
  return dayFormat(element, "UTC").format(new Date(day * 86_400_000));
}

/**
 * How a day is written. English of no country is British here, as on the pages: browsers take it for American.
 * @param {HTMLElement} element
 * @param {string} [timeZone] the reader's own, where none is given
 */
export function dayFormat(element, timeZone) {
  const language = languageOf(element);
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone });
}

/** The language that an element is in; the reader's own where the page names none. @param {HTMLElement} element */
export function languageOf(element) {
  return element.closest("[lang]")?.getAttribute("lang") || undefined;
}
