// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { closeMenusFrom } from "../src/menus.ts";

test("A menu that opens at the end of a list comes into sight", () => {
  document.body.innerHTML = '<details class="more" open><summary></summary><div class="more-acts"></div></details>';
  closeMenusFrom(document);
  const shown = vi.fn();
  document.querySelector(".more-acts")!.scrollIntoView = shown;
  document.querySelector("details")!.dispatchEvent(new Event("toggle"));
  expect(shown).toHaveBeenCalledWith({ block: "nearest" });
});

test("A field in a menu is typed in: it stays open until something is chosen", () => {
  document.body.innerHTML = '<details class="more" open><summary></summary><label for="find">Who?</label><input id="find" /><button>Dana</button></details>';
  closeMenusFrom(document);
  const menu = document.querySelector("details")!;
  for (const part of ["input", "label"]) {
    menu.querySelector<HTMLElement>(part)!.click();
    expect(menu.open).toBe(true);
  }
  menu.querySelector("button")!.click();
  expect(menu.open).toBe(false);
});

test("Where a menu has a field, it is typed in at once", () => {
  document.body.innerHTML = '<details class="more"><summary></summary><div class="more-acts"><input id="find" /></div></details>';
  closeMenusFrom(document);
  const menu = document.querySelector("details")!;
  menu.querySelector(".more-acts")!.scrollIntoView = vi.fn();
  menu.open = true;
  menu.dispatchEvent(new Event("toggle"));
  expect(document.activeElement?.id).toBe("find");
});
