// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { mountChamber } from "../src/chamber-view.ts";
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
  mountChamber({ root, source, words: wordsFor("en"), time });
});

describe("The chamber screen", () => {
  test("says that it connects before it knows anything", () => {
    source.tell({ state: "connecting" });
    expect(root.dataset["scene"]).toBe("connecting");
    expect(text(".chamber-mark")).toBe("Connecting…");
  });

  test("shows who has the floor and counts down by itself", () => {
    show({ speaker, clock: running(31_000) });
    expect(text(".chamber-name")).toBe("H.E. Mr. Peter Thomson");
    expect(text(".chamber-delegation")).toBe("Fiji");
    expect(text(".chamber-digits")).toBe("0:31");
    time.pass(1_000);
    expect([text(".chamber-digits"), text(".chamber-word"), root.dataset["phase"]]).toEqual(["0:30", "Last 30 seconds", "Warning"]);
    time.pass(30_000);
    expect([text(".chamber-digits"), text(".chamber-word"), root.dataset["phase"]]).toEqual(["0:00", "TIME – please conclude", "Expired"]);
  });

  test("never cuts a name, and lets it bring its own direction", () => {
    const name = "ممثلة المنظمة العربية لحقوق الإنسان ".repeat(3).trim();
    show({ speaker: { ...speaker, style: "", name }, clock: running(90_000) });
    expect(text(".chamber-name")).toBe(name);
    expect(root.querySelector<HTMLElement>(".chamber-name bdi")?.dir).toBe("auto");
    expect(root.querySelector<HTMLElement>(".chamber-digits")?.dir).toBe("ltr");
  });

  test("puts the delegation in the place of a name that is not known", () => {
    show({ speaker: { ...speaker, name: "", style: "" }, clock: running(90_000) });
    expect(text(".chamber-name")).toBe("Fiji");
    expect(root.querySelector<HTMLElement>(".chamber-delegation")?.hidden).toBe(true);
  });

  test("takes markup in a name for what it is: text", () => {
    show({ speaker: { ...speaker, style: "", name: "<img src=x>" }, clock: null });
    expect(text(".chamber-name")).toBe("<img src=x>");
    expect(root.querySelector("img")).toBeNull();
  });

  test("shows the panel between two speakers", () => {
    show({});
    expect(root.dataset["scene"]).toBe("between");
    expect([text(".chamber-title"), text(".chamber-theme"), text(".chamber-panel-phase")]).toEqual([
      "Panel 1",
      "Human rights of all migrants",
      "Interactive exchange",
    ]);
  });

  test("shows the whole limit, still, before the clock is started", () => {
    show({ speaker, clock: running(180_000, { state: "NotStarted" }) });
    time.pass(5_000);
    expect([text(".chamber-digits"), text(".chamber-word")]).toEqual(["3:00", "Not started"]);
  });

  test("says what is not an intervention", () => {
    show({ speaker: { ...speaker, kind: "PointOfOrder" }, clock: running(90_000) });
    expect(text(".chamber-word")).toBe("Point of order");
  });

  test("names only those whom the chair has announced", () => {
    show({ speaker, clock: running(90_000), onDeck: [{ name: "Alice Thomas", delegation: "Refugees International" }], requestsWaiting: 12 });
    expect(text(".chamber-next")).toBe("To be followed by Alice Thomas");
    expect(root.textContent).not.toContain("12");
  });

  test("gives a message the whole screen, and only a band while somebody speaks", () => {
    show({ message: "The meeting will resume at 3 p.m." });
    expect(root.dataset["scene"]).toBe("message");
    show({ message: "Please slow down", speaker, clock: running(90_000) });
    expect(root.dataset["scene"]).toBe("floor");
    expect(root.hasAttribute("data-message")).toBe(true);
    show({ speaker, clock: running(90_000) });
    expect(root.hasAttribute("data-message")).toBe(false);
  });

  test("shows when the meeting goes on between two speakers, under a message too, and not while somebody speaks", () => {
    show({ resumesAt: "15:00" });
    expect(root.dataset["scene"]).toBe("pause");
    show({ resumesAt: "15:00", message: "Lunch is served on the first floor" });
    expect(root.dataset["scene"]).toBe("message");
    show({ resumesAt: "15:00", speaker, clock: running(90_000) });
    expect(root.dataset["scene"]).toBe("floor");
    show({ resumesAt: "15:00", blackout: true });
    expect(root.dataset["scene"]).toBe("black");
  });

  test("goes black and comes back", () => {
    show({ speaker, clock: running(-5_000), blackout: true });
    expect(root.dataset["scene"]).toBe("black");
    show({ speaker, clock: running(-5_000) });
    expect(root.dataset["scene"]).toBe("floor");
  });

  test("keeps counting the last picture when the line is cut", () => {
    show({ speaker, clock: running(90_000) });
    source.tell({ state: "reconnecting" });
    time.pass(5_000);
    expect(text(".chamber-digits")).toBe("1:25");
    expect(text(".chamber-mark")).toBe("Reconnecting…");
    source.tell({ state: "connected" });
    expect(root.querySelector<HTMLElement>(".chamber-mark")?.hidden).toBe(true);
  });

  test("has silent digits and one voice beside them", () => {
    expect(root.querySelector(".chamber-digits")?.getAttribute("role")).toBe("timer");
    expect(root.querySelectorAll('[role="status"]')).toHaveLength(1);
  });
});
