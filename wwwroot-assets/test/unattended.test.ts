// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { mountChamber } from "../src/chamber-view.ts";
import { wordsFor } from "../src/messages.ts";
import { hidePointer, renew } from "../src/unattended.ts";
import { HandTime } from "./clocks.ts";
import { nobody, running, Source, speaker } from "./views.ts";

const page = (script: string) => `<main id="floor"></main><script type="module" src="/assets/${script}"></script>`;

async function reloads(fetched: string | null | Error): Promise<boolean> {
  let reloaded = false;
  await renew({ fetchPage: () => (fetched instanceof Error ? Promise.reject(fetched) : Promise.resolve(fetched)), script: "chamber.abc.js", reload: () => (reloaded = true) });
  return reloaded;
}

describe("A screen that nobody touches", () => {
  test("becomes a new page when the server has a new one", async () => {
    expect(await reloads(page("chamber.def.js"))).toBe(true);
    expect(await reloads(page("chamber.abc.js"))).toBe(false);
  });

  test("stays as it is where the answer is none, an error or somebody else's page", async () => {
    for (const fetched of [null, new Error("offline"), "<h1>502 Bad Gateway</h1>", "<script>captive()</script>"]) expect(await reloads(fetched)).toBe(false);
  });

  test("shows no pointer but while it moves", () => {
    const [root, time] = [document.createElement("main"), new HandTime()];
    hidePointer(root, time);
    expect(root.hasAttribute("data-still")).toBe(true);
    window.dispatchEvent(new Event("pointermove"));
    expect(root.hasAttribute("data-still")).toBe(false);
    time.pass(2_000);
    window.dispatchEvent(new Event("pointermove"));
    time.pass(2_999);
    expect(root.hasAttribute("data-still")).toBe(false);
    time.pass(1);
    expect(root.hasAttribute("data-still")).toBe(true);
  });
});

describe("The chime", () => {
  test("sounds once at the warning, twice at the time, and not for what was there when the page was opened", () => {
    const [root, source, time, heard] = [document.createElement("main"), new Source(), new HandTime(), [] as number[]];
    mountChamber({ root, source, words: wordsFor("en"), time }, (count) => heard.push(count));
    const show = (remainingMs: number, version: number) => source.show({ view: { ...nobody, version, speaker, clock: running(remainingMs) }, atMonotonicMs: time.now() });
    show(20_000, 1);
    expect(heard).toEqual([]);
    time.pass(20_000);
    expect(heard).toEqual([2]);
    source.show({ view: { ...nobody, version: 2 }, atMonotonicMs: time.now() });
    show(31_000, 3);
    time.pass(1_000);
    expect(heard).toEqual([2, 1]);
    // More time was given: the warning comes again when it comes.
    show(60_000, 4);
    time.pass(30_000);
    expect(heard).toEqual([2, 1, 1]);
  });
});
