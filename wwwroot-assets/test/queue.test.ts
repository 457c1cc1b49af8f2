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
  expect(text(".queue-waiting")).toBe("12 requests waiting");
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
