// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { wordsFor } from "../src/messages.ts";
import { makeWritten, type WrittenPart } from "../src/written.ts";
import type { Answer, Command } from "../src/commands.ts";
import type { Written } from "../src/view.ts";
import { settled } from "./clocks.ts";

let part: WrittenPart;
let sent: { command: Command; trouble: () => void; answer: (answer: Answer) => Promise<void> }[];

const offer: Written = { requestId: "r-1", panel: "Panel 1", handedInAt: null, characters: 0 };
const find = <T extends HTMLElement = HTMLElement>(selector: string) => part.element.querySelector<T>(selector)!;
const said = (selector: string) => (find(selector).hidden ? "" : find(selector).textContent);
const field = () => find<HTMLTextAreaElement>(".written-text");

function mount(): void {
  sent = [];
  part = makeWritten(
    wordsFor("en"),
    (command, trouble) =>
      new Promise((resolve) =>
        sent.push({
          command,
          trouble,
          answer: async (answer) => {
            resolve(answer);
            await settled();
          },
        }),
      ),
    sessionStorage,
  );
  document.body.replaceChildren(part.element);
}

function write(text: string): void {
  find(".written-open").click();
  field().value = text;
  field().dispatchEvent(new Event("input"));
}

const handIn = () => find<HTMLFormElement>("form").dispatchEvent(new Event("submit", { cancelable: true }));

beforeEach(() => {
  sessionStorage.clear();
  mount();
});

test("Somebody who was reached is offered nothing", () => {
  part.show(null);
  expect(part.element.hidden).toBe(true);
});

test("Whoever was not reached is told so and offered to write, and the keyboard goes where it is written", () => {
  part.show(offer);
  expect(said(".written-sentence")).toBe("Panel 1 ended before you could be called. You may hand in a written contribution instead.");
  find(".written-open").click();
  expect([document.activeElement, find("form").hidden]).toEqual([field(), false]);
  find(".written-not-now").click();
  expect(document.activeElement).toBe(find(".written-open"));
});

describe("Handing in", () => {
  test("sends the text for that request, once, and says what becomes of it", async () => {
    part.show(offer);
    write("  What I would have said.\n\nAll of it. ");
    handIn();
    handIn();
    expect(sent.map((s) => s.command)).toEqual([
      { id: expect.any(String), type: "hand-in-contribution", requestId: "r-1", text: "What I would have said.\n\nAll of it." },
    ]);
    expect([said(".written-hand-in"), field().readOnly]).toEqual(["Handing in…", true]);
    sent[0]!.trouble();
    expect(said(".written-hand-in")).toBe("Not handed in yet – we keep trying");
    await sent[0]!.answer({ accepted: true, version: 7 });
    expect([said(".written-received"), said(".written-open"), find("form").hidden]).toEqual(["Your contribution was received.", "Change my contribution", true]);
    part.show({ ...offer, handedInAt: "12:40", characters: 34 });
    expect(said(".written-received")).toBe("Your contribution was received (12:40).");
  });

  test("keeps the text when it is refused, and says why", async () => {
    part.show(offer);
    write("What I would have said.");
    handIn();
    await sent[0]!.answer({ accepted: false, sentence: "“Hearing” is archived." });
    expect([said(".written-refusal"), field().value, find("form").hidden, field().readOnly]).toEqual(["“Hearing” is archived.", "What I would have said.", false, false]);
    write("Shorter.");
    expect(said(".written-refusal")).toBe("");
  });

  test("again brings back what was written, to be changed", async () => {
    part.show(offer);
    write("First.");
    handIn();
    await sent[0]!.answer({ accepted: true, version: 7 });
    find(".written-open").click();
    expect(field().value).toBe("First.");
  });

  test("nothing, or too much, is told before anything is sent", () => {
    part.show(offer);
    write("   ");
    handIn();
    expect(said(".written-refusal")).toBe("Please write something first.");
    write("x".repeat(10_000));
    expect(said(".written-count")).toBe("10,000 of 10,000 characters");
    write("x".repeat(10_001));
    expect(said(".written-count")).toBe("10,001 of 10,000 characters: please shorten it");
    handIn();
    expect([said(".written-refusal"), sent, field().value.length]).toEqual(["It is longer than 10,000 characters. Please shorten it; nothing was lost.", [], 10_001]);
  });
});

describe("What is being written", () => {
  test("is still there when the page was loaded anew, and when the offer went away for a while", () => {
    part.show(offer);
    write("Half a sent");
    mount();
    part.show(offer);
    expect(field().value).toBe("Half a sent");
    part.show(null);
    part.show(offer);
    expect(field().value).toBe("Half a sent");
  });

  test("is not written over by a view that comes while somebody types", () => {
    part.show(offer);
    write("Half a sent");
    part.show({ ...offer });
    expect([field().value, find("form").hidden]).toEqual(["Half a sent", false]);
  });

  test("belongs to its request: another panel's begins with an empty field", () => {
    part.show(offer);
    write("For panel 1.");
    part.show({ ...offer, requestId: "r-2", panel: "Panel 2" });
    expect([field().value, find("form").hidden]).toEqual(["", true]);
  });
});
