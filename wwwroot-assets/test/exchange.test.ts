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
    expect(exchange("s3cret", open)).toEqual({ location: "/gcm-2017/chair", refused: "enterFailed", task: null });
    expect(calls).toEqual([["POST", "/enter", false], '{"key":"s3cret"}']);
  });

  test.each(["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", 7])("never leads away to %s", (location) =>
    expect(exchange("k", answer(200, JSON.stringify({ location })).open).location).toBeNull(),
  );

  test("that is not accepted is told from one that was tried too often", () => {
    expect(exchange("k", answer(401, '{"detail":"No."}').open)).toEqual({ location: null, refused: "enterFailed", task: null });
    expect(exchange("k", answer(429, "").open)).toEqual({ location: null, refused: "enterTooMany", task: null });
  });

  test("says when the server cannot be reached", () => {
    const open = () => ({ open: () => {}, setRequestHeader: () => {}, send: () => { throw new Error("network"); } }) as unknown as XMLHttpRequest;
    expect(exchange("k", open)).toEqual({ location: null, refused: "enterOffline", task: null });
  });

  test.each([
    ["#abc", "abc"],
    ["#a%2Bb", "a+b"],
    ["#a%", "a%"],
    ["", ""],
  ])("carries its secret behind the # (%s)", (hash, secret) => expect(secretIn(hash)).toBe(secret));
});

describe("A code, where too many wrong ones came from here,", () => {
  test("is answered by what is to be worked for", () =>
    expect(exchange("K7QM-42XD", answer(429, '{"reason":"prove","challenge":"c","bits":20}').open).task).toEqual({ challenge: "c", bits: 20 }));

  test.each(['{"reason":"too-many","challenge":"c","bits":20}', '{"reason":"prove","bits":20}', '{"reason":"prove","challenge":"c"}', "null", "<html>"])(
    "is worked for only where the server says what for (%s)",
    (body) => expect(exchange("K7QM-42XD", answer(429, body).open).task).toBeNull(),
  );

  test("is sent as it was typed, with the work", () => {
    const { open, calls } = answer(200, '{"location":"/seat"}');
    exchange("k7qm 42xd", open, { challenge: "c", nonce: "17" });
    expect(calls[1]).toBe('{"key":"k7qm 42xd","challenge":"c","nonce":"17"}');
  });
});
