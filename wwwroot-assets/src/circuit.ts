// A console lives by its circuit. When the line is lost, the server's health is asked for at short intervals – Blazor's own attempts come
// seconds apart – and then the circuit is taken up again. When the server has forgotten the circuit, because it was restarted, only a new
// page helps, and nobody at a hearing has the time to press "reload".
import { backoff } from "./backoff.ts";
import type { Time } from "./time.ts";

export interface Circuit {
  fetch: (path: string) => Promise<{ ok: boolean }>;
  /** False when the server was reached and does not know the circuit any more; something else when Blazor was already at it. */
  reconnect: () => Promise<unknown>;
  reload: () => void;
  time: Time;
  random: () => number;
}

const firstWaitMs = 300;
const longestWaitMs = 2_000;

/** Told of the states of Blazor's reconnection element. */
export class Reconnection {
  readonly #circuit: Circuit;
  #lost = false;
  #forgotten = false;
  #searching = false;

  constructor(circuit: Circuit) {
    this.#circuit = circuit;
  }

  tell(state: string): void {
    this.#lost = state !== "hide";
    // Blazor's own attempt may be the one that learns it.
    this.#forgotten ||= state === "rejected";
    if (this.#lost && !this.#searching) void this.#search();
  }

  async #search(): Promise<void> {
    const { time, random } = this.#circuit;
    this.#searching = true;
    for (let failures = 0; this.#lost && !(await this.#comeBack()); failures++) {
      await new Promise<void>((resolve) => time.after(backoff(failures, random, firstWaitMs, longestWaitMs), resolve));
    }
    this.#searching = false;
  }

  /** False when the server was not reached. */
  async #comeBack(): Promise<boolean> {
    const { fetch, reconnect, reload } = this.#circuit;
    const there = await fetch("/health/live").then((answer) => answer.ok, () => false);
    if (!there || !this.#lost) return false;
    const back = this.#forgotten ? false : await reconnect().catch(() => undefined);
    if (back === false) reload();
    return back === true || back === false;
  }
}
