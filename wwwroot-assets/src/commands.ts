// Sends one command until it is answered. Its id is minted once, for the tap, and every retry carries it: the server answers a
// repeat as it answered the first, so nobody asks twice by asking over a bad line.
import { backoff } from "./backoff.ts";
import { within, type Time } from "./time.ts";

export type Command = { id: string } & Asked;

/** Each with its own fields and no others: the server refuses a field that does not belong to the command. */
export type Asked =
  | { type: "raise-request"; seat: string; topicId?: string }
  | { type: "take-seat"; seat: string; participantId: string }
  | { type: "leave-seat"; seat: string }
  | { type: "withdraw-request"; requestId: string }
  | { type: "hand-in-contribution"; requestId: string; text: string };

/** Accepted at a version, or refused – with the server's sentence where it gave one. */
export type Answer = { accepted: true; version: number } | { accepted: false; sentence: string | null };

export interface Sending {
  fetch: typeof fetch;
  time: Time;
  random: () => number;
  /** In which a refusal is said. */
  lang?: string;
}

const attemptMs = 8_000;
const firstWaitMs = 500;
const longestWaitMs = 8_000;

/** Always ends with the server's answer. `onTrouble` is called each time an attempt has failed. */
export async function send(hearing: string, command: Command, onTrouble: () => void, sending: Sending): Promise<Answer> {
  for (let failures = 0; ; failures++) {
    const response = await attempt(hearing, command, sending);
    if (response !== null && !mayPass(response.status)) {
      const answer = await answerIn(response);
      if (answer !== null) return answer;
    }
    onTrouble();
    const waitMs = Math.max(backoff(failures, sending.random, firstWaitMs, longestWaitMs), askedToWaitMs(response));
    await new Promise<void>((resolve) => sending.time.after(waitMs, resolve));
  }
}

/** Null where no answer came. */
async function attempt(hearing: string, command: Command, { fetch, time, lang = "" }: Sending): Promise<Response | null> {
  const abort = new AbortController();
  try {
    const request = fetch(`/api/v1/hearings/${encodeURIComponent(hearing)}/commands`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json, application/problem+json",
        // No page of another site can send it: what writes by a cookie carries it.
        "X-Requested-With": "FloorManager",
        // In the language of the page, which may be another than the browser's.
        ...(lang === "" ? {} : { "Accept-Language": lang }),
      },
      credentials: "same-origin",
      body: JSON.stringify(command),
      signal: abort.signal,
    });
    return await within(time, attemptMs, request);
  } catch {
    abort.abort();
    return null;
  }
}

/** Whether the same command may be answered otherwise in a moment. */
function mayPass(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

async function answerIn(response: Response): Promise<Answer | null> {
  try {
    const body = (await response.json()) as { version?: unknown; detail?: unknown };
    if (!response.ok) return { accepted: false, sentence: typeof body.detail === "string" ? body.detail : null };
    return typeof body.version === "number" ? { accepted: true, version: body.version } : null;
  } catch {
    // A refusal without a sentence is one all the same; an acceptance cut short is asked for again.
    return response.ok ? null : { accepted: false, sentence: null };
  }
}

function askedToWaitMs(response: Response | null): number {
  const seconds = Number(response?.headers.get("Retry-After") ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds, 60) * 1000 : 0;
}
