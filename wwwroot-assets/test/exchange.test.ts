import { describe, expect, test } from "vitest";
import { exchange, secretIn } from "../src/exchange.ts";

function answer(status: number, body: string): { open: () => XMLHttpRequest; calls: unknown[] } {
  const calls: unknown[] = [];
  const request = {
    status,
    responseText: body,
    open: (...args: unknown[]) => calls.push(args),
    setRequestHeader: () => {},
    send: (sent: string) => calls.push(sent),
  };
  return { calls, open: () => request as unknown as XMLHttpRequest };
}

describe("A sign-in link", () => {
  test("is exchanged before the page has loaded", () => {
    const { open, calls } = answer(200, '{"location":"/gcm-2017/chair"}');
    expect(exchange("s3cret", open)).toEqual({ location: "/gcm-2017/chair", detail: null, reached: true });
    expect(calls).toEqual([["POST", "/enter", false], '{"key":"s3cret"}']);
  });

  test.each(["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", 7])("never leads away to %s", (location) =>
    expect(exchange("k", answer(200, JSON.stringify({ location })).open).location).toBeNull(),
  );

  test("that is not accepted brings the server's sentence", () =>
    expect(exchange("k", answer(403, '{"detail":"This link has been used."}').open)).toEqual({
      location: null,
      detail: "This link has been used.",
      reached: true,
    }));

  test("says when the server cannot be reached", () => {
    const open = () => ({ open: () => {}, setRequestHeader: () => {}, send: () => { throw new Error("network"); } }) as unknown as XMLHttpRequest;
    expect(exchange("k", open).reached).toBe(false);
  });

  test.each([
    ["#abc", "abc"],
    ["#a%2Bb", "a+b"],
    ["#a%", "a%"],
    ["", ""],
  ])("carries its secret behind the # (%s)", (hash, secret) => expect(secretIn(hash)).toBe(secret));
});
