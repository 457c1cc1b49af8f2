import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { codeIn, prove } from "../src/proof.ts";

function bitsOf({ challenge, nonce }: { challenge: string; nonce: string }, code: string): number {
  const bits = [...createHash("sha256").update(`${challenge}:${code}:${nonce}`).digest()].map((b) => b.toString(2).padStart(8, "0")).join("");
  return bits.indexOf("1");
}

describe("The work for a code", () => {
  test.each([0, 1, 7, 8, 9, 14])("is done when the hash begins with %i zero bits", async (bits) => {
    const proof = await prove({ challenge: "AAAAAAAAAAAAAAAAAAAAAA", bits }, "K7QM42XD");
    expect(proof?.challenge).toBe("AAAAAAAAAAAAAAAAAAAAAA");
    expect(bitsOf(proof!, "K7QM42XD")).toBeGreaterThanOrEqual(bits);
  });

  test("stops at the first nonce that does", async () => {
    const proof = await prove({ challenge: "c", bits: 12 }, "K7QM42XD");
    const tried = Array.from({ length: Number(proof!.nonce) }, (_, n) => bitsOf({ challenge: "c", nonce: String(n).padStart(10, "0") }, "K7QM42XD"));
    expect(Math.max(...tried)).toBeLessThan(12);
  });

  test("is good for no other code", async () => {
    const proof = await prove({ challenge: "c", bits: 16 }, "K7QM42XD");
    expect(bitsOf(proof!, "K7QM42XE")).toBeLessThan(16);
  });

  test("lets the page live in between, and is given up when another key was entered", async () => {
    let rests = 0;
    const proof = await prove({ challenge: "c", bits: 257 }, "K7QM42XD", () => rests < 3, async () => void rests++);
    expect(proof).toBeNull();
    expect(rests).toBe(3);
  });

  test("rests by a message, for which no timer makes it wait", async () => {
    let asked = 0;
    expect(await prove({ challenge: "c", bits: 257 }, "K7QM42XD", () => ++asked < 3)).toBeNull();
    expect(asked).toBe(3);
  });
});

test.each(["K7QM-42XD", "k7qm42xd", " k7 qm–42‑xd "])("A code is worked for as the server reads it (%s)", (typed) => expect(codeIn(typed)).toBe("K7QM42XD"));
