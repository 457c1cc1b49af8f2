import { describe, expect, test } from "vitest";
import { send, type Answer, type Command } from "../src/commands.ts";
import { uuid } from "../src/uuid.ts";
import { HandTime, settled } from "./clocks.ts";

const command: Command = { id: "5b0e6a52-6b7e-4a37-9a55-2d0f3a3d7f10", type: "raise-request", seat: "C-14" };

type Reply = Response | "cut" | "silence";

async function ask(replies: Reply[]): Promise<{ answer: Answer | null; sent: RequestInit[]; urls: string[]; troubles: number }> {
  const time = new HandTime();
  const sent: RequestInit[] = [];
  const urls: string[] = [];
  let troubles = 0;
  let answer: Answer | null = null;
  const fetch = ((url: string, init: RequestInit) => {
    urls.push(url);
    sent.push(init);
    const reply = replies.shift() ?? "silence";
    if (reply === "cut") return Promise.reject(new TypeError("Failed to fetch"));
    return reply === "silence" ? new Promise(() => {}) : Promise.resolve(reply);
  }) as typeof globalThis.fetch;
  void send("gcm-2017", command, () => troubles++, { fetch, time, random: () => 1 }).then((given) => (answer = given));
  for (let i = 0; i < 60; i++) {
    time.pass(500);
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 0)); // a response's body is read outside the promises' own queue
    if (answer !== null || replies.length === 0) break;
  }
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve, 0));
  return { answer, sent, urls, troubles };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers });
const accepted = () => json(200, { version: 418 });

describe("A command", () => {
  test("goes to the hearing with the visitor's own cookie", async () => {
    const { answer, sent, urls } = await ask([accepted()]);
    expect(answer).toEqual({ accepted: true, version: 418 });
    expect(urls).toEqual(["/api/v1/hearings/gcm-2017/commands"]);
    expect(sent[0]).toMatchObject({ method: "POST", credentials: "same-origin" });
    expect(JSON.parse(sent[0]?.body as string)).toEqual(command);
  });

  test.each<[string, () => Reply]>([
    ["a cut line", () => "cut"],
    ["a failing server", () => json(503, {})],
    ["a busy server", () => json(429, {}, { "Retry-After": "1" })],
    ["silence", () => "silence"],
    ["an answer cut short", () => new Response('{"vers', { status: 200 })],
  ])("is sent again with the same id after %s", async (_, trouble) => {
    const { answer, sent, troubles } = await ask([trouble(), trouble(), accepted()]);
    expect(answer).toEqual({ accepted: true, version: 418 });
    expect(troubles).toBe(2);
    expect(new Set(sent.map((init) => init.body)).size).toBe(1);
  });

  test("that is refused brings the server's sentence and is not repeated", async () => {
    const { answer, sent } = await ask([json(409, { reason: "requests-closed", detail: "Requests for this panel are closed." })]);
    expect(answer).toEqual({ accepted: false, sentence: "Requests for this panel are closed." });
    expect(sent).toHaveLength(1);
  });

  test("that is refused without a sentence is refused all the same", async () => {
    const { answer } = await ask([new Response("", { status: 403 })]);
    expect(answer).toEqual({ accepted: false, sentence: null });
  });
});

describe("An id", () => {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  test("is a random UUID", () => expect(uuid()).toMatch(form));
  test("is one on plain HTTP too", () => {
    const plain = { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) } as unknown as Crypto;
    expect(uuid(plain)).toMatch(form);
    expect(uuid(plain)).not.toBe(uuid(plain));
  });
});
