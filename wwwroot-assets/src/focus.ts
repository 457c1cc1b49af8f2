// The keyboard's place on a console. Many acts take their own button away: a request that was called leaves the list, a step that was taken is
// followed by another. The focus then goes where the person goes on: to the next step of the floor, or to the row that took the
// place of the one that left – for the keyboard: whoever works with a pointer and then presses the space bar means the step of the floor, and
// not the stranger whose row moved up. From a notice that is closed it goes back to where it was before. And a key that is held down acts once.

interface Place {
  element: HTMLElement;
  list: Element | null;
  index: number;
}

export function keepFocusIn(document: Document): void {
  let last: Place | null = null;
  let beforeNotice: Place | null = null;
  let scrolledAway = false;
  let byPointer = false;
  document.addEventListener("pointerdown", () => (byPointer = true), { capture: true });
  document.addEventListener("keydown", () => (byPointer = false), { capture: true });
  document.addEventListener("scroll", () => (scrolledAway = true), { capture: true, passive: true });
  document.addEventListener("click", () => (scrolledAway = false), { capture: true });
  document.addEventListener("focusin", ({ target }) => {
    const place = target instanceof HTMLElement ? placeOf(target) : null;
    if (place?.element.closest(".console-notice") && !last?.element.closest(".console-notice")) beforeNotice = last;
    last = place;
    scrolledAway = false;
  });
  document.addEventListener("keydown", (event) => {
    const button = event.target instanceof Element && event.target.closest("button, summary");
    if (event.repeat && button && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  });
  // A button that leads to where the next step is chosen.
  document.addEventListener("click", ({ target }) => {
    const goal = target instanceof Element ? target.closest<HTMLElement>("[data-goes]")?.dataset["goes"] : undefined;
    if (goal) document.querySelector<HTMLElement>(goal)?.focus();
  });
  new MutationObserver(() => {
    if (last === null) return;
    const notice = last.element.closest(".console-notice");
    const closed = notice?.hasAttribute("hidden") === true;
    const held = document.activeElement !== document.body && !(closed && notice?.contains(document.activeElement));
    if (held || (last.element.isConnected && !closed)) return;
    // A long list draws only the rows that are seen. One that was scrolled out of sight has no successor: the focus would drag the list back.
    const next = closed ? returnTo(beforeNotice, document) : scrolledAway || (byPointer && last.list !== null && !leadsToTheStep(last.element)) ? null : successorOf(last, document);
    last = null;
    next?.focus();
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });
}

/** What was refused is usually still there; what has gone meanwhile has a successor. */
function returnTo(place: Place | null, document: Document): HTMLElement | null {
  if (place?.element.isConnected) return place.element;
  return place ? successorOf(place, document) : document.querySelector<HTMLElement>(".step, .pool button, .pool input, main h1");
}

function placeOf(element: HTMLElement): Place {
  const row = element.closest("li");
  const list = row?.parentElement ?? null;
  return { element, list, index: row && list ? [...list.children].indexOf(row) : -1 };
}

const leadsToTheStep = (element: HTMLElement) => element.matches(".step, .give, .podium-give");

function successorOf({ element, list, index }: Place, document: Document): HTMLElement | null {
  const step = document.querySelector<HTMLElement>(".step");
  if (step && leadsToTheStep(element)) return step;
  if (element.closest(".segment-ask")) return document.querySelector<HTMLElement>('.segment[aria-current="step"], .segment');
  const row = list?.isConnected ? (list.children[index] ?? list.children[index - 1]) : null;
  // The same act on the next row, and giving the floor only to go on with giving it.
  const same = element.matches(".give") ? ".give" : element.closest("details") ? "summary" : ".quiet";
  return row?.querySelector<HTMLElement>(same) ?? step ?? document.querySelector<HTMLElement>(".pool button, .pool input, main h1");
}
