// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { wordsFor } from "../src/messages.ts";
import { seatState, type Pending } from "../src/seat-state.ts";
import { mountSeat } from "../src/seat-view.ts";
import type { Answer, Command } from "../src/commands.ts";
import type { FloorView, RequestState, Seat } from "../src/view.ts";
import { HandTime, settled } from "./clocks.ts";
import { freeSeat, nobody, running, Source, speaker } from "./views.ts";

let root: HTMLElement;
let source: Source;
let time: HandTime;
let sent: { command: Command; trouble: () => void; answer: (answer: Answer) => Promise<void> }[];

const text = (selector: string) => root.querySelector(selector)?.textContent;
const button = (selector: string) => root.querySelector<HTMLButtonElement>(selector)!;
const offered = () => [".seat-ask", ".seat-withdraw"].filter((selector) => !button(selector).hidden);
const show = (seat: Partial<Seat>, view: Partial<FloorView> = {}) =>
  source.show({ view: { ...nobody, version: 5, ...view, seat: { ...freeSeat, ...seat } }, atMonotonicMs: time.now() });
const request = (state: RequestState, mayAsk = false): Partial<Seat> => ({ mayAsk, request: { id: "r-1", state, raisedAtUnixMs: 0 } });

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

describe("Asking for the floor", () => {
  test("starts from one button that says so, and from whose seat it is", () => {
    show({});
    expect(text(".seat-label")).toBe("Seat C-14");
    expect(text(".seat-holder")).toBe("Dennis Sinyolo");
    expect(text(".seat-ask")).toBe("Ask for the floor");
    expect(offered()).toEqual([".seat-ask"]);
  });

  test("claims nothing before the server has answered", async () => {
    show({});
    button(".seat-ask").click();
    expect(text(".seat-heading")).toBe("Sending your request…");
    sent[0]?.trouble();
    expect(text(".seat-heading")).toBe("Not sent yet – we keep trying");
    await sent[0]?.answer({ accepted: true, version: 6 });
    expect(text(".seat-state")).toContain("Your request has reached the chair");
    expect(text(".seat-state")).toContain("Asking is not being called: the chair chooses the order.");
  });

  test("three taps are one request", () => {
    show({});
    for (let i = 0; i < 3; i++) button(".seat-ask").click();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.command).toEqual({ id: expect.any(String), type: "raise-request", seat: "C-14" });
  });

  test("an accepted request does not fall back to the button when an older view follows", async () => {
    show({});
    button(".seat-ask").click();
    await sent[0]?.answer({ accepted: true, version: 7 });
    show({}, { version: 6 });
    expect(offered()).toEqual([]);
    show(request("Pending"), { version: 7 });
    expect(offered()).toEqual([".seat-withdraw"]);
  });

  test("a refusal is said in the server's words, and the button is back", async () => {
    show({});
    button(".seat-ask").click();
    await sent[0]?.answer({ accepted: false, sentence: "Requests for this panel are closed." });
    expect(text(".seat-refusal")).toBe("Requests for this panel are closed.");
    expect(offered()).toEqual([".seat-ask"]);
    button(".seat-ask").click();
    expect(root.querySelector<HTMLElement>(".seat-refusal")?.hidden).toBe(true);
    expect(sent[1]?.command.id).not.toBe(sent[0]?.command.id);
  });

  test("the focus does not get lost with the button", () => {
    show({});
    button(".seat-ask").focus();
    button(".seat-ask").click();
    expect(document.activeElement).toBe(root.querySelector(".seat-heading"));
  });
});

test("Withdrawing names the request, and is done when the server says so", async () => {
  show(request("Pending"));
  button(".seat-withdraw").click();
  expect(sent[0]?.command).toEqual({ id: expect.any(String), type: "withdraw-request", requestId: "r-1" });
  expect(text(".seat-withdraw")).toBe("Withdrawing…");
  expect(text(".seat-heading")).toBe("Your request has reached the chair");
  await sent[0]?.answer({ accepted: true, version: 6 });
  expect(text(".seat-heading")).toBe("You have withdrawn your request");
});

describe("What has become of a request", () => {
  test.each<[string, Partial<Seat>, string, string[]]>([
    ["saved", request("Pending"), "Your request has reached the chair", [".seat-withdraw"]],
    ["on deck", request("OnDeck"), "Be ready", [".seat-withdraw"]],
    ["recognised", request("Recognised"), "You have been called", []],
    ["withdrawn", request("Withdrawn", true), "You have withdrawn your request", [".seat-ask"]],
    ["declined", request("Declined"), "The chair could not give you the floor this time", []],
    ["deferred", request("Deferred"), "The chair has put your request off", [".seat-withdraw"]],
    ["lapsed", request("Lapsed", true), "This part of the hearing has ended", [".seat-ask"]],
    ["done", { ...request("Recognised", true), done: { spokenMs: 161_000 } }, "Thank you", [".seat-ask"]],
    ["closed", { mayAsk: false }, "Requests are not open at the moment", []],
  ])("is told when it is %s", (_, seat, heading, buttons) => {
    show(seat);
    expect(text(".seat-heading")).toBe(heading);
    expect(offered()).toEqual(buttons);
  });

  test("A new request after an intervention is told before the thanks for the last one", () => {
    show({ ...request("Pending"), done: { spokenMs: 161_000 } });
    expect(text(".seat-heading")).toBe("Your request has reached the chair");
  });

  test("the thanks say how long it was", () => {
    show({ ...request("Declined"), done: { spokenMs: 161_999 } });
    expect(text(".seat-sentence")).not.toContain("You spoke");
    show({ done: { spokenMs: 161_999 } });
    expect(text(".seat-sentence")).toBe("You spoke for 2:41.");
  });
});

describe("Having the floor", () => {
  test("shows the speaker's own countdown and interrupts at its end", () => {
    vi.stubGlobal("navigator", { vibrate: vi.fn() });
    show(request("OnDeck"));
    show({ ...request("Recognised"), hasFloor: true }, { version: 6, speaker, clock: running(1_000) });
    expect([text(".seat-heading"), text(".seat-digits"), text(".seat-clock-word")]).toEqual(["You have the floor", "0:01", "Last 30 seconds"]);
    expect(navigator.vibrate).toHaveBeenCalledTimes(1);
    time.pass(1_000);
    expect(text('[role="alert"].visually-hidden')).toBe("Time. Please conclude.");
    expect(navigator.vibrate).toHaveBeenCalledTimes(2);
    time.pass(5_000);
    expect(navigator.vibrate).toHaveBeenCalledTimes(2);
    vi.unstubAllGlobals();
  });

  test("does not buzz on a phone that was never tapped: the browser forbids it and complains", () => {
    vi.stubGlobal("navigator", { vibrate: vi.fn(), userActivation: { hasBeenActive: false } });
    show(request("OnDeck"));
    show({ ...request("Recognised"), hasFloor: true }, { version: 6, speaker, clock: running(1_000) });
    expect(navigator.vibrate).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  test("of somebody else is shown small, without the large digits", () => {
    show({}, { speaker, clock: running(90_000) });
    expect(text(".seat-speaker")).toContain("H.E. Mr. Peter Thomson – Fiji");
    expect(root.querySelector<HTMLElement>(".seat-digits")?.hidden).toBe(true);
  });
});

describe("Being interrupted by a point of order", () => {
  const waiting = { ...request("Recognised"), interrupted: true };

  test("is said for what it is, and nothing is offered meanwhile", () => {
    show(waiting, { speaker: { ...speaker, kind: "PointOfOrder" }, clock: running(90_000) });
    expect(root.dataset["state"]).toBe("interrupted");
    expect([text(".seat-heading"), text(".seat-sentence")]).toEqual([
      "A point of order is being heard",
      "Your time stands still; you go on afterwards.",
    ]);
    expect(offered()).toEqual([]);
  });

  test("thanks nobody for what they said in between, and is stronger than anything that is being sent", () => {
    const pending: Pending = { type: "raise-request", status: "retrying", version: 0 };
    const seat = { ...freeSeat, ...waiting, done: { spokenMs: 1_000 } };
    expect(seatState({ ...nobody, seat }, pending)).toBe("interrupted");
  });
});

test("A visitor without a seat reads the server's sentence and is led to where one signs in", () => {
  const refused = () => source.tell({ state: "refused", sentence: "You have no seat in this hearing." });
  refused();
  expect(text(".seat-mark .mark-sentence")).toBe("You have no seat in this hearing.");
  const enter = root.querySelector<HTMLAnchorElement>(".seat-mark a")!;
  expect([enter.textContent, enter.getAttribute("href")]).toEqual(["Sign in with a code", "/enter"]);
  enter.focus();
  refused();
  expect(document.activeElement).toBe(enter);
  source.tell({ state: "reconnecting" });
  expect(text(".seat-mark")).toBe("Reconnecting…");
});

test("Having the floor is stronger than anything that is being sent", () => {
  const pending: Pending = { type: "raise-request", status: "retrying", version: 0 };
  expect(seatState({ ...nobody, seat: { ...freeSeat, hasFloor: true } }, pending)).toBe("floor");
});
