// <time-since data-ms="…">: how long ago something was, in whole minutes. The server says it once; the element goes on counting.
import { setText } from "./dom.ts";
import { wordsFor } from "./messages.ts";
import { browserTime, type Time } from "./time.ts";

const minuteMs = 60_000;

export class TimeSince extends HTMLElement {
  static readonly observedAttributes = ["data-ms"];
  static time: Time = browserTime;

  readonly #words = wordsFor(document.documentElement.lang);
  #beganAtMs = 0;
  #cancel = () => {};

  connectedCallback(): void {
    this.#tick();
  }

  disconnectedCallback(): void {
    this.#cancel();
  }

  attributeChangedCallback(): void {
    this.#beganAtMs = TimeSince.time.now() - (Number(this.dataset["ms"]) || 0);
    if (this.isConnected) this.#tick();
  }

  #tick(): void {
    this.#cancel();
    const sinceMs = Math.max(0, TimeSince.time.now() - this.#beganAtMs);
    const minutes = Math.floor(sinceMs / minuteMs);
    setText(this, minutes === 0 ? this.#words.say("justNow") : this.#words.count("sinceMinutes", minutes));
    this.#cancel = TimeSince.time.after(minuteMs - (sinceMs % minuteMs), () => this.#tick());
  }
}
