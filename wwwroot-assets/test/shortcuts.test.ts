// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { closeMenusFrom } from "../src/menus.ts";
import { listenToKeysIn } from "../src/shortcuts.ts";

const kept = new Map<string, string>();
const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
let clicked: string[];

const body = `
  <header><button id="help" data-keys-open data-key="?">Keyboard</button></header>
  <dialog class="keys">
    <dl><div data-keys-row="p"><dt>P</dt><dd>Pause</dd></div><div data-keys-row="?"></div></dl><dl data-keys-more></dl>
    <input type="checkbox" data-keys-switch checked><button id="close" data-keys-close>Close</button>
  </dialog>
  <main>
    <h1 tabindex="-1">Chair</h1>
    <button id="step" data-key="Enter">Start 3:00</button>
    <button id="pause" data-key="p">Pause</button>
    <button id="more" data-key="+"><span aria-hidden="true">+10 s</span> <span>10 seconds
      more</span></button>
    <label for="find">Search</label><input id="find" data-key="/">
    <button id="undo" data-key="u z" aria-label="Undo: Pause">↶</button>
    <textarea id="note"></textarea><select id="phase"><option>1</option></select><div id="free" contenteditable="true"><b id="inside">x</b></div>
    <a id="link" href="#">Record</a><details class="more"><summary id="summary">More</summary></details>
  </main>`;

function openPage(): void {
  document.body.innerHTML = body;
  clicked = [];
  for (const button of document.querySelectorAll("button, a")) button.addEventListener("click", () => clicked.push(button.id));
}

const get = (id: string) => document.getElementById(id)!;
const drawn = () => new Promise((resolve) => setTimeout(resolve));
const sheet = () => document.querySelector<HTMLDialogElement>("dialog")!;

/** False where somebody took the key. */
const press = (key: string, more: KeyboardEventInit & { at?: Element } = {}) =>
  (more.at ?? document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));

listenToKeysIn(document, storage);
closeMenusFrom(document);

beforeEach(() => {
  (document.activeElement as HTMLElement | null)?.blur();
  openPage();
});

describe("A single key", () => {
  test("presses the button that carries it, whatever the capitals, and goes to a field", () => {
    expect(press("p")).toBe(false);
    press("P", { shiftKey: true });
    press("+", { shiftKey: true });
    press("z");
    expect(clicked).toEqual(["pause", "pause", "more", "undo"]);
    expect(press("/")).toBe(false);
    expect([document.activeElement, (get("find") as HTMLInputElement).value]).toEqual([get("find"), ""]);
  });

  test("that nothing carries is left to the browser", () => {
    expect(press("x")).toBe(true);
    get("step").remove();
    expect(press(" ")).toBe(true);
    expect(clicked).toEqual([]);
  });

  test("space bar or Enter, takes the next step from anywhere that is not pressed by them", () => {
    press(" ");
    press("Enter");
    press("Enter", { at: document.querySelector("h1")! });
    expect(clicked).toEqual(["step", "step", "step"]);
  });

  test.each(["pause", "link", "summary", "help"])("space bar or Enter does not take the next step on a focused %s, which they press already", (id) => {
    expect(press(" ", { at: get(id) })).toBe(true);
    expect(press("Enter", { at: get(id) })).toBe(true);
    expect(clicked).toEqual([]);
    press("p", { at: get(id) });
    expect(clicked).toEqual(["pause"]);
  });

  test.each(["find", "note", "phase", "free", "inside"])("is typed and does nothing else in %s", (id) => {
    for (const key of ["p", " ", "Enter", "?", "/"]) expect(press(key, { at: get(id) })).toBe(true);
    expect([clicked, sheet().open]).toEqual([[], false]);
  });

  test.each<[string, KeyboardEventInit]>([
    ["it is held down", { repeat: true }],
    ["an input method composes", { isComposing: true }],
    ["an input method has taken it", { keyCode: 229 } as KeyboardEventInit],
    ["Ctrl is down", { ctrlKey: true }],
    ["Alt is down", { altKey: true }],
    ["Meta is down", { metaKey: true }],
  ])("does nothing while %s", (_, more) => {
    const event = new KeyboardEvent("keydown", { key: "p", bubbles: true, cancelable: true, ...more });
    if ("keyCode" in more) Object.defineProperty(event, "keyCode", { value: 229 });
    document.body.dispatchEvent(event);
    expect(clicked).toEqual([]);
  });

  test.each([
    ["dialog", "<div role='dialog'></div>"],
    ["question", "<div role='alertdialog'></div>"],
    ["menu", "<details class='more' open></details>"],
    ["list to choose from", "<div class='mud-popover-open'></div>"],
  ])("does nothing while a %s is open", (_, html) => {
    document.querySelector("main")!.insertAdjacentHTML("beforeend", html);
    for (const key of ["p", " ", "?"]) expect(press(key)).toBe(true);
    expect([clicked, sheet().open]).toEqual([[], false]);
  });

  test("goes by a dialog that is hidden", () => {
    document.querySelector("main")!.insertAdjacentHTML("beforeend", "<div role='dialog' hidden></div>");
    press("p");
    expect(clicked).toEqual(["pause"]);
  });

  test("does nothing where somebody else took it", () => {
    get("pause").addEventListener("keydown", (event) => event.preventDefault());
    press("p", { at: get("pause") });
    expect(clicked).toEqual([]);
  });

  test("presses nothing that is disabled, hidden or out of reach, and the next that carries it instead", () => {
    for (const mark of ["disabled", "hidden", "aria-disabled"]) {
      openPage();
      get("pause").setAttribute(mark, "true");
      press("p");
      get("pause").insertAdjacentHTML("afterend", "<button id='other' data-key='p'></button>");
      get("other").addEventListener("click", () => clicked.push("other"));
      press("p");
      expect(clicked, mark).toEqual(["other"]);
    }
  });

  test("is found by its place where the keyboard has no Latin letters, and by its letter where it has", () => {
    press("з", { code: "KeyP" });
    press("é", { code: "Digit2" });
    press("x", { code: "KeyP" });
    expect(clicked).toEqual(["pause"]);
  });
});

describe("The help sheet", () => {
  test("opens by ? and by its button, and gives the focus back", () => {
    get("link").focus();
    press("?");
    expect(sheet().open).toBe(true);
    get("close").focus();
    get("close").click();
    expect([sheet().open, document.activeElement]).toEqual([false, get("link")]);
    get("help").focus();
    get("help").click();
    expect(sheet().open).toBe(true);
    sheet().close();
    expect(document.activeElement).toBe(get("help"));
  });

  test("lets no other key act", () => {
    press("?");
    for (const key of ["p", " ", "Enter", "?"]) press(key, { at: document.body });
    expect(clicked).toEqual(["help"]);
  });

  test("adds the keys that the page brings, by the names of what they press, once", () => {
    get("undo").insertAdjacentHTML("afterend", "<button data-key='u'>Undo once more</button><button data-key='h' hidden>Hidden</button>");
    press("?");
    const rows = [...document.querySelectorAll("[data-keys-more] > div")].map((row) => [
      [...row.querySelectorAll("kbd")].map((kbd) => kbd.textContent).join(" "),
      row.querySelector("dd")?.textContent,
    ]);
    expect(rows).toEqual([
      ["Enter", "Start 3:00"],
      ["+", "10 seconds more"],
      ["/", "Search"],
      ["U Z", "Undo: Pause"],
    ]);
  });
});

describe("The switch on the help sheet", () => {
  const turn = (on: boolean) => {
    const toggle = document.querySelector<HTMLInputElement>("[data-keys-switch]")!;
    toggle.checked = on;
    toggle.dispatchEvent(new Event("change", { bubbles: true }));
  };

  test("turns all single keys off and on, and the browser remembers it", () => {
    turn(false);
    for (const key of ["p", " ", "Enter", "?"]) expect(press(key)).toBe(true);
    expect([clicked, sheet().open, kept.get("floormanager.keys")]).toEqual([[], false, "off"]);
    get("help").click();
    expect([sheet().open, document.querySelector<HTMLInputElement>("[data-keys-switch]")!.checked]).toEqual([true, false]);
    turn(true);
    sheet().close();
    press("p");
    expect([clicked, kept.get("floormanager.keys")]).toEqual([["help", "pause"], "on"]);
  });

  test("is where it was left when the page opens again", () => {
    const another = document.implementation.createHTMLDocument("");
    another.body.innerHTML = '<button data-key="p">Pause</button>';
    const button = another.querySelector("button")!;
    button.addEventListener("click", () => clicked.push("another"));
    listenToKeysIn(another, { getItem: () => "off", setItem: () => {} });
    another.body.dispatchEvent(new KeyboardEvent("keydown", { key: "p", bubbles: true }));
    expect([clicked, button.hasAttribute("aria-keyshortcuts")]).toEqual([[], false]);
  });

  test("works where the browser forbids to remember", () => {
    const forbidden = () => {
      throw new Error("forbidden");
    };
    const another = document.implementation.createHTMLDocument("");
    another.body.innerHTML = '<button data-key="p">Pause</button>';
    expect(() => listenToKeysIn(another, { getItem: forbidden, setItem: forbidden })).not.toThrow();
    expect(another.querySelector("button")!.getAttribute("aria-keyshortcuts")).toBe("p");
  });

  test("decides what assistive technology is told, also of buttons that come later", async () => {
    await drawn();
    expect(["step", "more", "undo", "help"].map((id) => get(id).getAttribute("aria-keyshortcuts"))).toEqual(["Enter Space", "Plus", "u z", "?"]);
    get("pause").dataset["key"] = "Enter p";
    await drawn();
    expect(get("pause").getAttribute("aria-keyshortcuts")).toBe("Enter Space p");
    turn(false);
    expect(document.querySelectorAll("[aria-keyshortcuts]")).toHaveLength(0);
    turn(true);
  });
});
