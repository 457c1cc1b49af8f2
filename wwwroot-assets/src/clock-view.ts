import { msToNextChange, remaining, settle, type Anchor } from "./countdown.ts";
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
    this.#anchor =
      clock && settle(this.#anchor, { remainingMs: clock.remainingMs, atMonotonicMs, running: clock.state === "Running" });
    this.#tick();
  }

  stop(): void {
    this.#cancel();
  }

  #tick(): void {
    this.#cancel();
    if (this.#clock === null || this.#anchor === null) return this.#paint(null);
    const left = remaining(this.#anchor, this.#time.now());
    if (this.#anchor.running) {
      this.#cancel = this.#time.after(msToNextChange(left, this.#clock.warningMs), () => this.#tick());
    }
    this.#paint(faceOf(this.#clock, left));
  }
}
