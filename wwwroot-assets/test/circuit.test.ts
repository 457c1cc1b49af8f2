import { describe, expect, test } from "vitest";
import { Reconnection, retryAfterMs } from "../src/circuit.ts";
import { HandTime, settled } from "./clocks.ts";

describe("After a cut Blazor tries again", () => {
  const waits = (chance: number) => Array.from({ length: 8 }, (_, attempt) => Math.round(retryAfterMs(attempt, () => chance)));

  test("at once, then less and less often, and never more than five seconds apart", () =>
    expect(waits(1)).toEqual([0, 1000, 2000, 3000, 4000, 5000, 5000, 5000]));

  test("at a moment that chance has a part in, so that not all come at once", () =>
    expect(waits(0)).toEqual([0, 667, 1333, 2000, 2667, 3333, 3333, 3333]));
});

describe("A server that was restarted has forgotten the circuit", () => {
  function gone(ready: (boolean | Error)[]) {
    const time = new HandTime();
    const seen = { asked: 0, reloads: 0 };
    const reconnection = new Reconnection({
      time,
      random: () => 0.5,
      reload: () => void seen.reloads++,
      fetch: async () => {
        seen.asked++;
        const answer = ready.shift() ?? false;
        if (answer instanceof Error) throw answer;
        return { ok: answer };
      },
    });
    return { time, seen, reconnection };
  }

  test("and the page is loaded anew, once", async () => {
    const { seen, reconnection } = gone([true, true]);
    for (const state of ["show", "retrying", "rejected", "failed"]) reconnection.tell(state);
    await settled();
    expect(seen).toEqual({ asked: 1, reloads: 1 });
  });

  test("but not before it answers", async () => {
    const { time, seen, reconnection } = gone([new Error("refused"), false, true]);
    reconnection.tell("rejected");
    await settled();
    expect(seen).toEqual({ asked: 1, reloads: 0 });
    await time.passSlowly(5_000);
    expect(seen).toEqual({ asked: 3, reloads: 1 });
  });

  test("and what Blazor mends by itself is left to it", async () => {
    const { time, seen, reconnection } = gone([true]);
    for (const state of ["show", "retrying", "hide"]) reconnection.tell(state);
    await time.passSlowly(5_000);
    expect(seen).toEqual({ asked: 0, reloads: 0 });
  });
});
