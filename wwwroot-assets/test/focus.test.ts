// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest";
import { keepFocusIn } from "../src/focus.ts";

beforeAll(() => keepFocusIn(document));

beforeEach(() => {
  document.body.innerHTML =
    '<div id="floor"></div><ul class="pool">' +
    ["a", "b", "c"].map((id) => `<li id="${id}"><button class="give">Give</button><button class="quiet">To follow</button></li>`).join("") +
    "</ul>";
});

const button = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const drawn = () => new Promise((resolve) => setTimeout(resolve));

async function leaves(row: string, alsoShown = ""): Promise<void> {
  button(`#${row}`).remove();
  (document.activeElement as HTMLElement | null)?.blur();
  if (alsoShown) button("#floor").innerHTML = alsoShown;
  await drawn();
}

test("Who has called somebody goes on at the next step of the floor", async () => {
  button("#b .give").focus();
  await leaves("b", '<button class="step">Start 3:00</button>');
  expect(document.activeElement).toBe(button(".step"));
});

test("A step that was taken hands over to the one that follows", async () => {
  button("#floor").innerHTML = '<button class="step">Start 3:00</button>';
  button(".step").focus();
  button("#floor").innerHTML = '<button class="step">Thank and end</button>';
  await drawn();
  expect(document.activeElement?.textContent).toBe("Thank and end");
});

test("A row that left hands over to the row in its place, the last one to the one before", async () => {
  button("#b .quiet").focus();
  await leaves("b");
  expect(document.activeElement).toBe(button("#c .quiet"));
  button("#c .quiet").focus();
  await leaves("c");
  expect(document.activeElement).toBe(button("#a .quiet"));
});

test("A question that was answered hands back to the programme", async () => {
  button("#floor").innerHTML = '<button class="segment" aria-current="step">Panel 1</button><div class="segment-ask"><button>Not now</button></div>';
  button(".segment-ask button").focus();
  button(".segment-ask").remove();
  await drawn();
  expect(document.activeElement).toBe(button(".segment"));
});

test("Whoever is somewhere else stays there", async () => {
  button("#a .give").focus();
  await leaves("b", '<button class="step">Start 3:00</button>');
  button("#a .give").focus();
  button("#c").remove();
  await drawn();
  expect(document.activeElement).toBe(button("#a .give"));
});

test("A key that is held down acts once", () => {
  const press = (repeat: boolean) =>
    button("#a .give").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", repeat, bubbles: true, cancelable: true }));
  expect([press(false), press(true)]).toEqual([true, false]);
});
