// The keyboard's place on a console. Many acts take their own button away: a request that was called leaves the list, a step that was taken is
// followed by another. The focus then goes where the person goes on: to the next step of the floor, or to the row that took the
// place of the one that left. And a key that is held down acts once.

interface Place {
  element: HTMLElement;
  list: Element | null;
  index: number;
}

export function keepFocusIn(document: Document): void {
  let last: Place | null = null;
  document.addEventListener("focusin", ({ target }) => {
    last = target instanceof HTMLElement ? placeOf(target) : null;
  });
  document.addEventListener("keydown", (event) => {
    const button = event.target instanceof Element && event.target.closest("button, summary");
    if (event.repeat && button && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  });
  new MutationObserver(() => {
    if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
    const next = successorOf(last, document);
    last = null;
    next?.focus();
  }).observe(document.body, { childList: true, subtree: true });
}

function placeOf(element: HTMLElement): Place {
  const row = element.closest("li");
  const list = row?.parentElement ?? null;
  return { element, list, index: row && list ? [...list.children].indexOf(row) : -1 };
}

function successorOf({ element, list, index }: Place, document: Document): HTMLElement | null {
  const step = document.querySelector<HTMLElement>(".step");
  if (step && element.matches(".step, .give, .podium-give")) return step;
  if (element.closest(".segment-ask")) return document.querySelector<HTMLElement>('.segment[aria-current="step"], .segment');
  const row = list?.isConnected ? (list.children[index] ?? list.children[index - 1]) : null;
  // The same act on the next row, and giving the floor only to go on with giving it.
  const same = element.matches(".give") ? ".give" : element.closest("details") ? "summary" : ".quiet";
  return row?.querySelector<HTMLElement>(same) ?? step ?? document.querySelector<HTMLElement>(".pool button, .pool input, main h1");
}
