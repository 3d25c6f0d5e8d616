import { buttonAt } from "../base/component.js";
import { say, sayDay } from "../base/messages.js";
import { shuffled, Task } from "../progress/task.js";
import { follow, leadsTo } from "./way.js";

/**
 * Plays a case scene by scene. Its choices are shuffled once, and stand so for as long as the page is open. A choice shows
 * what follows from it and cannot be changed; its link leads on. Scenes are places on the page, so that the browser's own
 * way back leads to the scene before. An end counts when it was reached by a choice; the way to it is then shown, and is
 * kept no longer than the page is open.
 */
export class EwScenario extends Task {
  /** @type {import("./way.js").Way} */
  #way = [];
  /** The step of the way that was asked for. @type {number | undefined} */
  #asked;

  /** @returns {HTMLElement[]} */
  get #scenes() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".scene"))];
  }

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.find("begin").hidden = true;
    if (this.querySelector("details")) for (const scene of this.#scenes) shuffle(scene);
    for (const choice of this.querySelectorAll("details")) asButton(choice);
    this.addEventListener("click", ({ target }) => this.#choose(target), { signal });
    this.find("steps").addEventListener("click", ({ target }) => this.#ask(target), { signal });
    addEventListener("hashchange", () => this.#follow(), { signal });
    this.#enter(this.#sceneAt(location.hash) ?? this.#sceneAt(""));
  }

  /** The scene at this place of the page; at none, the first. @param {string} hash @returns {HTMLElement | undefined} */
  #sceneAt(hash) {
    return this.#scenes.find(({ id }) => id === (hash.slice(1) || this.dataset.start));
  }

  /** @param {EventTarget | null} target */
  #choose(target) {
    const button = buttonAt(target);
    const choice = /** @type {HTMLElement | null} */ (button?.closest("[data-choice]"));
    if (!button || !choice || button.ariaDisabled === "true") return;
    for (const other of button.closest("ul")?.querySelectorAll("button") ?? []) {
      other.ariaDisabled = "true";
      other.ariaPressed = String(other === button);
    }
    const { id: scene = "" } = button.closest(".scene") ?? {};
    this.#way = [...this.#way, { scene, choice: choice.dataset.choice ?? "", to: choice.dataset.to ?? "" }];
    const follows = /** @type {HTMLElement} */ (choice.querySelector(".follows"));
    follows.hidden = false;
    follows.focus();
  }

  /** Go where the address leads, by a link of ours or by the browser's own way back. */
  #follow() {
    const scene = this.#sceneAt(location.hash);
    // Back at no place of the page, the first scene may be in view already, with a choice made.
    if (!scene || !(location.hash || scene.hidden)) return;
    const before = this.#way;
    const end = scene.hidden && leadsTo(before, scene.id) ? scene.dataset.end : undefined;
    this.#enter(scene);
    scene.focus();
    const { length } = this.#way;
    const again = before[length]?.scene === scene.id ? say(this, "again", { number: length + 1 }) : "";
    this.find("status").textContent = end ? say(this, "way", { count: length }) : again;
    if (end === "good" || end === "poor") this.note(end);
  }

  /** @param {EventTarget | null} target */
  #ask(target) {
    const step = target instanceof Element && target.closest("a") ? target.closest("li") : null;
    if (step) this.#asked = [...this.find("steps").children].indexOf(step);
  }

  /** Show one scene, with its choices open. @param {HTMLElement | undefined} scene */
  #enter(scene) {
    for (const each of this.#scenes) each.hidden = each !== scene;
    for (const button of scene?.querySelectorAll("button") ?? []) {
      button.ariaDisabled = "false";
      button.ariaPressed = "false";
    }
    for (const follows of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".follows")))
      follows.hidden = true;
    this.#way = follow(this.#way, scene?.id ?? "", this.#asked);
    this.#asked = undefined;
    const shown = scene?.dataset.end ? this.#way : [];
    this.find("way").hidden = shown.length === 0;
    this.find("steps").replaceChildren(...shown.map((step, nth) => this.#row(step, nth)));
  }

  /**
   * What was chosen in a scene, what followed, and a better choice where there was one.
   * @param {import("./way.js").Step} step
   * @param {number} nth
   */
  #row({ scene, choice }, nth) {
    const at = /** @type {HTMLElement} */ (this.#sceneAt(`#${scene}`));
    const made = /** @type {HTMLElement} */ (at.querySelector(`[data-choice="${choice}"]`));
    const good = "good" in made.dataset;
    const row = /** @type {DocumentFragment} */ (
      /** @type {HTMLTemplateElement} */ (this.find("step")).content.cloneNode(true)
    );
    const part = (/** @type {string} */ css) => /** @type {HTMLElement} */ (row.querySelector(css));
    part("[data-of=situation]").textContent = wordsOf(at, "p");
    part("[data-of=choice]").textContent = wordsOf(made, "button");
    part("[data-of=feedback]").textContent = wordsOf(made, ".follows > p");
    part("[data-of=fork] > strong").textContent = wordsOf(at, "[data-good] > button");
    part("a").textContent = say(this, "walk", { number: nth + 1 });
    part("a").setAttribute("href", `#${scene}`);
    part(`[data-verdict=${good ? "poor" : "good"}]`).remove();
    if (good || !at.querySelector("[data-good]")) part("[data-of=fork]").remove();
    return row;
  }

  /** @param {import("../progress/state.js").Progress} progress */
  show(progress) {
    const entry = progress.get(this.number);
    const told = this.find("told");
    told.hidden = !entry;
    delete told.dataset.verdict;
    if (!entry) return;
    const name = entry.version === this.version ? entry.result : "changed";
    if (name !== "changed") told.dataset.verdict = name;
    told.textContent = say(this, name, { date: sayDay(this, entry.day) });
  }
}

/** @param {HTMLElement} element @param {string} css */
function wordsOf(element, css) {
  return element.querySelector(css)?.textContent?.trim() ?? "";
}

/** @param {HTMLElement} scene */
function shuffle(scene) {
  scene.querySelector("ul")?.append(...shuffled([...scene.querySelectorAll("[data-choice]")]));
}

/** @param {HTMLDetailsElement} choice */
function asButton(choice) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...(choice.querySelector("summary")?.childNodes ?? []));
  const follows = /** @type {HTMLElement} */ (choice.querySelector(".follows"));
  follows.tabIndex = -1;
  choice.replaceWith(button, follows);
}

customElements.define("ew-scenario", EwScenario);
