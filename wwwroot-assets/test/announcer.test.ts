// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { Announcer } from "../src/announcer.ts";
import { faceOf } from "../src/face.ts";
import { wordsFor } from "../src/messages.ts";
import type { ClockState } from "../src/view.ts";
import { running } from "./views.ts";

function listen(interrupt: boolean, limitMs = 180_000, strict = true): { hear: (ms: number) => void; said: string[]; announcer: Announcer } {
  const announcer = new Announcer(wordsFor("en"));
  const said: string[] = [];
  const hear = (ms: number) => {
    const before = announcer.status.textContent + "|" + announcer.alert.textContent;
    announcer.hear(faceOf(running(ms, { limitMs, strict }), ms), "A", "A has the floor.", interrupt);
    const after = announcer.status.textContent + "|" + announcer.alert.textContent;
    if (after !== before) said.push(after);
  };
  return { announcer, said, hear };
}

test("A whole intervention is announced five times", () => {
  const { hear, announcer } = listen(false);
  const said = new Set<string>();
  for (let ms = 180_000; ms >= -20_000; ms -= 1_000) {
    hear(ms);
    said.add(announcer.status.textContent);
  }
  said.delete("");
  expect([...said]).toEqual(["A has the floor. 3 minutes.", "1 minute left.", "30 seconds left.", "10 seconds left.", "Time. Please conclude."]);
  expect(announcer.alert.textContent).toBe("");
});

test("The speaker's own end of time interrupts", () => {
  const { hear, announcer } = listen(true);
  [180_000, 1_000, 0].forEach(hear);
  expect(announcer.alert.textContent).toBe("Time. Please conclude.");
});

test("A page opened in the middle does not announce a start", () => {
  const { hear, said } = listen(false);
  [90_000, 89_000].forEach(hear);
  expect(said).toEqual([]);
});

test("After a sleep only the last moment that passed is said", () => {
  const { hear, announcer } = listen(false);
  [90_000, 8_000].forEach(hear);
  expect(announcer.status.textContent).toBe("10 seconds left.");
});

test("Remarks are not told to conclude", () => {
  const { hear, announcer } = listen(true, 180_000, false);
  [1_000, 0].forEach(hear);
  expect(announcer.status.textContent).toBe("The announced time has passed.");
});

describe("What no longer holds is not left to be read", () => {
  const words = wordsFor("en");
  const hear = (announcer: Announcer, ms: number, state: ClockState = "Running", speaker = "A") =>
    announcer.hear(faceOf(running(ms, { state }), ms), speaker, `${speaker} has the floor.`, true);
  const heard = ({ status, alert }: Announcer) => [status.textContent, alert.textContent];
  const after = (...told: Parameters<typeof hear> extends [Announcer, ...infer Rest] ? Rest[] : never) => {
    const announcer = new Announcer(words);
    for (const each of told) hear(announcer, ...each);
    return announcer;
  };

  test("when the clock pauses or the intervention ends", () => {
    expect(heard(after([180_000], [179_000]))).toEqual(["A has the floor. 3 minutes.", ""]);
    expect(heard(after([180_000], [179_000], [179_000, "Paused"]))).toEqual(["", ""]);
    expect(heard(after([1_000], [0], [-1_000, "Ended"]))).toEqual(["", ""]);
    const ended = after([180_000]);
    ended.hear(null, "", "", false);
    expect(heard(ended)).toEqual(["", ""]);
  });

  test("when time is given, when another speaks, and when the moment is over", () => {
    expect(heard(after([1_000], [0]))).toEqual(["", "Time. Please conclude."]);
    expect(heard(after([1_000], [0], [60_000]))).toEqual(["", ""]);
    expect(heard(after([31_000], [30_000], [90_000, "Running", "B"]))).toEqual(["", ""]);
    expect(heard(after([31_000], [30_000], [26_000]))).toEqual(["30 seconds left.", ""]);
    expect(heard(after([31_000], [30_000], [25_000]))).toEqual(["", ""]);
  });

  test("but what the page says of itself stays", () => {
    const announcer = after([180_000]);
    announcer.say({ text: "You have withdrawn your request", urgent: false });
    announcer.hear(null, "", "", false);
    expect(heard(announcer)).toEqual(["You have withdrawn your request", ""]);
  });
});
