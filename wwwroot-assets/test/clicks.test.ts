// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest";
import { dropUnmeantClicksIn } from "../src/clicks.ts";
import { HandTime } from "./clocks.ts";

const time = new HandTime();
let clicked: string[] = [];

beforeAll(() => {
  dropUnmeantClicksIn(document, time);
  document.addEventListener("click", ({ target }) => clicked.push((target as HTMLElement).id));
});

beforeEach(() => {
  clicked = [];
  time.pass(10_000);
  document.body.innerHTML =
    '<button id="pause"></button><div class="floor-adjust"><button id="more"></button></div><ul><li id="first"></li><li><button id="give"></button></li></ul>';
});

const click = (id: string, detail: number) =>
  document.getElementById(id)!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
const drawn = () => new Promise((resolve) => setTimeout(resolve));

test("The second click of a double click does nothing, but for the seconds added to a clock", () => {
  for (const id of ["pause", "more"]) for (const detail of [1, 2, 3]) click(id, detail);
  expect(clicked).toEqual(["pause", "more", "more", "more"]);
});

test("A row that has just moved up is not clicked; a moment later, or by the keyboard, it is", async () => {
  document.getElementById("first")!.remove();
  await drawn();
  click("give", 1);
  expect(clicked).toEqual([]);
  click("give", 0);
  time.pass(400);
  click("give", 1);
  expect(clicked).toEqual(["give", "give"]);
});

test("Rows that leave because the list is scrolled are in nobody's way", async () => {
  document.querySelector("ul")!.dispatchEvent(new Event("scroll"));
  document.getElementById("first")!.remove();
  await drawn();
  click("give", 1);
  expect(clicked).toEqual(["give"]);
});
