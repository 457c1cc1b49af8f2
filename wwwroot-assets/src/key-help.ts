// What is told of the single keys: to assistive technology at the elements themselves, and to everybody on the help sheet. The sheet brings the
// keys that every console has, with what they mean whatever the moment; those that other parts of the page add are listed under them.
import { make } from "./dom.ts";

export const keysOf = (element: HTMLElement): string[] => (element.dataset["key"] ?? "").split(" ").filter(Boolean);

export const isSeen = (element: HTMLElement): boolean => element.closest("[hidden]") === null && (element.checkVisibility?.() ?? true);

export const keyed = (document: Document): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-key]")];

/** Keys that are switched off are not told. */
export function tellKeys(document: Document, on: boolean): void {
  for (const element of keyed(document)) {
    const told = on ? keysOf(element).map(ariaName).join(" ") : "";
    if (told === (element.getAttribute("aria-keyshortcuts") ?? "")) continue;
    if (told) element.setAttribute("aria-keyshortcuts", told);
    else element.removeAttribute("aria-keyshortcuts");
  }
}

export function listKeys(sheet: HTMLElement): void {
  const known = new Set([...sheet.querySelectorAll<HTMLElement>("[data-keys-row]")].flatMap((row) => (row.dataset["keysRow"] ?? "").split(" ")));
  const rows: HTMLElement[] = [];
  for (const element of keyed(sheet.ownerDocument).filter(isSeen)) {
    const keys = keysOf(element).filter((key) => !known.has(key));
    if (keys.length === 0) continue;
    for (const key of keys) known.add(key);
    const signs = keys.map((key) => make("kbd", "", key.length === 1 ? key.toUpperCase() : key));
    rows.push(make("div", "keys-row", make("dt", "", ...signs), make("dd", "", labelOf(element))));
  }
  sheet.querySelector("[data-keys-more]")?.replaceChildren(...rows);
}

function labelOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : null;
  const said = (label ?? element).cloneNode(true) as HTMLElement;
  for (const silent of said.querySelectorAll('[aria-hidden="true"]')) silent.remove();
  return (element.getAttribute("aria-label") ?? said.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** As ARIA spells them: a plus sign stands between the keys of a chord, so the key has a name. */
function ariaName(key: string): string {
  if (key === "Enter") return "Enter Space";
  return key === "+" ? "Plus" : key;
}
