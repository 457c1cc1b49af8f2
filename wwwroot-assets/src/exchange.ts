import type { Proof, Task } from "./proof.ts";

export interface Outcome {
  /** Where to go now; null when the key was not accepted. */
  location: string | null;
  /** Why not, where it was not. */
  refused: "enterFailed" | "enterTooMany" | "enterOffline";
  /** What the server wants done before it looks at the key; null when nothing. */
  task: Task | null;
}

/** The secret of a link's fragment. */
export function secretIn(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#/, "")).trim();
  } catch {
    return hash.slice(1); // a stray % – the server decides
  }
}

/**
 * Exchanges a key for a session. The request is synchronous on purpose: the page's load event waits for it, so an unattended screen
 * or a script that opens a link is signed in when the page has loaded.
 */
export function exchange(key: string, open: () => XMLHttpRequest, proof: Proof | null = null): Outcome {
  const request = open();
  try {
    request.open("POST", "/enter", false);
    request.setRequestHeader("Content-Type", "application/json");
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    request.setRequestHeader("X-Requested-With", "FloorManager");
    request.send(JSON.stringify({ key, ...proof }));
  } catch {
    return { location: null, refused: "enterOffline", task: null };
  }
  const { location, ...rest } = parse(request.responseText);
  return {
    location: request.status === 200 && isOurs(location) ? location : null,
    refused: request.status === 429 ? "enterTooMany" : "enterFailed",
    task: request.status === 429 ? taskIn(rest) : null,
  };
}

function taskIn({ reason, challenge, bits }: Body): Task | null {
  return reason === "prove" && typeof challenge === "string" && typeof bits === "number" ? { challenge, bits } : null;
}

/** A path of this server: "//host" and "https:" would lead away from it. */
function isOurs(location: unknown): location is string {
  return typeof location === "string" && /^\/(?![/\\])/.test(location);
}

type Body = Partial<Record<"location" | "reason" | "challenge" | "bits", unknown>>;

function parse(text: string): Body {
  try {
    return (JSON.parse(text) ?? {}) as Body;
  } catch {
    return {};
  }
}
