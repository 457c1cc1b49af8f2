import { expect, test } from "vitest";
import { onReconnection } from "../src/circuit.ts";
import { HandTime, settled } from "./clocks.ts";

function circuit(answers: (boolean | Error)[]) {
  const time = new HandTime();
  const seen = { asked: [] as string[], reloads: 0 };
  const parts = {
    time,
    random: () => 0.5,
    reload: () => void seen.reloads++,
    fetch: (path: string) => {
      seen.asked.push(path);
      const answer = answers.shift() ?? false;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ ok: answer });
    },
  };
  return { time, seen, parts };
}

test.each(["failed", "rejected"])("A circuit that is gone (%s) is opened anew as soon as the server is ready", async (state) => {
  const { time, seen, parts } = circuit([new Error("refused"), false, true]);
  onReconnection(state, parts);
  await settled();
  expect(seen).toEqual({ asked: ["/health/ready"], reloads: 0 });
  time.pass(5_000);
  await settled();
  expect(seen.reloads).toBe(0);
  time.pass(5_000);
  await settled();
  expect(seen).toEqual({ asked: ["/health/ready", "/health/ready", "/health/ready"], reloads: 1 });
});

test.each(["show", "hide"])("While Blazor mends the line itself (%s) the page stays", async (state) => {
  const { seen, parts } = circuit([true]);
  onReconnection(state, parts);
  await settled();
  expect(seen).toEqual({ asked: [], reloads: 0 });
});
