// The arithmetic of a countdown. Nothing here reads a clock: the caller brings the reading of its own monotonic clock,
// because a wall clock can step while somebody is speaking.
import type { Phase } from "./view.ts";

/** `remainingMs` was true when the monotonic clock read `atMonotonicMs`. */
export interface Anchor {
  remainingMs: number;
  atMonotonicMs: number;
  running: boolean;
}

/** Below this a correction is left alone: nobody sees it, and the seconds keep their even beat. */
export const ignoredCorrectionMs = 20;

export function remaining(anchor: Anchor, nowMonotonicMs: number): number {
  return anchor.running ? anchor.remainingMs - (nowMonotonicMs - anchor.atMonotonicMs) : anchor.remainingMs;
}

/**
 * The anchor to count from when a new one arrives. A larger correction is taken at once: one second that lasts a
 * little longer is not seen, two screens that disagree are.
 */
export function settle(current: Anchor | null, next: Anchor): Anchor {
  if (!current?.running || !next.running) return next;
  const correctionMs = remaining(next, next.atMonotonicMs) - remaining(current, next.atMonotonicMs);
  return Math.abs(correctionMs) < ignoredCorrectionMs ? current : next;
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
