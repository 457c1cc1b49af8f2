// <floor-clock>: the clock of the consoles. The server renders attributes, never ticks; the element counts down by itself.
import { ClockView } from "./clock-view.ts";
import { setText } from "./dom.ts";
import { wordOf, type Face } from "./face.ts";
import { wordsFor } from "./messages.ts";
import { browserTime, type Time } from "./time.ts";
import type { Clock, ClockState } from "./view.ts";

// These say what the clock read when the attributes were rendered. A change of any other attribute must not set it back to that.
const readings = ["data-state", "data-remaining-ms", "data-version"];
const settings = ["data-limit-ms", "data-warning-ms", "data-grace-ms", "data-strict"];

export class FloorClock extends HTMLElement {
  static readonly observedAttributes = [...readings, ...settings];
  static time: Time = browserTime;

  readonly #words = wordsFor(document.documentElement.lang);
  readonly #digits = document.createElement("span");
  readonly #word = document.createElement("span");
  readonly #clock = new ClockView((face) => this.#paint(face), FloorClock.time);
  #readAtMs = 0;
  #queued = false;

  connectedCallback(): void {
    this.#digits.className = "floor-clock-digits";
    this.#word.className = "floor-clock-word";
    this.replaceChildren(this.#digits, this.#word);
    if (!this.hasAttribute("role")) this.setAttribute("role", "timer");
    if (!this.hasAttribute("aria-label")) this.setAttribute("aria-label", this.#words.say("timeRemaining"));
    if (this.#readAtMs === 0) this.#readAtMs = FloorClock.time.now();
    this.#queue();
  }

  disconnectedCallback(): void {
    this.#clock.stop();
  }

  attributeChangedCallback(name: string): void {
    if (readings.includes(name)) this.#readAtMs = FloorClock.time.now();
    this.#queue();
  }

  /** One rendering changes several attributes, one after the other: they are read together when it is through. */
  #queue(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#clock.show(this.#read(), this.#readAtMs);
    });
  }

  #read(): Clock | null {
    const state = this.dataset["state"];
    if (!isClockState(state)) return null;
    return {
      state,
      phase: "Speaking", // counted here
      limitMs: this.#ms("limitMs"),
      remainingMs: this.#ms("remainingMs"),
      warningMs: this.#ms("warningMs"),
      // Blazor leaves a false attribute out; a page written by hand may say "false".
      strict: (this.dataset["strict"] ?? "false").toLowerCase() !== "false",
    };
  }

  #ms(name: string, missing = 0): number {
    const value = Number(this.dataset[name] ?? missing);
    return Number.isFinite(value) ? value : missing;
  }

  #paint(face: Face | null): void {
    this.dataset["phase"] = face?.phase ?? "None";
    // From here on the chair, and the chair alone, is told to thank the speaker.
    this.dataset["late"] = String(face !== null && face.remainingMs <= -this.#ms("graceMs", 15_000));
    setText(this.#digits, face?.text ?? "–:––");
    setText(this.#word, face ? wordOf(face, this.#words) : this.#words.say("floorIsFree"));
  }
}

function isClockState(state: string | undefined): state is ClockState {
  return state === "NotStarted" || state === "Running" || state === "Paused" || state === "Ended";
}
