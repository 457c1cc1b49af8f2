// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { mountChamber } from "../src/chamber-view.ts";
import { wordsFor } from "../src/messages.ts";
import { mountQueue } from "../src/queue-view.ts";
import type { FloorView } from "../src/view.ts";
import { HandTime } from "./clocks.ts";
import { nobody, running, Source, speaker } from "./views.ts";

describe.each([
  ["chamber screen", mountChamber],
  ["queue view", mountQueue],
])("The %s", (_, mount) => {
  let root: HTMLElement;
  let source: Source;
  let time: HandTime;
  const show = (view: Partial<FloorView>) => source.show({ view: { ...nobody, ...view }, atMonotonicMs: time.now() });
  const blinks = () => root.hasAttribute("data-blink");

  beforeEach(() => {
    root = document.createElement("main");
    source = new Source();
    time = new HandTime();
    mount({ root, source, words: wordsFor("en"), time });
  });

  test("blinks for three seconds when the number grows, and then no more", () => {
    show({ blinks: 4 });
    show({ blinks: 5 });
    expect(blinks()).toBe(true);
    time.pass(2_999);
    show({ blinks: 5 });
    expect(blinks()).toBe(true);
    time.pass(1);
    expect(blinks()).toBe(false);
    show({ blinks: 5 });
    expect(blinks()).toBe(false);
    show({ blinks: 6 });
    expect(blinks()).toBe(true);
  });

  test("does not blink when it has just been opened, nor when the number falls", () => {
    show({ blinks: 4 });
    expect(blinks()).toBe(false);
    show({ blinks: 3 });
    expect(blinks()).toBe(false);
    show({ blinks: 4 });
    expect(blinks()).toBe(true);
  });

  test("blinks once, however often it is asked to meanwhile", () => {
    show({ blinks: 0 });
    show({ blinks: 1 });
    time.pass(1_500);
    show({ blinks: 3 });
    time.pass(1_500);
    expect(blinks()).toBe(false);
    show({ blinks: 4 });
    time.pass(2_000);
    expect(blinks()).toBe(true);
  });

  test("works with a view that has neither blinks nor a time of resumption", () => {
    show({ speaker, clock: running(90_000) });
    show({ version: 2 });
    expect([blinks(), root.dataset["scene"], root.querySelector<HTMLElement>('[class$="-resume"]')?.hidden]).toEqual([false, "between", true]);
    show({ blinks: 7 });
    expect(blinks()).toBe(false);
  });

  test("says when the meeting goes on", () => {
    show({ resumesAt: "15:00" });
    const line = root.querySelector<HTMLElement>('[class$="-resume"]')!;
    expect([line.textContent, line.hidden, line.querySelector<HTMLElement>("time")?.dir]).toEqual(["We resume at 15:00", false, "ltr"]);
    show({ resumesAt: "15:10" });
    expect(line.textContent).toBe("We resume at 15:10");
    show({ resumesAt: null });
    expect(line.hidden).toBe(true);
  });
});
