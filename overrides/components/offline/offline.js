import { buttonAt, Component } from "../base/component.js";
import { dayFormat } from "../base/messages.js";

const DAY = 86_400_000;
/** Milliseconds to wait for a newer version that is taken. Chromium holds it back for long if this page asks for something just then. */
const PATIENCE = 2500;

/**
 * Keeps the guide on the device, tells how old a copy is, and offers a newer version once it is there: until the reader
 * takes it, or puts it off.
 */
export class EwOffline extends Component {
  /** What had the focus before the offer: at first the page itself. @type {HTMLElement | null} */
  #before = document.querySelector("#main");

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
      this.addEventListener("click", ({ target }) => this.#answer(target, registration), { signal });
      this.addEventListener("focusin", (event) => this.#enter(event), { signal });
      const watch = () => this.#watch(registration, signal);
      addEventListener("pageshow", ({ persisted }) => persisted && watch(), { signal });
      watch();
    } catch {
      // Refused in private windows and in frames without storage. Reading online goes on as before.
    }
  }

  /**
   * Offer what waits, and what will, until the page is left: one that is kept whole for the back button, and hears of a
   * worker there, is dropped.
   * @param {ServiceWorkerRegistration} registration
   * @param {AbortSignal} connected
   */
  #watch(registration, connected) {
    const left = new AbortController();
    const signal = AbortSignal.any([connected, left.signal]);
    const watch = () =>
      registration.installing?.addEventListener("statechange", () => this.#offer(registration), { signal });
    addEventListener("pagehide", () => left.abort(), { signal });
    this.#offer(registration);
    watch(); // The browser looks for a newer worker when a page is opened, and may have found it before this runs.
    registration.addEventListener("updatefound", watch, { signal });
  }

  /** @param {ServiceWorkerRegistration} registration */
  #offer({ waiting, active }) {
    if (!waiting || !active) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      this.find("newer").hidden = !data;
    };
    waiting.postMessage("offered?", [port2]);
  }

  /** Remember where the focus came from. @param {FocusEvent} event */
  #enter({ relatedTarget: from }) {
    if (from instanceof HTMLElement && !this.contains(from)) this.#before = from;
  }

  /** Whichever version waits by now, and whoever has taken it meanwhile. @param {EventTarget | null} target @param {ServiceWorkerRegistration} registration */
  #answer(target, { waiting }) {
    const { do: deed } = buttonAt(target)?.dataset ?? {};
    if (!deed) return;
    this.find("newer").hidden = true;
    if (deed === "later") {
      this.#before?.focus({ preventScroll: true }); // what was pressed is gone
      return waiting?.postMessage("later");
    }
    if (!waiting) return location.reload(); // taken on another page
    const anew = () => location.reload();
    waiting.addEventListener("statechange", anew, { once: true });
    setTimeout(anew, PATIENCE);
    waiting.postMessage("use");
  }
}

customElements.define("ew-offline", EwOffline);
