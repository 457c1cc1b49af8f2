// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
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

test("Whoever works with a pointer does not find a stranger's button under the space bar", async () => {
  button("#b .quiet").focus();
  document.dispatchEvent(new Event("pointerdown"));
  await leaves("b");
  expect(document.activeElement).toBe(document.body);
  button("#c .give").focus();
  await leaves("c", '<button class="step">Start 3:00</button>');
  expect(document.activeElement).toBe(button(".step"));
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }));
});

test("A button leads to where the next step is chosen", () => {
  button("#floor").innerHTML = '<button data-goes="#find"><span>Choose</span></button><input id="find" />';
  button("#floor span").click();
  expect(document.activeElement?.id).toBe("find");
});

test("A question that was answered hands back to the programme", async () => {
  button("#floor").innerHTML = '<button class="segment" aria-current="step">Panel 1</button><div class="segment-ask"><button>Not now</button></div>';
  button(".segment-ask button").focus();
  button(".segment-ask").remove();
  await drawn();
  expect(document.activeElement).toBe(button(".segment"));
});

describe("A notice that is closed", () => {
  const close = async () => {
    button(".console-notice button").focus();
    button(".console-notice").hidden = true; // the focus of a button that is no longer shown falls to the body only with the next picture
    await drawn();
  };
  const noticed = () => button("#floor").insertAdjacentHTML("beforeend", '<div class="console-notice" role="alert"><p>No.</p><button>Close</button></div>');

  test("hands back to the button that was refused", async () => {
    noticed();
    button("#b .give").focus();
    await close();
    expect(document.activeElement).toBe(button("#b .give"));
  });

  test("hands over to the row in the place of one that has gone meanwhile", async () => {
    noticed();
    button("#b .quiet").focus();
    button(".console-notice button").focus();
    button("#b").remove();
    await close();
    expect(document.activeElement).toBe(button("#c .quiet"));
  });

  test("leaves whoever is somewhere else there", async () => {
    noticed();
    button(".console-notice button").focus();
    button("#a .give").focus();
    button(".console-notice").hidden = true;
    await drawn();
    expect(document.activeElement).toBe(button("#a .give"));
  });
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

test("A row that leaves because the list is scrolled hands over to nobody", async () => {
  button("#b .quiet").focus();
  document.dispatchEvent(new Event("scroll"));
  await leaves("b");
  expect(document.activeElement).toBe(document.body);
});

test("What was done after scrolling hands over as ever", async () => {
  button("#b .quiet").focus();
  document.dispatchEvent(new Event("scroll"));
  button("#b .quiet").click();
  await leaves("b");
  expect(document.activeElement).toBe(button("#c .quiet"));
});
