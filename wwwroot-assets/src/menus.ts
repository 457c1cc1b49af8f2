// The small menus of the consoles are <details class="more">: they open without the server. One is open at a time, and it closes by a tap
// beside it, by Escape, and by what was chosen in it; a field in it is typed in first.

export function closeMenusFrom(document: Document): void {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-print]")) document.defaultView?.print();
  });
  const open = () => [...document.querySelectorAll<HTMLDetailsElement>("details.more[open]")];
  document.addEventListener("click", ({ target }) => {
    for (const menu of open()) {
      const inside = target instanceof Node && menu.contains(target);
      const onSummary = inside && target instanceof Element && target.closest("summary") !== null;
      const onField = inside && target instanceof Element && target.closest("input, select, textarea, label") !== null;
      if (onSummary || onField) continue;
      // What is chosen takes its button away.
      if (inside && menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      menu.open = false;
    }
  });
  // In a list that scrolls, what was opened at its end would lie below it.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches("details.more")) return;
      target.querySelector(".more-acts")?.scrollIntoView({ block: "nearest" });
      target.querySelector<HTMLElement>("input")?.focus();
    },
    { capture: true },
  );
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      const focusInside = menu.contains(document.activeElement);
      menu.open = false;
      if (focusInside) menu.querySelector("summary")?.focus();
    }
  });
}
