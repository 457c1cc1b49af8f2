export interface Outcome {
  /** Where to go now; null when the key was not accepted. */
  location: string | null;
  detail: string | null;
  reached: boolean;
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
export function exchange(key: string, open: () => XMLHttpRequest): Outcome {
  const request = open();
  try {
    request.open("POST", "/enter", false);
    request.setRequestHeader("Content-Type", "application/json");
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    request.send(JSON.stringify({ key }));
  } catch {
    return { location: null, detail: null, reached: false };
  }
  const body = parse(request.responseText);
  const location = request.status === 200 && isOurs(body.location) ? body.location : null;
  return { location, detail: typeof body.detail === "string" ? body.detail : null, reached: true };
}

/** A path of this server: "//host" and "https:" would lead away from it. */
function isOurs(location: unknown): location is string {
  return typeof location === "string" && /^\/(?![/\\])/.test(location);
}

function parse(text: string): { location?: unknown; detail?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { location?: unknown; detail?: unknown };
  } catch {
    return {};
  }
}
