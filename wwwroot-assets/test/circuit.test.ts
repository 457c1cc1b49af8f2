import { expect, test } from "vitest";
import { Reconnection } from "../src/circuit.ts";
import { HandTime, settled } from "./clocks.ts";

function lost(ready: (boolean | Error)[], reconnects: (boolean | undefined | Error)[]) {
  const time = new HandTime();
  const seen = { asked: 0, reconnected: 0, reloads: 0 };
  const next = <T>(answers: (T | Error)[], otherwise: T) => {
    const answer = answers.length > 0 ? answers.shift()! : otherwise;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const reconnection = new Reconnection({
    time,
    random: () => 0.5,
    reload: () => void seen.reloads++,
    reconnect: () => (seen.reconnected++, next<boolean | undefined>(reconnects, true)),
    fetch: async () => (seen.asked++, { ok: await next(ready, false) }),
  });
  reconnection.tell("show");
  return { time, seen, reconnection };
}

test("The circuit is taken up again as soon as the server is ready", async () => {
  const { time, seen } = lost([new Error("refused"), false, true], [true]);
  await settled();
  expect(seen).toEqual({ asked: 1, reconnected: 0, reloads: 0 });
  await time.passSlowly(5_000);
  expect(seen).toEqual({ asked: 3, reconnected: 1, reloads: 0 });
});

test("A server that was restarted has forgotten the circuit: the page is loaded anew", async () => {
  const { seen } = lost([true], [false]);
  await settled();
  expect(seen).toEqual({ asked: 1, reconnected: 1, reloads: 1 });
});

test("A line that breaks again in between is tried again", async () => {
  const { time, seen } = lost([true, true], [new Error("cut"), true]);
  await time.passSlowly(5_000);
  expect(seen).toEqual({ asked: 2, reconnected: 2, reloads: 0 });
});

test("When Blazor's own attempt was first and learnt that the circuit is gone, the page is loaded anew as well", async () => {
  const { time, seen, reconnection } = lost([true, true], [undefined]);
  await settled();
  reconnection.tell("rejected");
  await time.passSlowly(1_000);
  expect(seen).toEqual({ asked: 2, reconnected: 1, reloads: 1 });
});

test("What Blazor mended by itself is left alone, and its further states begin no second search", async () => {
  const { time, seen, reconnection } = lost([], []);
  for (const state of ["retrying", "failed"]) reconnection.tell(state);
  await settled();
  expect(seen.asked).toBe(1);
  reconnection.tell("hide");
  await time.passSlowly(5_000);
  expect(seen).toEqual({ asked: 1, reconnected: 0, reloads: 0 });
});
