// The numbers for whoever is in danger, by country.
import { say } from "../base/messages.js";

/** @typedef {import("./engine.js").Contact} Contact */

const SCHEMES = { call: "tel:", text: "sms:", visit: "" };

/**
 * Put the contacts into their places, the emergency numbers before all other lines: all of them until a country is chosen, then
 * what there is for that one. Where the reader is in danger (`all`), the first line of each country needs no choice.
 * @param {HTMLElement} search
 * @param {{ emergency: HTMLElement, lines: HTMLElement }} places
 * @param {Contact[]} contacts
 * @param {boolean} all
 */
export function numbers(search, { emergency, lines }, contacts, all) {
  const shown = JSON.stringify([contacts, all]);
  if (emergency.dataset.shown === shown) return;
  emergency.dataset.shown = shown;
  const [first, others] = [copyOf(search, "countries"), copyOf(search, "countries")];
  const countries = new Map(contacts.map(({ region, where }) => [region, where]));
  countries.delete("");
  for (const [region, where] of countries) first.querySelector("select")?.append(new Option(where, region));
  const open = new Set();
  for (const contact of contacts) {
    const isEmergency = contact.for.includes("emergency");
    const isLack = !contact.reach.length;
    const item = isLack ? lackOf(search, contact) : itemOf(search, contact);
    const isOpen = isEmergency || (all && !isLack && !open.has(contact.region));
    if (!isEmergency && !isLack) open.add(contact.region);
    if (contact.region && countries.size > 1) {
      item.dataset.region = contact.region;
      if (!isOpen) item.dataset.chosen = "";
    }
    (isEmergency ? first : others).querySelector("ul")?.append(item);
  }
  if (countries.size < 2) first.querySelector(".choice")?.remove();
  others.querySelector(".choice")?.remove();
  emergency.replaceChildren(first);
  lines.replaceChildren(others);
  import("../contacts/contacts.js"); // it shows the country that was chosen; until it is there, all are shown
}

/** @param {HTMLElement} search @param {Contact} contact */
function lackOf(search, { name }) {
  const item = document.createElement("li");
  item.className = "help";
  item.textContent = say(search, "lacks", { danger: name });
  return item;
}

/** @param {HTMLElement} search @param {Contact} contact */
function itemOf(search, { region, where, name, about, for: purposes, reach }) {
  const isEmergency = purposes.includes("emergency");
  const item = /** @type {HTMLElement} */ (copyOf(search, "contact").querySelector("li"));
  const of = (/** @type {string} */ part) => /** @type {HTMLElement} */ (item.querySelector(part));
  item.className = isEmergency ? "number" : "help";
  of(".name").textContent = `${isEmergency && region ? where : name}:`;
  of(".about").textContent = isEmergency ? "" : about;
  for (const { way, to, add } of reach) {
    const link = document.createElement("a");
    link.href = SCHEMES[way] + (way === "visit" ? to : to.replace(/[ -]/g, ""));
    link.textContent = to;
    of(".reach").append(`${say(search, way)} `, link, add ? ` ${add} ` : " ");
  }
  return item;
}

/** @param {HTMLElement} search @param {string} part */
function copyOf(search, part) {
  const template = /** @type {HTMLTemplateElement} */ (search.querySelector(`template[data-part="${part}"]`));
  return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
}
