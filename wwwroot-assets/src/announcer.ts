// What a screen reader hears of a clock. The digits are silent (`role="timer"`): a voice that counts every second hides
// everything else. A status element beside them speaks at five moments only.
import type { Face } from "./face.ts";
import type { Words } from "./messages.ts";

export interface Announcement {
  text: string;
  urgent: boolean;
}

const momentsMs = [60_000, 30_000, 10_000];

/** What is to be said between two paintings of the clock of one intervention; null where nothing is. */
export function announcementOf(before: Face | null, now: Face, opening: string, words: Words): Announcement | null {
  if (now.state !== "Running") return null;
  if (before === null || before.state === "NotStarted") {
    // A page that opens in the middle of an intervention has missed the start.
    const atStart = now.limitMs - now.remainingMs < 1000;
    return atStart ? { text: `${opening} ${lengthOf(now.limitMs, "announceLimit", words)}`, urgent: false } : null;
  }
  const crossed = (ms: number) => before.remainingMs > ms && now.remainingMs <= ms;
  if (crossed(0)) return { text: words.say(now.phase === "Over" ? "announceOver" : "announceTime"), urgent: now.phase === "Expired" };
  // After a sleep several moments may have passed at once: only the last one is still true.
  const moment = momentsMs.filter((ms) => ms < now.limitMs && crossed(ms)).at(-1);
  return moment === undefined ? null : { text: lengthOf(moment, "announceLeft", words), urgent: false };
}

function lengthOf(ms: number, key: "announceLimit" | "announceLeft", words: Words): string {
  const seconds = Math.round(ms / 1000);
  return seconds % 60 === 0 ? words.count(`${key}Minutes`, seconds / 60) : words.count(`${key}Seconds`, seconds);
}

/** How long an announcement stands, by the clock that it tells of: afterwards it is no longer true, and a reader that comes by would hear it. */
const standsMs = 5_000;

/** The two live regions of a page: one waits for its turn, one interrupts. */
export class Announcer {
  readonly status = region("status");
  readonly alert = region("alert");
  readonly #words: Words;
  #speaker = "";
  #before: Face | null = null;
  /** What was said of the clock and still stands. */
  #standing: { text: string; remainingMs: number } | null = null;

  constructor(words: Words) {
    this.#words = words;
  }

  say({ text, urgent }: Announcement): void {
    (urgent ? this.alert : this.status).textContent = text;
  }

  /** Told of every painting. `interrupt` where the listener is the speaker: then the end of the time does not wait. */
  hear(face: Face | null, speaker: string, opening: string, interrupt: boolean): void {
    const another = speaker !== this.#speaker;
    if (another) this.#before = null;
    const said = face && announcementOf(this.#before, face, opening, this.#words);
    this.#speaker = speaker;
    this.#before = face;
    if (said || another || !this.#holds(face)) this.#takeBack();
    if (!said || !face) return;
    this.say({ text: said.text, urgent: said.urgent && interrupt });
    this.#standing = { text: said.text, remainingMs: face.remainingMs };
  }

  #holds(face: Face | null): boolean {
    return face?.state === "Running" && this.#standing !== null && Math.abs(face.remainingMs - this.#standing.remainingMs) < standsMs;
  }

  /** What the page itself has said meanwhile stays. */
  #takeBack(): void {
    for (const place of [this.status, this.alert]) if (place.textContent !== "" && place.textContent === this.#standing?.text) place.textContent = "";
    this.#standing = null;
  }
}

function region(role: "status" | "alert"): HTMLElement {
  const element = document.createElement("p");
  element.className = "visually-hidden";
  element.setAttribute("role", role);
  return element;
}
