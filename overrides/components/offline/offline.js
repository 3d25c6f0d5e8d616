import { buttonAt, Component } from "../base/component.js";
import { dayFormat } from "../base/messages.js";

const DAY = 86_400_000;

/**
 * Keeps the guide on the device, tells how old a copy is, and offers a newer version once it is there: until the reader
 * takes it, or puts it off.
 */
export class EwOffline extends Component {
  /** @param {AbortSignal} signal */
  start(signal) {
    this.#tellAge();
    // Absent where the address is not secure.
    if (navigator.serviceWorker) this.#register(navigator.serviceWorker, signal);
  }

  /** On a copy alone: the worker has shown the part that says so. A clock that is before the copy tells no age. */
  #tellAge() {
    const copy = /** @type {HTMLElement | null} */ (document.querySelector(".copy:not([hidden])"));
    if (!copy) return;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (copy.querySelector(name));
    const since = new Date(Number(copy.dataset.copy));
    const days = (Date.now() - since.getTime()) / DAY;
    part("[data-part=day]").textContent = dayFormat(this).format(since);
    part("[data-part=since]").hidden = false;
    part("[data-part=old]").hidden = days > -1 && days <= Number(copy.dataset.days);
  }

  /** @param {ServiceWorkerContainer} workers @param {AbortSignal} signal */
  async #register(workers, signal) {
    // A new worker asks which version runs here, before it forgets an older one.
    workers.addEventListener("message", ({ ports }) => ports[0]?.postMessage(import.meta.url), { signal });
    try {
      const registration = await workers.register(this.dataset.worker ?? "", { updateViaCache: "none" });
      const watch = () =>
        registration.installing?.addEventListener("statechange", () => this.#offer(registration), { signal });
      this.addEventListener("click", ({ target }) => this.#answer(target, registration), { signal });
      this.#offer(registration);
      watch(); // The browser looks for a newer worker when a page is opened, and may have found it before this runs.
      registration.addEventListener("updatefound", watch, { signal });
    } catch {
      // Refused in private windows and in frames without storage. Reading online goes on as before.
    }
  }

  /** @param {ServiceWorkerRegistration} registration */
  #offer({ waiting }) {
    if (!waiting || !navigator.serviceWorker.controller) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      this.find("newer").hidden = !data;
    };
    waiting.postMessage("offered?", [port2]);
  }

  /** Whichever version waits by now, and whoever has taken it meanwhile. @param {EventTarget | null} target @param {ServiceWorkerRegistration} registration */
  #answer(target, { waiting }) {
    const { do: deed } = buttonAt(target)?.dataset ?? {};
    if (!deed) return;
    this.find("newer").hidden = true;
    if (deed === "later") return waiting?.postMessage("later");
    if (!waiting) return location.reload(); // taken on another page
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("use");
  }
}

customElements.define("ew-offline", EwOffline);
