import { Component } from "../base/component.js";

/**
 * What stands alone in a frame: it tells whoever frames it how tall it is, and nothing else. Any page may know that, as
 * it may put the same part of the guide into a frame of its own.
 */
export class EwWidget extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    if (parent === window) return;
    const tell = () => {
      const height = Math.ceil(this.getBoundingClientRect().height);
      parent.postMessage({ type: "ending-well:height", height }, "*");
    };
    const observer = new ResizeObserver(tell);
    observer.observe(this, { box: "border-box" });
    signal.addEventListener("abort", () => observer.disconnect());
  }
}

customElements.define("ew-widget", EwWidget);
