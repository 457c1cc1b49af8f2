// Whether a panel takes requests at this moment. The view says when that changes; nothing here reads a wall clock.
import type { Intake } from "./view.ts";

export type Taking = "open" | "notYet" | "over";

export function takingAt(intake: Intake | null | undefined, unixMs: number): Taking {
  if (intake?.opensAtUnixMs != null && unixMs < intake.opensAtUnixMs) return "notYet";
  return intake?.closesAtUnixMs != null && unixMs >= intake.closesAtUnixMs ? "over" : "open";
}

/** How long until it is something else; null for never. */
export function msToNextTaking(intake: Intake | null | undefined, unixMs: number): number | null {
  const next = [intake?.opensAtUnixMs, intake?.closesAtUnixMs].filter((at): at is number => at != null && at > unixMs);
  return next.length === 0 ? null : Math.min(...next) - unixMs;
}
