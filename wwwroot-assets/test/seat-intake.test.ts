// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { wordsFor } from "../src/messages.ts";
import { mountSeat } from "../src/seat-view.ts";
import type { Answer } from "../src/commands.ts";
import type { Seat, SeatIntake } from "../src/view.ts";
import { HandTime, settled } from "./clocks.ts";
import { freeSeat, nobody, Source } from "./views.ts";

const minute = 60_000;

let root: HTMLElement;
let source: Source;
let time: HandTime;
let answer: (answer: Answer) => void;

const text = (selector: string) => root.querySelector(selector)?.textContent;
const asks = () => !root.querySelector<HTMLButtonElement>(".seat-ask")!.hidden;
const heading = () => text(".seat-heading");
const intake = (given: Partial<SeatIntake>): SeatIntake => ({
  mayAsk: true,
  opensAt: null,
  opensOn: null,
  opensInMs: null,
  closesAt: null,
  closesOn: null,
  closesInMs: null,
  ...given,
});
const closesIn = (ms: number) => intake({ closesAt: "11:20", closesInMs: ms });
const show = (seat: Partial<Seat>, ageMs = 0) =>
  source.show({ view: { ...nobody, version: 5, seat: { ...freeSeat, ...seat } }, atMonotonicMs: time.now() - ageMs });

beforeEach(() => {
  root = document.createElement("main");
  document.body.replaceChildren(root);
  source = new Source();
  time = new HandTime();
  mount("en");
});

function mount(language: string): void {
  mountSeat({ root, source, words: wordsFor(language), time }, () => new Promise((resolve) => (answer = resolve)));
}

describe("The outlook of whoever waits", () => {
  const line = () => root.querySelector<HTMLElement>(".seat-outlook")!;
  const waits = { id: "1", state: "Pending" as const, raisedAtUnixMs: 1 };

  test("is said in plain words beside that asking is not being called", () => {
    show({ mayAsk: false, request: waits, outlook: "AtRisk" });
    expect([heading(), text(".seat-sentence"), line().hidden]).toEqual(["Your request has reached the chair", "Asking is not being called: the chair chooses the order.", false]);
    expect(line().textContent).toBe("More have asked than there may be time for in this panel.");
  });

  test("goes when the request is announced or over", () => {
    for (const state of ["OnDeck", "Lapsed"] as const) {
      show({ mayAsk: false, request: { ...waits, state }, outlook: null });
      expect(line().hidden).toBe(true);
    }
  });
});

describe("A hearing that takes requests from those in the room", () => {
  test("says so to whoever is not checked in, and offers the button from then on", () => {
    show({ mayAsk: false, checkInFirst: true });
    expect([asks(), heading()]).toEqual([false, "Please check in first"]);
    expect(text(".seat-sentence")).toContain("Show your ticket at the entrance");
    show({ mayAsk: true, checkInFirst: false });
    expect(asks()).toBe(true);
  });
});

describe("Requests that are taken for a while", () => {
  test("close on the page at the very instant, with nothing from the server", () => {
    show({ intake: closesIn(10 * minute) });
    expect([asks(), text(".seat-intake")]).toEqual([true, "Requests are taken until 11:20"]);
    time.pass(10 * minute - 1);
    expect(asks()).toBe(true);
    time.pass(1);
    expect([asks(), heading()]).toEqual([false, "Requests closed at 11:20"]);
    expect(text(".seat-sentence")).toBe("If you still wish to take the floor, please speak to the secretariat.");
    expect(text('[role="status"].visually-hidden')).toContain("Requests closed at 11:20");
  });

  test("open on the page at the very instant, and close on it again", () => {
    show({ mayAsk: false, intake: intake({ opensAt: "10:00", opensInMs: 5 * minute, closesAt: "11:20", closesInMs: 85 * minute }) });
    expect([asks(), heading()]).toEqual([false, "Requests open at 10:00"]);
    time.pass(5 * minute - 1);
    expect(asks()).toBe(false);
    time.pass(1);
    expect([asks(), text(".seat-ask")]).toEqual([true, "Ask for the floor"]);
    time.pass(80 * minute);
    expect([asks(), heading()]).toEqual([false, "Requests closed at 11:20"]);
  });

  test("are reckoned from when the view was true, not from when it came", () => {
    show({ intake: closesIn(1_000) }, 900);
    time.pass(99);
    expect(asks()).toBe(true);
    time.pass(1);
    expect(asks()).toBe(false);
  });

  test("follow the server when somebody sets another time", () => {
    show({ intake: closesIn(minute) });
    show({ intake: closesIn(10 * minute) });
    time.pass(9 * minute);
    expect(asks()).toBe(true);
    show({ intake: null });
    time.pass(minute);
    expect([asks(), text(".seat-intake")]).toEqual([true, ""]);
  });

  test("say the day where it is another one", () => {
    show({ mayAsk: false, intake: intake({ opensAt: "10:00", opensOn: "2017-07-27", opensInMs: 90_000_000 }) });
    expect(heading()).toBe("Requests open at 10:00 (Thursday 27 July)");
    root.replaceChildren();
    mount("fr");
    show({ mayAsk: false, intake: intake({ opensAt: "10:00", opensOn: "2017-07-27", opensInMs: 90_000_000 }) });
    expect(heading()).toBe("Les demandes seront reçues à partir de 10:00 (jeudi 27 juillet)");
  });

  test("say so as well to somebody who might ask again", () => {
    show({ mayAsk: true, request: { id: "r-1", state: "Withdrawn", raisedAtUnixMs: 0 }, intake: closesIn(minute) });
    expect([asks(), text(".seat-intake")]).toEqual([true, "Requests are taken until 11:20"]);
    time.pass(minute);
    expect([asks(), heading(), text(".seat-intake")]).toEqual([false, "You have withdrawn your request", "Requests closed at 11:20"]);
  });

  test("are nothing to somebody who may not ask at all, nor to one who waits", () => {
    show({ mayAsk: false, intake: { ...closesIn(-minute), mayAsk: false } });
    expect(heading()).toBe("Requests are not open at the moment");
    show({ mayAsk: false, request: { id: "r-1", state: "Pending", raisedAtUnixMs: 0 }, intake: { ...closesIn(minute), mayAsk: false } });
    time.pass(2 * minute);
    expect([heading(), text(".seat-intake")]).toEqual(["Your request has reached the chair", ""]);
  });

  test("that close while a tap is on its way take back no promise, for none was made", async () => {
    show({ intake: closesIn(1_000) });
    root.querySelector<HTMLButtonElement>(".seat-ask")!.click();
    time.pass(2_000);
    expect(heading()).toBe("Sending your request…");
    answer({ accepted: false, sentence: "Requests for “Panel 1” closed at 11:20." });
    await settled();
    expect([heading(), text(".seat-refusal")]).toEqual(["Requests closed at 11:20", "Requests for “Panel 1” closed at 11:20."]);
  });
});
