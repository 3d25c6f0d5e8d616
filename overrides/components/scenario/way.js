/** The way through a case: pure functions over the choices made so far, in their order. */

/** @typedef {{scene: string, choice: string, to: string}} Step a choice, the scene in which it was made, and where it leads */
/** @typedef {readonly Step[]} Way */

/** Whether the last choice leads to this scene. @param {Way} way @param {string} scene */
export function leadsTo(way, scene) {
  return way.at(-1)?.to === scene;
}

/**
 * What is left of the way in this scene: all, where the last choice leads to it; what came before, where one is back in
 * it, at the step that was asked for or else at the last one; and nothing, where no choice brought one to it.
 * @param {Way} way
 * @param {string} scene
 * @param {number} [asked]
 * @returns {Way}
 */
export function follow(way, scene, asked = -1) {
  if (leadsTo(way, scene)) return way;
  const scenes = way.map((step) => step.scene);
  return way.slice(0, scenes[asked] === scene ? asked : Math.max(0, scenes.lastIndexOf(scene)));
}
