// The arithmetic of a countdown. Nothing here reads a clock: the caller brings the reading of its own monotonic clock,
// because a wall clock can step while somebody is speaking.
import type { Phase } from "./view.ts";

/** `remainingMs` was true when the monotonic clock read `atMonotonicMs`. */
export interface Anchor {
  remainingMs: number;
  atMonotonicMs: number;
  running: boolean;
  /** What the screen showed less than that when the anchor was taken, and when that was: it goes away by degrees. */
  glide?: { ms: number; fromMonotonicMs: number };
}

/** From here on a correction is taken at once: a second that lasts twice as long is seen, two screens that disagree are as well. */
export const jumpMs = 200;

/** Of each second so much is made good of a smaller one: 200 ms are gone after two seconds, and nobody has seen it. */
export const glideRate = 0.1;

export function remaining(anchor: Anchor, nowMonotonicMs: number): number {
  if (!anchor.running) return anchor.remainingMs;
  return anchor.remainingMs - (nowMonotonicMs - anchor.atMonotonicMs) - glideLeft(anchor, nowMonotonicMs);
}

/** By how much the picture is still behind what is known; 0 when it is not. */
export function glideLeft({ glide }: Anchor, nowMonotonicMs: number): number {
  if (!glide) return 0;
  return Math.sign(glide.ms) * Math.max(0, Math.abs(glide.ms) - glideRate * (nowMonotonicMs - glide.fromMonotonicMs));
}

/** The anchor to count from when a new one arrives. */
export function settle(current: Anchor | null, next: Anchor, nowMonotonicMs: number): Anchor {
  if (!current?.running || !next.running) return next;
  const ms = remaining(next, nowMonotonicMs) - remaining(current, nowMonotonicMs);
  return Math.abs(ms) < jumpMs ? { ...next, glide: { ms, fromMonotonicMs: nowMonotonicMs } } : next;
}

/**
 * The ceiling of the remaining seconds: the full limit shows first, 0:00 shows exactly at zero, and "+0:01" shows when
 * one whole second of overrun has passed. Minutes are not folded into hours.
 */
export function clockText(remainingMs: number): string {
  const seconds = Math.ceil(remainingMs / 1000);
  const distance = Math.abs(seconds);
  const text = `${Math.floor(distance / 60)}:${String(distance % 60).padStart(2, "0")}`;
  return seconds < 0 ? `+${text}` : text;
}

export function phaseAt(remainingMs: number, warningMs: number): Phase {
  if (remainingMs <= 0) return "Expired";
  return remainingMs <= warningMs ? "Warning" : "Speaking";
}

/** How long until the text or the phase changes: above 0, at most 1000. */
export function msToNextChange(remainingMs: number, warningMs: number): number {
  const toSecond = remainingMs - (Math.ceil(remainingMs / 1000) - 1) * 1000;
  const toWarning = remainingMs - warningMs;
  return toWarning > 0 ? Math.min(toSecond, toWarning) : toSecond;
}
