import { expect, test } from "vitest";
import { backoff } from "../src/backoff.ts";

test("Waits grow to the cap and never pass it", () => {
  const longest = Array.from({ length: 40 }, (_, failures) => backoff(failures, () => 1, 500, 5_000));
  expect(longest.slice(0, 5)).toEqual([500, 1_000, 2_000, 4_000, 5_000]);
  expect(Math.max(...longest)).toBe(5_000);
});

test("Chance spreads the returning pages over the upper half", () => {
  expect(backoff(3, () => 0, 500, 5_000)).toBe(2_000);
  expect(backoff(3, () => 0.5, 500, 5_000)).toBe(3_000);
});
