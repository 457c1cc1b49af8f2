// How the server's clock is read from here: by the ping that travelled fastest, because the slower ones
// spent an unknown part of their time on one of the two ways.

/** One answered ping; sent and received are readings of the monotonic clock. */
export interface Ping {
  sentAtMs: number;
  receivedAtMs: number;
  serverUnixMs: number;
}

/** Two bursts: a bad minute does not displace a good one, and a drift of the clocks is followed. */
const kept = 10;

/** Server time minus monotonic time. */
export function offsetFrom(pings: readonly Ping[]): number | null {
  let best: Ping | null = null;
  for (const ping of pings) if (best === null || roundTrip(ping) < roundTrip(best)) best = ping;
  return best === null ? null : best.serverUnixMs - (best.sentAtMs + best.receivedAtMs) / 2;
}

/** By how much the server's clock may be misread at most: half the way of the fastest ping. Zero before the first. */
export function uncertaintyOf(pings: readonly Ping[]): number {
  return pings.length === 0 ? 0 : Math.min(...pings.map(roundTrip)) / 2;
}

export function remember(pings: readonly Ping[], ping: Ping): Ping[] {
  return [...pings, ping].slice(-kept);
}

/**
 * The monotonic instant at which a view was true. A view cannot come from the future, so its age is never below zero;
 * before the first ping the moment of receipt has to do.
 */
export function madeAt(serverUnixMs: number, receivedAtMs: number, offsetMs: number | null): number {
  return offsetMs === null ? receivedAtMs : Math.min(receivedAtMs, serverUnixMs - offsetMs);
}

function roundTrip(ping: Ping): number {
  return ping.receivedAtMs - ping.sentAtMs;
}
