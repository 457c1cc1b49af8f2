// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { mountQueue } from "../src/queue-view.ts";
import { wordsFor } from "../src/messages.ts";
import type { FloorView } from "../src/view.ts";
import { HandTime } from "./clocks.ts";
import { nobody, running, Source, speaker } from "./views.ts";

let root: HTMLElement;
let source: Source;
let time: HandTime;
const text = (selector: string) => root.querySelector(selector)?.textContent;
const show = (view: Partial<FloorView>) => source.show({ view: { ...nobody, ...view }, atMonotonicMs: time.now() });

beforeEach(() => {
  root = document.createElement("main");
  source = new Source();
  time = new HandTime();
  mountQueue({ root, source, words: wordsFor("en"), time });
});

test("The queue says who speaks, who follows and how many wait", () => {
  show({
    speaker,
    clock: running(90_000),
    onDeck: [
      { name: "Alice Thomas", delegation: "Refugees International" },
      { name: "", delegation: "Switzerland" },
    ],
    requestsWaiting: 12,
  });
  expect(text(".queue-floor .queue-label")).toBe("Has the floor");
  expect(text(".queue-name")).toBe("H.E. Mr. Peter Thomson");
  expect(text(".queue-digits")).toBe("1:30");
  expect([...root.querySelectorAll(".queue-next-name")].map((name) => name.textContent)).toEqual(["Alice Thomas", "Switzerland"]);
  expect(text(".queue-how-many")).toBe("12 requests waiting");
});

test("Nothing looks like an order among those who wait", () => {
  show({ requestsWaiting: 3, onDeck: [{ name: "A", delegation: "" }] });
  expect(root.querySelector("ol")).toBeNull();
  expect(root.textContent).not.toMatch(/list of speakers|position|#1|1\./i);
});

test("Between two speakers there is no clock", () => {
  show({ speaker, clock: running(90_000) });
  show({ version: 2 });
  expect(text(".queue-floor .queue-label")).toBe("Nobody has the floor");
  expect(root.querySelector<HTMLElement>(".queue-clock")?.hidden).toBe(true);
  expect(text(".queue-next")).toBe("Nobody announced yet");
});

test("While nobody speaks it says what the programme has next", () => {
  const next = { kind: "Panel", title: "Panel 2", theme: "Remittances", at: "11:40" } as const;
  const coming = () => root.querySelector<HTMLElement>(".queue-coming")!;
  show({ next });
  expect([coming().hidden, text(".queue-coming-title"), text(".queue-coming-theme")]).toEqual([false, "11:40 Panel 2", "Remittances"]);
  show({ next, version: 2, speaker, clock: running(90_000) });
  expect(coming().hidden).toBe(true);
  show({ next: null, version: 3 });
  expect(coming().hidden).toBe(true);
});

test("A cut line is told and the clock counts on", () => {
  show({ speaker, clock: running(90_000) });
  source.tell({ state: "reconnecting" });
  time.pass(3_000);
  expect([text(".queue-digits"), text(".queue-mark")]).toEqual(["1:27", "Reconnecting…"]);
});

test("What still fits before the end is told in a panel", () => {
  const fits = () => root.querySelector<HTMLElement>(".queue-fits")!;
  show({ fits: 3 });
  expect(fits().textContent).toBe("There may be time for 3 more before the end");
  show({ fits: 0, version: 2 });
  expect(fits().textContent).toBe("There is probably no time for another before the end");
  show({ fits: null, version: 3 });
  expect(fits().hidden).toBe(true);
});

test("Who waits is told where the hearing publishes it, and nowhere else", () => {
  const pool = () => root.querySelector<HTMLElement>(".queue-pool")!;
  show({ requestsWaiting: 5 });
  expect(pool().hidden).toBe(true);
  show({ version: 2, requestsWaiting: 5, onDeck: [{ name: "A", delegation: "B" }], waiting: [{ name: "Chen", delegation: "Brazil" }, { name: "", delegation: "Fiji" }] });
  expect([...root.querySelectorAll(".queue-name-of")].map((name) => name.textContent)).toEqual(["Brazil – Chen", "Fiji"]);
  expect(text(".queue-pool .queue-more")).toBe("and 2 more");
  expect(root.querySelector("ol")).toBeNull();
});
