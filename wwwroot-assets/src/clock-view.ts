import { glideLeft, glideRate, msToNextChange, remaining, settle, type Anchor } from "./countdown.ts";
import { faceOf, type Face } from "./face.ts";
import type { Clock } from "./view.ts";
import type { Time } from "./time.ts";

/**
 * Counts one clock down. It paints when a clock is given to it and then exactly when the shown second or the phase changes:
 * a fixed interval would show a second up to its own length too late.
 */
export class ClockView {
  readonly #paint: (face: Face | null) => void;
  readonly #time: Time;
  #clock: Clock | null = null;
  #anchor: Anchor | null = null;
  #cancel = () => {};

  constructor(paint: (face: Face | null) => void, time: Time) {
    this.#paint = paint;
    this.#time = time;
  }

  /** The clock as it was when the monotonic clock read `atMonotonicMs`; null where nobody has the floor. */
  show(clock: Clock | null, atMonotonicMs: number): void {
    this.#clock = clock;
    const next = clock && { remainingMs: clock.remainingMs, atMonotonicMs, running: clock.state === "Running" };
    this.#anchor = next && settle(this.#anchor, next, this.#time.now());
    this.#tick();
  }

  stop(): void {
    this.#cancel();
  }

  #tick(): void {
    this.#cancel();
    if (this.#clock === null || this.#anchor === null) return this.#paint(null);
    const now = this.#time.now();
    const left = remaining(this.#anchor, now);
    if (this.#anchor.running) {
      // While it glides a second may be shorter than a second: a look too early is followed by the right one.
      const pace = glideLeft(this.#anchor, now) === 0 ? 1 : 1 - glideRate;
      this.#cancel = this.#time.after(Math.max(1, pace * msToNextChange(left, this.#clock.warningMs)), () => this.#tick());
    }
    this.#paint(faceOf(this.#clock, left));
  }
}
