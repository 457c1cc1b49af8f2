// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { isScreen, Screen } from "../src/screen.ts";
import { HandTime } from "./clocks.ts";

let kept: Map<string, string>;
let time: HandTime;
let opened: string[];
const make = (page = "/gcm-2017/screen?lang=ar") => {
  const root = document.createElement("main");
  document.body.replaceChildren(root);
  return new Screen({
    root,
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    page,
    time,
    open: (page) => opened.push(page),
  });
};

beforeEach(() => {
  kept = new Map();
  time = new HandTime();
  opened = [];
});

describe("A screen of the room", () => {
  test("is the same one after it was loaded again, by the name it was given", () => {
    const first = make().report();
    expect(first).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: "", page: "/gcm-2017/screen?lang=ar" });
    make().orders.Rename("Left wall");
    expect(make().report()).toEqual({ ...first, name: "Left wall" });
  });

  test("shows its number large for a while, and a new one as long again", () => {
    const screen = make();
    const number = document.querySelector<HTMLElement>(".screen-number")!;
    expect(number.hidden).toBe(true);
    screen.orders.Identify(3);
    time.pass(6_000);
    screen.orders.Identify(4);
    time.pass(9_999);
    expect([number.hidden, number.textContent]).toEqual([false, "4"]);
    time.pass(1);
    expect(number.hidden).toBe(true);
  });

  test("keeps the number off the air", () => {
    make("/gcm-2017/overlay?clock=on").orders.Identify(3);
    expect(document.querySelector<HTMLElement>(".screen-number")!.hidden).toBe(true);
  });

  test("goes to another view of the hearing and nowhere else", () => {
    const { orders } = make();
    for (const page of ["/gcm-2017/queue?theme=dark", "/gcm-2017/chair", "//elsewhere/screen", "https://elsewhere/gcm-2017/screen", "/gcm-2017/screen#x", "/a/b/screen", "javascript:1"]) orders.Open(page);
    expect(opened).toEqual(["/gcm-2017/queue?theme=dark"]);
    expect(isScreen("/gcm-2017/overlay")).toBe(true);
  });
});
