// Clicks that nobody meant. The second click of a double click lands on what the first one brought; and a click in a list from which a row has
// just gone lands on the row that moved up. The seconds added to a clock may be clicked as fast as one likes.
import type { Time } from "./time.ts";

const movedMs = 400;
const settledMs = 500;

export function dropUnmeantClicksIn(document: Document, time: Time): void {
  let scrolledAtMs = -Infinity;
  document.addEventListener("scroll", () => (scrolledAtMs = time.now()), { capture: true, passive: true });
  const leftAtMs = new WeakMap<Node, number>();
  new MutationObserver((changes) => {
    // A long list draws only the rows that are seen: those that leave because somebody scrolls move nothing under the finger.
    if (time.now() - scrolledAtMs < settledMs) return;
    for (const { target, removedNodes } of changes) if ([...removedNodes].some((node) => node instanceof HTMLLIElement)) leftAtMs.set(target, time.now());
  }).observe(document, { childList: true, subtree: true });
  const unmeant = (button: Element, clicks: number): boolean => {
    if (clicks > 1) return button.closest(".floor-adjust") === null;
    const list = button.closest("li")?.parentElement;
    // A key has its place by the focus and not by the finger.
    return clicks === 1 && list != null && time.now() - (leftAtMs.get(list) ?? -Infinity) < movedMs;
  };
  document.defaultView?.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button === null || !unmeant(button, event.detail)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
