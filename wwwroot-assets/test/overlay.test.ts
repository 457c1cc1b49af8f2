// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { mountOverlay } from "../src/overlay-view.ts";
import { colourIn, optionsIn, wholeIn } from "../src/options.ts";
import type { FloorView } from "../src/view.ts";
import { HandTime } from "./clocks.ts";
import { nobody, running, Source, speaker } from "./views.ts";

let root: HTMLElement;
let source: Source;
let time: HandTime;
const text = (selector: string) => root.querySelector(selector)?.textContent;
const onAir = () => root.hasAttribute("data-on-air");
const show = (view: Partial<FloorView>) => source.show({ view: { ...nobody, ...view }, atMonotonicMs: time.now() });

beforeEach(() => mount(""));

function mount(search: string): void {
  root = document.createElement("main");
  source = new Source();
  time = new HandTime();
  mountOverlay({ root, source, time }, search);
  source.tell({ state: "connected" });
}

describe("The lower third", () => {
  test("names who has the floor, as whom and for whom, and is nothing without them", () => {
    expect(onAir()).toBe(false);
    show({ speaker: { ...speaker, designation: "President of the General Assembly" }, clock: running(90_000) });
    expect([onAir(), text(".overlay-name"), text(".overlay-designation"), text(".overlay-delegation")]).toEqual([
      true,
      "H.E. Mr. Peter Thomson",
      "President of the General Assembly",
      "Fiji",
    ]);
    show({ version: 2 });
    expect([onAir(), text(".overlay-name")]).toEqual([false, "H.E. Mr. Peter Thomson"]);
  });

  test("goes off the air with the screens of the room", () => {
    show({ speaker, blackout: true });
    expect(onAir()).toBe(false);
  });

  test("is taken off once the line has been gone for a while, and is back with it", () => {
    show({ speaker });
    source.tell({ state: "reconnecting" });
    time.pass(9_999);
    expect(onAir()).toBe(true);
    time.pass(1);
    expect(onAir()).toBe(false);
    source.tell({ state: "connected" });
    expect(onAir()).toBe(true);
    time.pass(60_000);
    expect(onAir()).toBe(true);
  });

  test("has its place, size, colours and clock from the address, and ignores what it does not understand", () => {
    mount("?position=end&edge=top&size=150&ink=ffcc00&ground=%23000&accent=red;x&clock=on&show=name,delegation");
    expect([root.dataset["position"], root.dataset["edge"], root.dataset["hide"]]).toEqual(["end", "top", "designation"]);
    expect(["--overlay-size", "--overlay-ink", "--overlay-ground", "--overlay-accent"].map((name) => root.style.getPropertyValue(name))).toEqual(["1.5", "#ffcc00", "#000", ""]);
    mount("?position=middle&size=9999&clock=maybe");
    expect([root.dataset["position"], root.dataset["hide"], root.style.getPropertyValue("--overlay-size")]).toEqual(["start", "clock", ""]);
  });
});

describe("The address of a screen", () => {
  test("says theme, clock and parts", () => {
    expect(optionsIn("?theme=dark&clock=off&show=next, message")).toEqual({ theme: "dark", clock: false, show: new Set(["next", "message"]), chime: false });
    expect(optionsIn("?theme=pink&clock=")).toEqual({ theme: null, clock: null, show: null, chime: false });
  });

  test("takes colours and whole numbers and nothing that could be more than that", () => {
    expect(["abc", "#a1b2c3", "a1b2c3d4", "12345", "url(x)", "", null].map(colourIn)).toEqual(["#abc", "#a1b2c3", "#a1b2c3d4", null, null, null, null]);
    expect(["50", "200", "49", "1e2", "-1", null].map((n) => wholeIn(n, 50, 200))).toEqual([50, 200, null, null, null, null]);
  });
});
