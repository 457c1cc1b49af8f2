// A console lives by its circuit, which Blazor takes up again after a cut of the line. It is told here how often to try, and what it cannot do
// itself is done: when the server has forgotten the circuit, because it was restarted, only a new page helps, and nobody at a hearing has
// the time to press "reload".
import { backoff } from "./backoff.ts";
import type { Time } from "./time.ts";

const longestWaitMs = 5_000;

/**
 * How long Blazor waits before its next attempt: a cut that is over at once is mended at once, a server that restarts is not hammered meanwhile, and
 * the last third is left to chance. By itself Blazor would try ten times within a tenth of a second, and then every five. (It counts in
 * seconds: anything between none and one is one.)
 */
export function retryAfterMs(attemptsBefore: number, random: () => number): number {
  const fullMs = Math.min(attemptsBefore * 1_000, longestWaitMs);
  return fullMs * (2 / 3) + (random() * fullMs) / 3;
}

export interface Circuit {
  fetch: (path: string) => Promise<{ ok: boolean }>;
  reload: () => void;
  time: Time;
  random: () => number;
}

const firstLookMs = 300;
const longestLookMs = 2_000;

/** Told of the states of Blazor's reconnection element. */
export class Reconnection {
  readonly #circuit: Circuit;
  #gone = false;

  constructor(circuit: Circuit) {
    this.#circuit = circuit;
  }

  tell(state: string): void {
    const gone = state === "rejected" || state === "failed" || state === "resume-failed";
    if (gone && !this.#gone) void this.#open();
    this.#gone ||= gone;
  }

  /** A page loaded from a server that has just died again would be the browser's own, which never comes back. */
  async #open(): Promise<void> {
    const { fetch, reload, time, random } = this.#circuit;
    for (let failures = 0; !(await fetch("/health/live").then((answer) => answer.ok, () => false)); failures++) {
      await new Promise<void>((resolve) => time.after(backoff(failures, random, firstLookMs, longestLookMs), resolve));
    }
    reload();
  }
}
