/** The words that a component says, from the `<template data-say="NAME">` in its markup. */

/** @typedef {Record<string, string | number>} Values */

/**
 * The words by this name with their {braces} filled in; where `values` has a `count`, in the form that goes with it.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {Values} [values]
 */
export function say(element, name, values = {}) {
  const form = "count" in values ? new Intl.PluralRules(locale(element)).select(Number(values.count)) : "";
  const template = find(element, `${name}-${form}`) ?? find(element, `${name}-other`) ?? find(element, name);
  const words = template?.content.textContent?.trim() ?? "";
  return words.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}

/** Among its own words, not those of a component within it. @param {HTMLElement} element @param {string} name @returns {HTMLTemplateElement | null} */
function find(element, name) {
  return element.querySelector(`:scope > template[data-say="${name}"]`);
}

/** A day in the reader's words. @param {HTMLElement} element @param {number} day in days since 1970-01-01 */
export function sayDay(element, day) {
  const format = new Intl.DateTimeFormat(locale(element), { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(day * 86_400_000));
}

/** @param {HTMLElement} element */
function locale(element) {
  return element.closest("[lang]")?.getAttribute("lang") || undefined;
}
