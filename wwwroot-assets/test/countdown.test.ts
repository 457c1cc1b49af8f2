import { describe, expect, test } from "vitest";
import { clockText, msToNextChange, phaseAt, remaining, settle } from "../src/countdown.ts";

describe("The digits", () => {
  test.each([
    [180_000, "3:00"],
    [179_999, "3:00"],
    [179_001, "3:00"],
    [179_000, "2:59"],
    [60_001, "1:01"],
    [60_000, "1:00"],
    [1_000, "0:01"],
    [1, "0:01"],
    [0, "0:00"],
    [-1, "0:00"],
    [-999, "0:00"],
    [-1_000, "+0:01"],
    [-1_999, "+0:01"],
    [-75_000, "+1:15"],
    [4_500_000, "75:00"],
  ])("at %i ms read %s", (ms, text) => expect(clockText(ms)).toBe(text));
});

describe("The phase", () => {
  test.each([
    [30_001, "Speaking"],
    [30_000, "Warning"],
    [1, "Warning"],
    [0, "Expired"],
    [-5_000, "Expired"],
  ])("at %i ms is %s", (ms, phase) => expect(phaseAt(ms, 30_000)).toBe(phase));
});

describe("The next change", () => {
  test.each([
    [180_000, 1_000],
    [2_500, 500],
    [2_001, 1],
    [0, 1_000],
    [-1_000, 1_000],
    [-1_400, 600],
  ])("at %i ms is %i ms away", (ms, wait) => expect(msToNextChange(ms, 30_000)).toBeCloseTo(wait));

  test("comes at the warning when that falls within a second", () => expect(msToNextChange(15_900, 15_500)).toBe(400));

  test("always shows other digits than before, and never skips a second", () => {
    let left = 12_345.678;
    for (const seconds of Array.from({ length: 20 }, (_, i) => 12 - i)) {
      left -= msToNextChange(left, 30_000);
      expect(Math.ceil(Math.round(left * 1e6) / 1e9)).toBe(seconds === 0 ? 0 : seconds);
    }
  });
});

describe("An anchor", () => {
  const running = { remainingMs: 60_000, atMonotonicMs: 1_000, running: true };

  test("counts down while it runs", () => expect(remaining(running, 11_000)).toBe(50_000));
  test("stands still when it does not", () => expect(remaining({ ...running, running: false }, 11_000)).toBe(60_000));
  test.each([150, -150, 20])("makes good of a correction of %i ms by degrees, forwards all the time", (ms) => {
    const shown = settle(running, { remainingMs: 50_000 + ms, atMonotonicMs: 11_000, running: true }, 11_000);
    expect(remaining(shown, 11_000)).toBe(50_000);
    expect(remaining(shown, 12_000)).toBeCloseTo(49_000 + Math.sign(ms) * Math.min(Math.abs(ms), 100));
    expect(remaining(shown, 13_000)).toBe(48_000 + ms);
    expect(remaining(shown, 60_000)).toBe(1_000 + ms);
    for (let at = 11_000; at < 14_000; at += 100) expect(remaining(shown, at + 100)).toBeLessThan(remaining(shown, at));
  });
  test.each([200, -200, 60_000])("takes one of %i ms at once", (ms) =>
    expect(remaining(settle(running, { remainingMs: 50_000 + ms, atMonotonicMs: 11_000, running: true }, 11_000), 11_000)).toBe(50_000 + ms));
  test("goes on from where it is when another correction comes before it is there", () => {
    const once = settle(running, { remainingMs: 50_100, atMonotonicMs: 11_000, running: true }, 11_000);
    const twice = settle(once, { remainingMs: 49_550, atMonotonicMs: 11_500, running: true }, 11_500);
    expect(remaining(twice, 11_500)).toBeCloseTo(remaining(once, 11_500));
    expect(remaining(twice, 13_500)).toBe(47_550);
  });
  test("glides from now on, however long ago the view was made", () => {
    const shown = settle(running, { remainingMs: 60_100, atMonotonicMs: 1_000, running: true }, 31_000);
    expect(remaining(shown, 31_000)).toBe(30_000);
    expect(remaining(shown, 32_000)).toBe(29_100);
  });
  test("always takes a pause", () =>
    expect(settle(running, { remainingMs: 50_001, atMonotonicMs: 11_000, running: false }, 11_000).running).toBe(false));
});
