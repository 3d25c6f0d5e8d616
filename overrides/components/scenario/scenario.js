import { buttonAt } from "../base/component.js";
import { say, sayDay } from "../base/messages.js";
import { shuffled, Task } from "../progress/task.js";

/**
 * Plays a case scene by scene. Its choices are shuffled once, and stand so for as long as the page is open. A choice shows what follows from it and cannot be changed; its link leads on. Scenes are
 * places on the page, so that the browser's own way back leads to the scene before. An end counts when it was reached
 * by a choice.
 */
export class EwScenario extends Task {
  /** The scene that the last choice leads to. */
  #ahead = "";

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
    this.#ahead = choice.dataset.to ?? "";
    const follows = /** @type {HTMLElement} */ (choice.querySelector(".follows"));
    follows.hidden = false;
    follows.focus();
  }

  /** Go where the address leads, by a link of ours or by the browser's own way back. */
  #follow() {
    const scene = this.#sceneAt(location.hash);
    // Back at no place of the page, the first scene may be in view already, with a choice made.
    if (!scene || !(location.hash || scene.hidden)) return;
    const end = scene.id === this.#ahead ? scene.dataset.end : undefined;
    this.#ahead = "";
    this.#enter(scene);
    scene.focus();
    if (end === "good" || end === "poor") this.note(end);
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
