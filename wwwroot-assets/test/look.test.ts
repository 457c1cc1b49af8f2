// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { addressOf, choicesIn, looks, opaque, type View } from "../src/look/look.ts";
import { mountPanel } from "../src/look/panel.ts";
import { languages, tables } from "../src/look/words.ts";
import { optionsIn } from "../src/options.ts";

describe("The address of a screen", () => {
  test.each(Object.keys(looks) as View[])("of the %s says nothing where nothing was chosen", (view) =>
    expect(addressOf("/h/x", "", looks[view], choicesIn("", looks[view]))).toBe("/h/x"));

  test.each<[View, string]>([
    ["screen", "?lang=ar&theme=light&clock=off&chime=on&show=next,message"],
    ["queue", "?show="],
    ["overlay", "?clock=on&position=end&edge=top&size=150&ink=00507a&show=name"],
  ])("of the %s that was chosen is chosen again (%s)", (view, search) =>
    expect(addressOf("/h/x", search, looks[view], choicesIn(search, looks[view]))).toBe(`/h/x${search}`));

  test("is read by the view as it was written", () => {
    const choices = { ...choicesIn("", looks.screen), lang: "fr", parts: new Set(["next"] as const) };
    const address = new URL(addressOf("/h/screen", "", looks.screen, { ...choices, fields: { theme: "dark", clock: "off", chime: "on" } }), "http://x");
    expect(optionsIn(address.search)).toEqual({ theme: "dark", clock: false, chime: true, show: new Set(["next"]) });
    expect(address.searchParams.get("lang")).toBe("fr");
  });

  test("leaves what nobody understands and keeps what is not its own", () =>
    expect(addressOf("/h/x", "?theme=purple&size=9999&room=7", looks.overlay, choicesIn("?size=9999", looks.overlay))).toBe("/h/x?theme=purple&room=7"));

  test.each([["#00507acc", "#00507a"], ["#0af", "#00aaff"], ["#0af8", "#00aaff"], ["#123456", "#123456"]])("shows %s in a picker as %s", (colour, shown) =>
    expect(opaque(colour)).toBe(shown));
});

describe("The panel", () => {
  let went: string[];
  const field = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
  const dialog = () => field<HTMLDialogElement>("dialog");
  const open = (view: View, search = "") =>
    mountPanel({ view, lang: "en", path: "/h/screen", search, origin: "http://room", go: (to) => went.push(to) });
  const press = (init: KeyboardEventInit, on: EventTarget = document.body) => on.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init }));

  beforeEach(() => {
    document.body.replaceChildren();
    went = [];
  });

  test("writes the address with each choice, and shows the screen so", () => {
    open("screen", "?room=7");
    expect(field<HTMLInputElement>(".look-address").value).toBe("http://room/h/screen?room=7");
    field<HTMLSelectElement>("select").value = "ar";
    field<HTMLInputElement>(".look-parts input").click();
    field("form").dispatchEvent(new Event("input", { bubbles: true }));
    expect(field<HTMLInputElement>(".look-address").value).toBe("http://room/h/screen?room=7&lang=ar&show=word,next,message,programme");
    field("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    expect(went).toEqual(["/h/screen?room=7&lang=ar&show=word,next,message,programme"]);
  });

  test("keeps a colour that no picker can show until another is picked", () => {
    open("overlay", "?ground=00507acc");
    expect(field<HTMLInputElement>(".look-address").value).toBe("http://room/h/screen?ground=00507acc");
  });

  test("comes by a key, and not by one that is held, part of another or typed somewhere", () => {
    open("screen");
    for (const init of [{ key: "o", repeat: true }, { key: "o", ctrlKey: true }, { key: "p" }, { key: "o", isComposing: true }]) press(init);
    expect(dialog().open).toBe(false);
    press({ key: "o" });
    expect(dialog().open).toBe(true);
  });

  test("has a button that nothing on the air shows", () => {
    open("screen");
    expect(field(".look-open").hidden).toBe(false);
    document.body.replaceChildren();
    open("overlay");
    expect(field(".look-open").hidden).toBe(true);
  });

  test("speaks the six languages, each named in itself", () => {
    expect(Object.keys(tables).sort()).toEqual(languages.map(([code]) => code).sort());
    for (const table of Object.values(tables)) for (const text of Object.values(table)) expect(text.trim()).not.toBe("");
  });
});
