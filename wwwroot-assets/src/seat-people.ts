// Whom a seat that nobody has may find by name: those who are admitted and sit nowhere.
import { within, type Time } from "./time.ts";

export interface Person {
  participantId: string;
  name: string;
  delegation: string;
}

export type Find = (hearing: string, seat: string, name: string) => Promise<Person[] | null>;

const attemptMs = 8_000;

/** Null where no answer came: whoever asked may ask again. */
export function finder(fetch: typeof window.fetch, time: Time): Find {
  return async (hearing, seat, name) => {
    try {
      const address = `/api/v1/hearings/${encodeURIComponent(hearing)}/people?seat=${encodeURIComponent(seat)}&query=${encodeURIComponent(name)}`;
      const answer = await within(time, attemptMs, fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin", cache: "no-store" }));
      return answer.ok ? ((await answer.json()) as Person[]) : null;
    } catch {
      return null;
    }
  };
}
