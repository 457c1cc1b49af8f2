// What the server asks for before it looks at a code, where too many wrong ones came from this address. crypto.subtle hashes nothing on a page
// that came over plain HTTP, as it may on a conference network.
import { sha256 } from "@noble/hashes/sha2.js";

export interface Task {
  challenge: string;
  bits: number;
}

export interface Proof {
  challenge: string;
  nonce: string;
}

/** An old phone does so many in some 20 ms, and the page stays alive in between. */
const slice = 4_000;

/** As the server reads it: without what may stand between its signs. */
export function codeIn(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** A nonce that does for the task and this code alone; null when it is no longer wanted. */
export async function prove(task: Task, code: string, wanted: () => boolean = () => true, rest: () => Promise<void> = aMoment): Promise<Proof | null> {
  const begun = sha256.create().update(new TextEncoder().encode(`${task.challenge}:${code}:`));
  const hash = new Uint8Array(begun.outputLen);
  const digits = new Uint8Array(10).fill(zero);
  // What stays the same is read once, and nothing is allocated for a try: twice as fast as a hash from the start each time.
  let spare = begun.clone();
  for (;;) {
    for (let tries = 0; tries < slice; tries++) {
      spare = begun._cloneInto(spare);
      spare.update(digits).digestInto(hash);
      if (leadingZeros(hash) >= task.bits) return { challenge: task.challenge, nonce: String.fromCharCode(...digits) };
      countUp(digits);
    }
    await rest();
    if (!wanted()) return null;
  }
}

const zero = 0x30;

function countUp(digits: Uint8Array): void {
  let at = digits.length - 1;
  while (digits[at] === zero + 9) digits[at--] = zero;
  digits[at] = (digits[at] ?? zero) + 1;
}

function leadingZeros(hash: Uint8Array): number {
  const byte = hash.findIndex((b) => b !== 0);
  return byte < 0 ? hash.length * 8 : byte * 8 + Math.clz32(hash[byte] ?? 0) - 24;
}

/** Whatever the page has to do comes first. Timers would wait longer each time, and a second in a tab that is not seen. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
