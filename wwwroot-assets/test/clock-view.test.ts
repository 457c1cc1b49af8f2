import { expect, test } from "vitest";
import { ClockView } from "../src/clock-view.ts";
import { wordOf, type Face } from "../src/face.ts";
import { wordsFor } from "../src/messages.ts";
import { HandTime } from "./clocks.ts";
import { running } from "./views.ts";

function watch(): { time: HandTime; clock: ClockView; faces: (Face | null)[] } {
  const time = new HandTime();
  const faces: (Face | null)[] = [];
  return { time, faces, clock: new ClockView((face) => faces.push(face), time) };
}

test("A running clock paints once a second, on the second", () => {
  const { time, clock, faces } = watch();
  clock.show(running(2_400), time.now());
  time.pass(4_400);
  expect(faces.map((face) => face?.text)).toEqual(["0:03", "0:02", "0:01", "0:00", "+0:01", "+0:02"]);
});

test("A view that travelled for a while counts from when it was made", () => {
  const { time, clock, faces } = watch();
  clock.show(running(180_000), time.now() - 1_500);
  expect(faces[0]?.text).toBe("2:59");
});

test("A clock that is put right by a little changes on the right second before long, and never shows one twice", () => {
  const { time, clock, faces } = watch();
  clock.show(running(10_000), time.now());
  time.pass(400);
  clock.show(running(9_450), time.now()); // 150 ms faster
  time.pass(3_050);
  const shown = faces.map((face) => face?.text);
  expect([...new Set(shown)]).toEqual(["0:10", "0:09", "0:08", "0:07"]);
  time.pass(399);
  expect(faces.at(-1)?.text).toBe("0:07");
  time.pass(1);
  expect(faces.at(-1)?.text).toBe("0:06");
});

test("A paused clock stands", () => {
  const { time, clock, faces } = watch();
  clock.show(running(90_000, { state: "Paused" }), time.now());
  time.pass(10_000);
  expect(faces.map((face) => face?.text)).toEqual(["1:30"]);
});

test("When nobody has the floor the clock stops", () => {
  const { time, clock, faces } = watch();
  clock.show(running(90_000), time.now());
  clock.show(null, time.now());
  time.pass(5_000);
  expect(faces.at(-1)).toBeNull();
  expect(faces).toHaveLength(2);
});

test("A pause and a resume count on from where they stood", () => {
  const { time, clock, faces } = watch();
  clock.show(running(90_000), time.now());
  time.pass(10_000);
  clock.show(running(80_000, { state: "Paused" }), time.now());
  time.pass(60_000);
  clock.show(running(80_000), time.now());
  time.pass(1_000);
  expect(faces.at(-1)?.text).toBe("1:19");
});

test("Every phase has its word", () => {
  const { time, clock, faces } = watch();
  const words = wordsFor("en");
  const wordAt = (...args: Parameters<typeof running>) => {
    clock.show(running(...args), time.now());
    return wordOf(faces.at(-1)!, words);
  };
  expect(wordAt(100_000)).toBe("Speaking time");
  expect(wordAt(20_000)).toBe("Last 30 seconds");
  expect(wordAt(20_000, { warningMs: 60_000 })).toBe("Last 1 minute");
  expect(wordAt(-1_000)).toBe("TIME – please conclude");
  expect(wordAt(-1_000, { state: "Paused" })).toBe("Paused");
  expect(wordAt(20_000, { state: "NotStarted" })).toBe("Not started");
});

test("Remarks beyond the announced time are not told to conclude", () => {
  const { time, clock, faces } = watch();
  clock.show(running(-5_000, { strict: false }), time.now());
  expect(faces[0]).toMatchObject({ text: "+0:05", phase: "Over" });
  expect(wordOf(faces[0]!, wordsFor("en"))).toBe("Over the announced time");
});

test("A limit below the warning is not in its last seconds before it has begun", () => {
  const { time, clock, faces } = watch();
  clock.show(running(20_000, { state: "NotStarted", limitMs: 20_000 }), time.now());
  expect(faces[0]?.phase).toBe("Speaking");
});
