import { clockText, phaseAt } from "./countdown.ts";
import type { Clock, ClockState, Phase } from "./view.ts";
import type { Words } from "./messages.ts";

/** `Over` is the end of remarks: it is counted and said, but nobody is told to conclude. */
export type FacePhase = Phase | "Over";

/** What a clock shows at one moment. */
export interface Face {
  text: string;
  state: ClockState;
  phase: FacePhase;
  remainingMs: number;
  limitMs: number;
  warningMs: number;
}

export function faceOf(clock: Clock, remainingMs: number): Face {
  const { state, limitMs, warningMs } = clock;
  return { text: clockText(remainingMs), state, phase: facePhase(clock, remainingMs), remainingMs, limitMs, warningMs };
}

function facePhase(clock: Clock, remainingMs: number): FacePhase {
  // A limit shorter than the warning is not in its last seconds before it has begun.
  if (clock.state === "NotStarted") return "Speaking";
  const phase = phaseAt(remainingMs, clock.warningMs);
  return phase === "Expired" && !clock.strict ? "Over" : phase;
}

/** The word beside the digits: colour alone says nothing to those who do not see it. */
export function wordOf(face: Face, words: Words): string {
  if (face.state === "NotStarted") return words.say("notStarted");
  if (face.state === "Paused") return words.say("paused");
  if (face.state === "Ended") return words.say("ended");
  if (face.phase === "Warning") return lastWord(face.warningMs, words);
  if (face.phase === "Expired") return words.say("timeConclude");
  return words.say(face.phase === "Over" ? "overAnnounced" : "speaking");
}

function lastWord(warningMs: number, words: Words): string {
  const seconds = Math.round(warningMs / 1000);
  return seconds >= 60 && seconds % 60 === 0 ? words.count("lastMinutes", seconds / 60) : words.count("lastSeconds", seconds);
}
