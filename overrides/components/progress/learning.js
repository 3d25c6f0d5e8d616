import { Component } from "../base/component.js";
import { listen, read } from "./store.js";

/** What the components of the course have in common: they show the progress, and anew whenever it changes, in any tab. */
export class Learning extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    this.prepare(signal);
    listen(() => this.show(read()), signal);
    this.show(read());
  }

  /** Set up what the script adds, and listen. @param {AbortSignal} _signal */
  prepare(_signal) {}

  /** Show what was done. @param {import("./state.js").Progress} _progress */
  show(_progress) {}
}
