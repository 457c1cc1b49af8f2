// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { SeatMap } from "../src/seat-map.ts";

const seats = [
  ["A-1", -70, -100],
  ["A-2", 0, -100],
  ["A-3", 70, -100],
  ["B-2", 0, -200],
] as const;

let clicked: string[];

beforeEach(async () => {
  if (!customElements.get("seat-map")) customElements.define("seat-map", SeatMap);
  clicked = [];
  document.body.innerHTML = '<seat-map data-whole="-400 -800 800 1000" data-pitch="70"></seat-map>';
  // As Blazor does it: the element stands in the page before there is anything in it.
  map().innerHTML =
    `<svg class="seat-plan">${seats.map(([label, x, y]) => `<g class="seat" tabindex="-1" id="${label}" data-x="${x}" data-y="${y}"><path/></g>`).join("")}</svg>` +
    '<button data-zoom="In"></button><button data-zoom="Out"></button><button data-zoom="Whole"></button><section><button data-closes></button></section>';
  for (const seat of map().querySelectorAll(".seat")) seat.addEventListener("click", () => clicked.push(seat.id));
  map().querySelector("[data-closes]")!.addEventListener("click", () => clicked.push("closed"));
  await new Promise((resolve) => setTimeout(resolve));
});

const map = () => document.querySelector<HTMLElement>("seat-map")!;
const at = (label: string) => document.getElementById(label)!;
const press = (target: Element, key: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const stops = () => [...map().querySelectorAll('.seat[tabindex="0"]')].map(({ id }) => id);
const seen = () => map().querySelector(".seat-plan")!.getAttribute("viewBox")!.split(" ").map(Number);
const point = (type: string, x: number, y: number, more: PointerEventInit = {}) =>
  at("A-1").querySelector("path")!.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x, clientY: y, buttons: 1, bubbles: true, cancelable: true, ...more }));

test("One seat is the way in, and it is the one where the keyboard was last", () => {
  expect(stops()).toEqual(["A-1"]);
  at("A-1").focus();
  press(at("A-1"), "ArrowRight");
  expect([document.activeElement?.id, stops()]).toEqual(["A-2", ["A-2"]]);
  press(at("A-2"), "ArrowUp");
  expect([document.activeElement?.id, stops()]).toEqual(["B-2", ["B-2"]]);
  press(at("B-2"), "ArrowUp");
  expect(document.activeElement?.id).toBe("B-2");
});

test("When the seat that was the way in leaves the plan, another is", async () => {
  at("A-1").remove();
  await new Promise((resolve) => setTimeout(resolve));
  expect(stops()).toEqual(["A-2"]);
});

test("Enter and Space choose a seat, once however long they are held", () => {
  press(at("A-2"), "Enter");
  press(at("A-2"), "Enter", { repeat: true });
  press(at("B-2"), " ");
  expect(clicked).toEqual(["A-2", "B-2"]);
});

test("Plus, minus and nought zoom, Shift with an arrow moves the plan, and the browser keeps its own keys", () => {
  const whole = [-400, -800, 800, 1000];
  expect(press(at("A-1"), "+", { ctrlKey: true })).toBe(true);
  press(at("A-1"), "0");
  expect(seen()).toEqual(whole);
  expect(press(at("A-1"), "+")).toBe(false);
  expect(seen()[2]).toBeCloseTo(800 / 1.5);
  const [x = 0] = seen();
  press(at("A-1"), "ArrowRight", { shiftKey: true });
  expect(seen()[0]).toBeCloseTo(x + 800 / 1.5 / 4);
  press(at("A-1"), "-");
  expect(seen()).toEqual(whole.map((side) => expect.closeTo(side)));
});

test("The buttons zoom, and say when there is nothing farther", () => {
  const button = (zoom: string) => map().querySelector<HTMLElement>(`[data-zoom="${zoom}"]`)!;
  button("In").click();
  expect([map().hasAttribute("data-part"), button("Out").getAttribute("aria-disabled")]).toEqual([true, "false"]);
  button("Whole").click();
  expect([map().hasAttribute("data-part"), button("Out").getAttribute("aria-disabled")]).toEqual([false, "true"]);
});

test("A wheel with nothing left to zoom scrolls the page", () => {
  const turn = (deltaY: number) => at("A-1").dispatchEvent(new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true }));
  expect([turn(100), turn(-100), turn(100), turn(100)]).toEqual([true, false, false, true]);
});

test("A drag moves the plan and chooses nobody; a finger that only trembled chooses", () => {
  map().setPointerCapture = () => {};
  press(at("A-1"), "+");
  const [x = 0] = seen();
  point("pointerdown", 100, 100);
  point("pointermove", 80, 100);
  point("pointerup", 80, 100);
  point("click", 80, 100, { detail: 1 });
  expect(seen()[0]).toBeGreaterThan(x);
  expect(clicked).toEqual([]);
  point("pointerdown", 100, 100);
  point("pointermove", 102, 101);
  point("pointerup", 102, 101);
  point("click", 102, 101, { detail: 1 });
  expect(clicked).toEqual(["A-1"]);
});

test("Two fingers apart bring the plan nearer", () => {
  map().setPointerCapture = () => {};
  press(at("A-1"), "0");
  point("pointerdown", 100, 100);
  point("pointerdown", 200, 100, { pointerId: 2 });
  point("pointermove", 300, 100, { pointerId: 2 });
  expect(seen()[2]).toBeCloseTo(400);
});

test("Escape closes the card, and the keyboard goes on at its seat", () => {
  at("A-3").setAttribute("aria-current", "true");
  map().querySelector<HTMLElement>("[data-closes]")!.focus();
  press(document.activeElement!, "Escape");
  expect([clicked, document.activeElement?.id]).toEqual([["closed"], "A-3"]);
});

test("Another plan is seen as a whole", () => {
  press(at("A-1"), "+");
  map().setAttribute("data-whole", "0 0 10 10");
  expect(seen()).toEqual([0, 0, 10, 10]);
});
