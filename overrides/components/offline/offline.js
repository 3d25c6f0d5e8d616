import { Component } from "../base/component.js";

/** Keeps the guide on the device, and says when the page is read offline or a newer version is ready. */
export class EwOffline extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    for (const event of ["online", "offline"]) addEventListener(event, () => this.#connection(), { signal });
    this.#connection();
    this.#register(signal);
  }

  #connection() {
    this.find("away").hidden = navigator.onLine;
  }

  /** @param {AbortSignal} signal */
  async #register(signal) {
    // Absent where the address is not secure; refused in private windows and in frames without storage.
    const workers = navigator.serviceWorker;
    if (!workers) return;
    // A new worker asks which version runs here, before it forgets an older one.
    workers.addEventListener("message", ({ ports }) => ports[0]?.postMessage(import.meta.url), { signal });
    try {
      const registration = await workers.register(this.dataset.worker ?? "", { updateViaCache: "none" });
      const watch = () =>
        registration.installing?.addEventListener("statechange", () => this.#offer(registration, signal), {
          signal,
        });
      this.#offer(registration, signal);
      watch(); // The browser looks for a newer worker when a page is opened, and may have found it before this runs.
      registration.addEventListener("updatefound", watch, { signal });
    } catch {
      // Reading online goes on as before.
    }
  }

  /**
   * @param {ServiceWorkerRegistration} registration
   * @param {AbortSignal} signal
   */
  #offer(registration, signal) {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return;
    this.find("newer").hidden = false;
    const use = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("use");
    };
    this.find("newer").querySelector("button")?.addEventListener("click", use, { signal });
  }
}

customElements.define("ew-offline", EwOffline);
