// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { mountPodium } from "../src/podium-view.ts";
import { wordsFor } from "../src/messages.ts";
import type { FloorView, Podium } from "../src/view.ts";
import { HandTime } from "./clocks.ts";
import { nobody, running, Source, speaker } from "./views.ts";

let root: HTMLElement;
let source: Source;
let time: HandTime;
const nothing: Podium = { message: null, questions: [], topics: [] };
const text = (selector: string) => root.querySelector(selector)?.textContent;
const hidden = (selector: string) => root.querySelector<HTMLElement>(selector)!.hidden;
const show = (view: Partial<FloorView>) => source.show({ view: { ...nobody, podium: nothing, ...view }, atMonotonicMs: time.now() });

beforeEach(() => {
  root = document.createElement("main");
  source = new Source();
  time = new HandTime();
  mountPodium({ root, source, words: wordsFor("en"), time });
});

describe("The podium", () => {
  test("counts whoever has the floor down by itself", () => {
    show({ speaker, clock: running(90_000) });
    expect([text(".podium-name"), text(".podium-delegation"), text(".podium-digits")]).toEqual(["H.E. Mr. Peter Thomson", "Fiji", "1:30"]);
    time.pass(60_000);
    expect([text(".podium-digits"), root.dataset["phase"]]).toEqual(["0:30", "Warning"]);
    show({ version: 2 });
    expect([text(".podium-label"), hidden(".podium-clock")]).toEqual(["Nobody has the floor", true]);
  });

  test("says what the chair tells it alone, and as an alert", () => {
    show({});
    expect(hidden(".podium-told")).toBe(true);
    show({ version: 2, podium: { ...nothing, message: "Please conclude" } });
    expect([hidden(".podium-told"), text(".podium-told")]).toEqual([false, "From the chair Please conclude"]);
    expect(root.querySelector(".podium-told")?.getAttribute("role")).toBe("alert");
  });

  test("lists what the floor asked, by whom it was asked of", () => {
    show({});
    expect(text(".podium-nothing")).toBe("No questions yet");
    show({
      version: 2,
      podium: {
        ...nothing,
        questions: [
          { to: "Dennis Sinyolo", questions: [{ text: "How is it funded?", from: "Fiji" }, { text: "", from: "" }] },
          { to: null, questions: [{ text: "By when?", from: "" }] },
        ],
      },
    });
    expect([...root.querySelectorAll(".podium-asked-of")].map((of) => of.textContent)).toEqual(["Dennis Sinyolo", "To the panel"]);
    expect([...root.querySelectorAll(".podium-question")].map((of) => of.textContent)).toEqual(["How is it funded? (Fiji)", "…", "By when?"]);
  });

  test("says who follows, else what the programme has, and shows the guiding questions", () => {
    show({ onDeck: [{ name: "A", delegation: "X" }, { name: "", delegation: "Y" }], podium: { ...nothing, topics: ["Why?"] } });
    expect([text(".podium-next"), text(".podium-topic"), hidden(".podium-about")]).toEqual(["To be followed by A · Y", "Why?", false]);
    show({ version: 2, next: { kind: "Break", title: null, theme: null, at: "13:00" } });
    expect([text(".podium-next"), hidden(".podium-about")]).toEqual(["Next in the programme 13:00 Break", true]);
    show({ version: 3, speaker, clock: running(1000), next: { kind: "Break", title: null, theme: null, at: "13:00" } });
    expect(hidden(".podium-next")).toBe(true);
  });
});
