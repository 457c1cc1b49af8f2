// When requests are taken, reckoned by the page's own monotonic clock from what the view said: nothing comes from the server at that moment.
import type { Seat, SeatIntake } from "./view.ts";

export type Standing = "notYet" | "open" | "closed";

/** `passedMs`: since the view was true. At the very instant of its closing the intake is closed. */
export function standingOf({ opensInMs, closesInMs }: SeatIntake, passedMs: number): Standing {
  if (closesInMs !== null && closesInMs <= passedMs) return "closed";
  return opensInMs !== null && opensInMs > passedMs ? "notYet" : "open";
}

/** How long until it opens or closes by itself; null where it never does again. */
export function msToChange(intake: SeatIntake, passedMs: number): number | null {
  const standing = standingOf(intake, passedMs);
  const at = standing === "notYet" ? intake.opensInMs : standing === "open" ? intake.closesInMs : null;
  return at === null ? null : at - passedMs;
}

/** The seat as it is by now. */
export function seatNow(seat: Seat, passedMs: number): { seat: Seat; standing: Standing } {
  if (!seat.intake) return { seat, standing: "open" };
  const standing = standingOf(seat.intake, passedMs);
  return { seat: { ...seat, mayAsk: seat.intake.mayAsk && standing === "open" }, standing };
}

/** The time on the chamber's wall that matters in a standing, with the day where it is another one; empty where there is none. */
export function timeOf(intake: SeatIntake, standing: Standing, language: string): string {
  const [at, on] = standing === "notYet" ? [intake.opensAt, intake.opensOn] : [intake.closesAt, intake.closesOn];
  if (at === null || on === null) return at ?? "";
  // The United Nations write the day before the month.
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return `${at} (${day.format(new Date(`${on}T00:00Z`))})`;
}
