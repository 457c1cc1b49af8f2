// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { msToNextTaking, takingAt } from "../src/intake.ts";
import { wordsFor } from "../src/messages.ts";
import { mountSeat } from "../src/seat-view.ts";
import type { Answer, Command } from "../src/commands.ts";
import type { FloorView, Intake, RequestState, Seat, Unheard } from "../src/view.ts";
import { HandTime, settled } from "./clocks.ts";
import { freeSeat, nobody, Source } from "./views.ts";

let root: HTMLElement;
let source: Source;
let time: HandTime;
let sent: { command: Command; trouble: () => void; answer: (answer: Answer) => Promise<void> }[];

const text = (selector: string) => root.querySelector(selector)?.textContent;
const field = () => root.querySelector<HTMLTextAreaElement>("textarea")!;
const isOffered = () => !root.querySelector<HTMLButtonElement>(".seat-ask")!.hidden;
const at = (inMs: number | null) => (inMs === null ? null : nobody.serverUnixMs + inMs);
const times = (opensInMs: number | null, closesInMs: number | null): Intake => ({
  opensAtUnixMs: at(opensInMs),
  closesAtUnixMs: at(closesInMs),
  opensAt: opensInMs === null ? null : "10:00",
  closesAt: closesInMs === null ? null : "11:20",
});
const show = (seat: Partial<Seat>, view: Partial<FloorView> = {}) =>
  source.show({ view: { ...nobody, version: 5, ...view, seat: { ...freeSeat, ...seat } }, atMonotonicMs: time.now() });
const request = (state: RequestState, mayAsk = false): Partial<Seat> => ({ mayAsk, request: { id: "r-1", state, raisedAtUnixMs: 0 } });
const lapsed = (...unheard: Unheard[]): Partial<Seat> => ({ ...request("Lapsed"), unheard });

beforeEach(() => {
  root = document.createElement("main");
  document.body.replaceChildren(root);
  source = new Source();
  time = new HandTime();
  sent = [];
  mountSeat({ root, source, words: wordsFor("en"), time }, (_, command, trouble) => {
    return new Promise((resolve) =>
      sent.push({
        command,
        trouble,
        answer: async (answer) => {
          resolve(answer);
          await settled();
        },
      }),
    );
  });
});

test.each([
  [null, null, 0, "open", null],
  [10, null, 9, "notYet", 1],
  [10, null, 10, "open", null],
  [null, 10, 9, "open", 1],
  [null, 10, 10, "over", null],
  [10, 20, 5, "notYet", 5],
  [10, 20, 15, "open", 5],
] as const)("From %s to %s it is, at %s, %s", (opens, closes, now, taking, next) => {
  const intake = { opensAtUnixMs: opens, closesAtUnixMs: closes, opensAt: null, closesAt: null };
  expect([takingAt(intake, now), msToNextTaking(intake, now)]).toEqual([taking, next]);
});

describe("The intake of a panel", () => {
  test("opens on the page by itself, at its instant and without a word from the server", () => {
    show({ intake: times(60_000, null) });
    expect([text(".seat-heading"), isOffered()]).toEqual(["Requests open at 10:00", false]);
    time.pass(59_999);
    expect(isOffered()).toBe(false);
    time.pass(1);
    expect([root.dataset["state"], isOffered()]).toEqual(["free", true]);
  });

  test("is told to close, and closes", () => {
    show({ intake: times(null, 60_000) });
    expect([text(".seat-intake"), isOffered()]).toEqual(["Requests close at 11:20.", true]);
    time.pass(60_000);
    expect([text(".seat-heading"), isOffered()]).toEqual(["Requests for this panel are closed", false]);
  });

  test("does not move with a view that comes late, because that says when it was true", () => {
    show({ intake: times(60_000, null) });
    time.pass(30_000);
    show({ intake: times(60_000, null) }, { serverUnixMs: nobody.serverUnixMs + 30_000 });
    time.pass(29_999);
    expect(isOffered()).toBe(false);
    time.pass(1);
    expect(isOffered()).toBe(true);
  });

  test("that was opened by hand is open at once, whatever had been announced", () => {
    show({ intake: times(60_000, null) });
    show({ intake: null });
    expect(isOffered()).toBe(true);
  });

  test("offers nobody to ask again once it has closed, and leaves what waits as it is", () => {
    show({ ...request("Withdrawn", true), intake: times(null, 60_000) });
    expect(isOffered()).toBe(true);
    time.pass(60_000);
    expect(isOffered()).toBe(false);
    show({ ...request("Pending"), intake: times(null, -1) });
    expect(text(".seat-heading")).toBe("Your request has reached the chair");
  });
});

describe("A wish that was not reached", () => {
  const unheard: Unheard = { requestId: "r-1", panel: "Panel 1", text: null };
  const type = (words: string) => {
    field().value = words;
    field().dispatchEvent(new Event("input", { bubbles: true }));
  };
  const handIn = () => root.querySelector<HTMLFormElement>(".seat-hand-in")!.dispatchEvent(new Event("submit", { cancelable: true }));

  test("may be handed in in writing, once, and is thanked for when the server has it", async () => {
    show(lapsed(unheard));
    expect(text(".seat-hand-in-heading")).toBe("Panel 1: you were not reached");
    handIn();
    expect(sent).toHaveLength(0);
    type(" Ratify it. ");
    handIn();
    handIn();
    expect(sent.map((s) => s.command)).toEqual([{ id: expect.any(String), type: "hand-in-contribution", requestId: "r-1", text: "Ratify it." }]);
    sent[0]?.trouble();
    expect(text(".seat-hand-in-told")).toBe("Not sent yet – we keep trying. Leave this page open.");
    await sent[0]?.answer({ accepted: true, version: 6 });
    expect([text(".seat-hand-in-told"), text(".seat-hand-in-send")]).toEqual(["Handed in. Thank you.", "Hand in again"]);
  });

  test("keeps what was typed when it is refused, and when views come", async () => {
    show(lapsed(unheard));
    type("Ratify");
    show(lapsed(unheard), { version: 6 });
    show(lapsed({ ...unheard, text: "From the desk" }), { version: 7 });
    expect(field().value).toBe("Ratify");
    handIn();
    await sent[0]?.answer({ accepted: false, sentence: "The hearing was put away." });
    expect([field().value, text(".seat-hand-in-told")]).toEqual(["Ratify", "The hearing was put away."]);
  });

  test("shows what the desk handed in for them", () => {
    show(lapsed({ ...unheard, text: "From the desk" }));
    expect([field().value, text(".seat-hand-in-send")]).toEqual(["From the desk", "Hand in again"]);
  });

  test("goes when the panel is opened again", () => {
    show(lapsed(unheard));
    show(request("Pending"), { version: 6 });
    expect(root.querySelector<HTMLElement>(".seat-unheard")!.hidden).toBe(true);
  });
});
