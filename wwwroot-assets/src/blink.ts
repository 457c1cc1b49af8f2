// The screen blinks so that the room looks up: for three seconds, once a second, at most. The style sheet says how it looks – for those
// who want no motion a frame that stands as long.
import type { Time } from "./time.ts";
import type { FloorView } from "./view.ts";

export const blinkMs = 3_000;

export class Blink {
  readonly #root: HTMLElement;
  readonly #time: Time;
  #seen: number | null = null;

  constructor(root: HTMLElement, time: Time) {
    this.#root = root;
    this.#time = time;
  }

  /** Told of every view. The first one says only where the count stands: whoever opens a screen was not called. */
  show({ blinks }: FloorView): void {
    if (blinks === undefined) return;
    const before = this.#seen;
    this.#seen = blinks;
    // A blink on top of a blink would make more than one a second of it.
    if (before === null || blinks <= before || this.#root.hasAttribute("data-blink")) return;
    this.#root.setAttribute("data-blink", "");
    this.#time.after(blinkMs, () => this.#root.removeAttribute("data-blink"));
  }
}
