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
