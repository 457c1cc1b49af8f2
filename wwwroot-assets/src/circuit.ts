// A console lives by its circuit. Blazor tries to mend a lost connection by itself; when the server has forgotten the circuit – it was
// restarted – only a new page helps, and nobody at a hearing has the time to press "reload".
import { backoff } from "./backoff.ts";
import type { Time } from "./time.ts";

export interface Circuit {
  fetch: (path: string) => Promise<{ ok: boolean }>;
  reload: () => void;
  time: Time;
  random: () => number;
}

/** Blazor's event on its reconnection element carries one of these states. */
export function onReconnection(state: string, circuit: Circuit): void {
  if (state === "failed" || state === "rejected") void comeBack(circuit, 0);
}

/** Loads the page anew as soon as the server answers. */
async function comeBack(circuit: Circuit, failures: number): Promise<void> {
  const there = await circuit.fetch("/health/ready").then((answer) => answer.ok, () => false);
  if (there) return circuit.reload();
  circuit.time.after(backoff(failures, circuit.random, 500, 5_000), () => void comeBack(circuit, failures + 1));
}
