import { describe, expect, test } from "vitest";
import { madeAt, offsetFrom, remember, type Ping } from "../src/offset.ts";

const ping = (sentAtMs: number, roundTripMs: number, offsetMs: number, wayOutMs = roundTripMs / 2): Ping => ({
  sentAtMs,
  receivedAtMs: sentAtMs + roundTripMs,
  serverUnixMs: sentAtMs + wayOutMs + offsetMs,
});

describe("The offset of the server's clock", () => {
  test("is unknown before the first ping", () => expect(offsetFrom([])).toBeNull());

  test("is read from the fastest ping, not from the mean", () => {
    const slowOnTheWayOut = ping(0, 400, 5_000, 390);
    expect(offsetFrom([slowOnTheWayOut, ping(500, 4, 5_000), ping(600, 80, 5_000, 70)])).toBe(5_000);
  });

  test("forgets old pings, so that a drift is followed", () => {
    let pings = [ping(0, 1, 5_000)];
    for (let i = 1; i <= 10; i++) pings = remember(pings, ping(i * 100, 2, 5_003));
    expect(offsetFrom(pings)).toBe(5_003);
  });
});

describe("A view", () => {
  test("is as old as its way here", () => expect(madeAt(7_000, 2_040, 5_000)).toBe(2_000));
  test("never comes from the future", () => expect(madeAt(7_900, 2_040, 5_000)).toBe(2_040));
  test("counts from its receipt before the first ping", () => expect(madeAt(7_000, 2_040, null)).toBe(2_040));
});
