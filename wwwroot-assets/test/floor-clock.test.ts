// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { FloorClock } from "../src/floor-clock.ts";
import { HandTime, settled } from "./clocks.ts";

let time: HandTime;
let clock: HTMLElement;

beforeEach(async () => {
  FloorClock.time = time = new HandTime();
  if (!customElements.get("floor-clock")) customElements.define("floor-clock", FloorClock);
  document.body.innerHTML =
    '<floor-clock data-state="Running" data-remaining-ms="31000" data-limit-ms="180000" data-warning-ms="30000" data-strict data-version="4"></floor-clock>';
  clock = document.querySelector<HTMLElement>("floor-clock")!;
  await settled();
});

const digits = () => clock.querySelector(".floor-clock-digits")?.textContent;
const set = async (attributes: Record<string, string>) => {
  for (const [name, value] of Object.entries(attributes)) clock.setAttribute(name, value);
  await settled();
};

test("The element counts down by itself and says its phase", () => {
  expect([digits(), clock.dataset["phase"]]).toEqual(["0:31", "Speaking"]);
  time.pass(1_000);
  expect([digits(), clock.dataset["phase"]]).toEqual(["0:30", "Warning"]);
  time.pass(31_000);
  expect([digits(), clock.dataset["phase"], clock.querySelector(".floor-clock-word")?.textContent]).toEqual([
    "+0:01",
    "Expired",
    "TIME – please conclude",
  ]);
});

test("A new rendering is where it counts from", async () => {
  time.pass(5_000);
  await set({ "data-state": "Paused", "data-remaining-ms": "26000", "data-version": "5" });
  time.pass(9_000);
  expect(digits()).toBe("0:26");
  await set({ "data-state": "Running", "data-remaining-ms": "86000", "data-version": "6" });
  expect(digits()).toBe("1:26");
});

test("A change beside the clock does not set it back to its last rendering", async () => {
  time.pass(5_000);
  await set({ "data-warning-ms": "20000" });
  expect([digits(), clock.dataset["phase"]]).toEqual(["0:26", "Speaking"]);
});

test("Without the strict attribute the end of the time is calm", async () => {
  clock.removeAttribute("data-strict");
  await set({ "data-remaining-ms": "-3000", "data-version": "7" });
  expect([digits(), clock.dataset["phase"]]).toEqual(["+0:03", "Over"]);
});

test("Fifteen seconds over it says so to whoever prompts the speaker", async () => {
  await set({ "data-remaining-ms": "-14000", "data-version": "8" });
  expect(clock.dataset["late"]).toBe("false");
  time.pass(1_000);
  expect(clock.dataset["late"]).toBe("true");
  await set({ "data-remaining-ms": "16000", "data-version": "9" });
  expect(clock.dataset["late"]).toBe("false");
});

test("The hearing sets how long it waits with that", async () => {
  await set({ "data-grace-ms": "40000", "data-remaining-ms": "-39000", "data-version": "10" });
  expect(clock.dataset["late"]).toBe("false");
  time.pass(1_000);
  expect(clock.dataset["late"]).toBe("true");
});

test("It is a silent timer", () => {
  expect(clock.getAttribute("role")).toBe("timer");
  expect(clock.querySelector("[aria-live], [role=status], [role=alert]")).toBeNull();
});

test("Without a clock it says that nobody has the floor", async () => {
  clock.removeAttribute("data-state");
  await settled();
  expect(clock.dataset["phase"]).toBe("None");
});
