// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Announcer } from "../src/announcer.ts";
import { faceOf } from "../src/face.ts";
import { wordsFor } from "../src/messages.ts";
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
