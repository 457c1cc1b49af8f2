// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from "vitest";
import { keepEntriesIn } from "../src/entry.ts";
import { closeMenusFrom } from "../src/menus.ts";
import { settled } from "./clocks.ts";

beforeAll(() => {
  keepEntriesIn(document);
  closeMenusFrom(document);
});

const press = (target: EventTarget, key: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));

const selected = (field: HTMLInputElement) => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);

let field: HTMLInputElement;
beforeEach(() => {
  document.body.innerHTML =
    '<input data-entry="0" aria-controls="found"><ul id="found"><li role="option">Côte d\'Ivoire</li></ul><input id="other">' +
    '<details class="more"><summary>More</summary><button>Decline</button></details><details class="more"><summary>More</summary></details>';
  field = document.querySelector("[data-entry]")!;
  field.value = "cote";
  field.setSelectionRange(4, 4);
});

test("After Enter the next letter replaces the entry, and an entry that was taken goes away", async () => {
  press(field, "Enter");
  expect(selected(field)).toBe("cote");
  field.dataset["entry"] = "1";
  await settled();
  expect(field.value).toBe("");
});

test("What was typed before the server answered stays", async () => {
  press(field, "Enter");
  field.value = "in"; // the selection was typed over
  field.setSelectionRange(2, 2);
  field.dataset["entry"] = "1";
  await settled();
  expect(field.value).toBe("in");
});

test("An Enter that chooses a character while composing selects nothing, and other fields are left alone", () => {
  press(field, "Enter", { isComposing: true });
  expect(selected(field)).toBe("");
  const other = document.querySelector<HTMLInputElement>("#other")!;
  other.value = "message";
  other.setSelectionRange(7, 7);
  press(other, "Enter");
  expect(selected(other)).toBe("");
});

test("Pointing at somebody in the list is like Enter in the field", () => {
  document.querySelector<HTMLElement>('[role="option"]')!.click();
  expect([document.activeElement, selected(field)]).toEqual([field, "cote"]);
});

test("Enter keeps a note and makes no line, Shift and Enter make one, and of the field for new ones the next letter replaces what stands there", () => {
  document.body.innerHTML = "<textarea data-note data-entry='0'></textarea><textarea data-note></textarea><textarea></textarea>";
  const [entry, note, other] = [...document.querySelectorAll("textarea")] as [HTMLTextAreaElement, HTMLTextAreaElement, HTMLTextAreaElement];
  const kept = (field: HTMLTextAreaElement, more: KeyboardEventInit = {}) => !press(field, "Enter", { cancelable: true, ...more });
  for (const each of [entry, note, other]) {
    each.value = "Ratify";
    each.setSelectionRange(6, 6);
  }
  expect([kept(entry, { shiftKey: true }), kept(entry, { isComposing: true }), kept(other)]).toEqual([false, false, false]);
  expect([entry.selectionStart, kept(entry), entry.selectionStart, entry.selectionEnd]).toEqual([6, true, 0, 6]);
  expect([kept(note), note.selectionStart]).toEqual([true, 6]);
});

test("A note that was taken goes away, and one that is typed on stays", async () => {
  document.body.innerHTML = "<textarea data-note data-entry='0'></textarea>";
  const note = document.querySelector("textarea")!;
  note.value = "Ratify";
  press(note, "Enter");
  note.dataset["entry"] = "1";
  await settled();
  expect(note.value).toBe("");
  note.value = "Fund";
  note.setSelectionRange(4, 4);
  note.dataset["entry"] = "2";
  await settled();
  expect(note.value).toBe("Fund");
});

test("A menu closes by a tap beside it, by its own choice and by Escape, which gives the focus back", () => {
  const [first, second] = [...document.querySelectorAll<HTMLDetailsElement>("details")];
  const open = () => [first!.open, second!.open];
  first!.open = true;
  document.querySelector<HTMLElement>("#other")!.click();
  expect(open()).toEqual([false, false]);
  first!.open = true;
  first!.querySelector("button")!.click();
  expect(open()).toEqual([false, false]);
  first!.open = true;
  first!.querySelector("button")!.focus();
  press(first!, "Escape");
  expect(open()).toEqual([false, false]);
  expect(document.activeElement).toBe(first!.querySelector("summary"));
});
