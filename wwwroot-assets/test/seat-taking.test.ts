// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { wordsFor } from "../src/messages.ts";
import { mountSeat } from "../src/seat-view.ts";
import type { Answer, Command } from "../src/commands.ts";
import type { Person } from "../src/seat-people.ts";
import type { Seat } from "../src/view.ts";
import { HandTime, settled } from "./clocks.ts";
import { freeSeat, nobody, Source } from "./views.ts";

const mina = { participantId: "p-7", name: "Mina Park", delegation: "Green Coast" };
const empty: Partial<Seat> = { participant: null, mayAsk: false, mayTake: true };

let root: HTMLElement;
let source: Source;
let people: Person[] | null;
let asked: string[];
let sent: { command: Command; answer: (answer: Answer) => Promise<void> }[];

const element = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector)!;
const text = (selector: string) => element(selector).textContent;
const isShown = (selector: string) => element(selector).closest("[hidden]") === null;
const show = (seat: Partial<Seat>, version = 5) => source.show({ view: { ...nobody, version, seat: { ...freeSeat, ...seat } }, atMonotonicMs: 0 });

async function look(name: string): Promise<void> {
  element<HTMLInputElement>(".taking-name").value = name;
  element(".taking-search").click();
  await settled();
}

beforeEach(() => {
  root = document.createElement("main");
  document.body.replaceChildren(root);
  source = new Source();
  people = [mina];
  asked = [];
  sent = [];
  const submit = (_: string, command: Command) =>
    new Promise<Answer>((resolve) => sent.push({ command, answer: (answer) => (resolve(answer), settled()) }));
  const find = (hearing: string, seat: string, name: string) => (asked.push(`${hearing} ${seat} ${name}`), Promise.resolve(people));
  mountSeat({ root, source, words: wordsFor("en"), time: new HandTime() }, submit, null, find);
});

describe("A seat that nobody has", () => {
  test("is taken by whoever finds themselves by name and confirms", async () => {
    show(empty);
    await look(" min ");
    expect(asked).toEqual([`${nobody.hearing} C-14 min`]);
    element(".taking-person").click();
    expect(text(".taking-question")).toBe("You are \u2068Mina Park\u2069, \u2068Green Coast\u2069?");
    expect(sent).toEqual([]);
    element(".taking-yes").click();
    element(".taking-yes").click();
    expect(sent.map(({ command }) => command)).toEqual([{ id: expect.any(String), type: "take-seat", seat: "C-14", participantId: "p-7" }]);
    await sent[0]?.answer({ accepted: true, version: 6 });
    show({ participant: { name: "Mina Park", delegation: "Green Coast" }, mayLeave: true }, 6);
    expect(isShown(".taking-form")).toBe(false);
    expect(isShown(".taking-confirm")).toBe(false);
    expect(isShown(".seat-ask")).toBe(true);
  });

  test("is not taken by who is somebody else", async () => {
    show(empty);
    await look("min");
    element(".taking-person").click();
    element(".taking-no").click();
    expect(isShown(".taking-form")).toBe(true);
    expect(isShown(".taking-people")).toBe(true);
    expect(sent).toEqual([]);
  });

  test("says it when nobody is found, when the server does not answer, and when one letter is not enough", async () => {
    show(empty);
    await look("m");
    expect([text(".taking-told"), asked]).toEqual(["Please type more of your name.", []]);
    people = [];
    await look("mo");
    expect(text(".taking-told")).toContain("Nobody of that name without a seat was found.");
    people = null;
    await look("mo");
    expect(text(".taking-told")).toBe("The server did not answer. Please try again.");
    people = [mina];
    await look("mi");
    expect(isShown(".taking-told")).toBe(false);
  });

  test("says in the server's words why somebody may not sit there", async () => {
    show(empty);
    await look("min");
    element(".taking-person").click();
    element(".taking-yes").click();
    await sent[0]?.answer({ accepted: false, sentence: "Mina Park has another seat already." });
    expect(text(".taking-told")).toBe("Mina Park has another seat already.");
    expect(isShown(".taking-form")).toBe(true);
  });
});

describe("While it is being sent", () => {
  async function sending(): Promise<void> {
    show(empty);
    await look("min");
    element(".taking-person").click();
    element(".taking-yes").click();
  }

  test("nobody else is chosen", async () => {
    await sending();
    element(".taking-no").click();
    expect(isShown(".taking-confirm")).toBe(true);
    expect(element(".taking-no").getAttribute("aria-disabled")).toBe("true");
  });

  test("a refusal is read though somebody else has the seat by now, and goes with the next change", async () => {
    await sending();
    show({ participant: { name: "Chen", delegation: "Fiji" }, mayTake: false, mayLeave: false }, 6);
    await sent[0]?.answer({ accepted: false, sentence: "Somebody has seat C-14 already." });
    expect([isShown(".taking-told"), text(".taking-told"), isShown(".taking-form")]).toEqual([true, "Somebody has seat C-14 already.", false]);
    show({ mayLeave: true }, 7);
    expect(isShown(".taking-told")).toBe(false);
  });

  test("the focus goes on to what is there: the field after a refusal, the heading when it is done", async () => {
    await sending();
    await sent[0]?.answer({ accepted: false, sentence: "No." });
    expect(document.activeElement).toBe(element(".taking-name"));
    await look("min");
    element(".taking-person").click();
    element(".taking-yes").click();
    await sent[1]?.answer({ accepted: true, version: 8 });
    show({ mayLeave: true }, 8);
    expect(document.activeElement).toBe(element(".seat-heading"));
  });
});

describe("A seat that somebody has", () => {
  test("offers nothing of this where the secretariat assigned it", () => {
    show({});
    expect(isShown(".taking")).toBe(false);
  });

  test("is left by who took it by mistake", () => {
    show({ mayLeave: true });
    element(".taking-leave").click();
    expect(sent[0]?.command).toEqual({ id: expect.any(String), type: "leave-seat", seat: "C-14" });
  });
});

describe("What a request is about", () => {
  const panel = { id: "panel-1", title: "Panel 1", topics: [{ id: "t-1", text: "Rights and goals?" }, { id: "t-2", text: "Borders?" }] };

  test("is asked, and need not be said", () => {
    show({ panel });
    element(".seat-ask").click();
    expect(sent[0]?.command).toEqual({ id: expect.any(String), type: "raise-request", seat: "C-14" });
  });

  test("goes with the request and is shown with it", async () => {
    show({ panel });
    element<HTMLSelectElement>(".seat-topic-field").value = "t-2";
    show({ panel }, 6);
    element(".seat-ask").click();
    expect(sent[0]?.command).toEqual({ id: expect.any(String), type: "raise-request", seat: "C-14", topicId: "t-2" });
    await sent[0]?.answer({ accepted: true, version: 7 });
    show({ panel, mayAsk: false, request: { id: "r-1", state: "Pending", raisedAtUnixMs: 0, topic: "t-2" } }, 7);
    expect(isShown(".seat-topic")).toBe(false);
    expect(text(".seat-about")).toBe("Borders?");
  });

  test("is not asked where the panel has no guiding questions", () => {
    show({ panel: { ...panel, topics: [] } });
    expect(isShown(".seat-topic")).toBe(false);
  });

  test("is forgotten with the panel", () => {
    show({ panel });
    element<HTMLSelectElement>(".seat-topic-field").value = "t-2";
    show({ panel: { id: "panel-2", title: "Panel 2", topics: [{ id: "t-2", text: "Other?" }] } }, 6);
    element(".seat-ask").click();
    expect(sent[0]?.command).toEqual({ id: expect.any(String), type: "raise-request", seat: "C-14" });
  });
});
