// <seat-map data-whole="x y width height" data-pitch="70">: the server draws the seats; what is seen of the plan, and which seat the keyboard is at,
// is this element's alone, and nothing of it goes over the wire. The pitch is the way from one seat to the next, in centimetres.
import { PlanSight, type Zoom } from "./plan-sight.ts";
import type { Point } from "./plan-window.ts";
import { followPointersOn } from "./pointers.ts";
import { isArrow, nearestSeat, wayOf, type Arrow } from "./seat-moves.ts";

const zooms: Record<string, Zoom> = { "+": "In", "=": "In", "-": "Out", "−": "Out", "0": "Whole" };

export class SeatMap extends HTMLElement {
  static readonly observedAttributes = ["data-whole"];

  readonly #sight = new PlanSight(this);
  readonly #resized = new ResizeObserver(() => this.#sight.measure());
  // The seats come after the element, and another plan brings others.
  readonly #drawn = new MutationObserver(() => this.#keepWayIn());

  constructor() {
    super();
    followPointersOn(this, {
      holds: onPlan,
      drag: (dx, dy) => this.#sight.drag(dx, dy),
      pinch: (factor, middle) => void this.#sight.zoomBy(factor, middle),
    });
    this.addEventListener("wheel", (event) => this.#turn(event), { passive: false });
    this.addEventListener("keydown", (event) => this.#press(event));
    this.addEventListener("focusin", ({ target }) => this.#come(target));
    this.addEventListener("click", ({ target }) => this.#tap(target));
  }

  connectedCallback(): void {
    this.#resized.observe(this);
    this.#drawn.observe(this, { childList: true, subtree: true });
    this.#keepWayIn();
  }

  disconnectedCallback(): void {
    this.#resized.disconnect();
    this.#drawn.disconnect();
  }

  attributeChangedCallback(): void {
    const [x = 0, y = 0, width = 1, height = 1] = (this.dataset["whole"] ?? "").split(" ").map(Number);
    this.#sight.open({ x, y, width, height });
  }

  /** A wheel that has nothing left to zoom scrolls the page. */
  #turn(event: WheelEvent): void {
    if (event.deltaY === 0 || !onPlan(event.target)) return;
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 33;
    if (this.#sight.zoomBy(Math.exp(-pixels / 400), { x: event.clientX, y: event.clientY })) event.preventDefault();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return this.querySelector<HTMLElement>("[data-closes]")?.click();
    if (this.#act(event)) event.preventDefault();
  }

  /** The keys mean something at a seat and at the buttons of the plan, and nothing in the card below. */
  #act({ key, shiftKey, repeat, target }: KeyboardEvent): boolean {
    const [seat, zoom] = [seatOf(target), zooms[key]];
    if (!seat && !(target instanceof Element && target.closest("[data-zoom]"))) return false;
    if (zoom) this.#sight.zoom(zoom);
    else if (isArrow(key) && shiftKey) this.#sight.shift(wayOf(key));
    else if (isArrow(key) && seat) this.#go(seat, key);
    else if ((key === "Enter" || key === " ") && seat) {
      if (!repeat) seat.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    } else return false;
    return true;
  }

  #go(seat: SVGElement, arrow: Arrow): void {
    const seats = [...this.querySelectorAll<SVGElement>(".seat")].map((element) => ({ element, ...placeOf(element) }));
    nearestSeat(placeOf(seat), seats, arrow)?.element.focus({ preventScroll: true });
  }

  /** One seat is the keyboard's way in: the one that it was at last. */
  #come(target: EventTarget | null): void {
    const seat = seatOf(target);
    if (!seat) return;
    for (const other of this.querySelectorAll('.seat[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    seat.setAttribute("tabindex", "0");
    // A seat that was pointed at is seen, and must not move under the finger.
    if (seat.matches(":focus-visible")) this.#sight.show(placeOf(seat));
  }

  #keepWayIn(): void {
    if (this.querySelector('.seat[tabindex="0"]') === null) this.querySelector(".seat")?.setAttribute("tabindex", "0");
  }

  #tap(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-zoom], [data-closes]") : null;
    if (button?.dataset["zoom"]) this.#sight.zoom(button.dataset["zoom"] as Zoom);
    // The button goes with the card; whoever pressed it goes on at the seat.
    else if (button) this.querySelector<SVGElement>('.seat[aria-current="true"]')?.focus();
  }
}

function onPlan(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".seat-plan") !== null;
}

function seatOf(target: EventTarget | null): SVGElement | null {
  return target instanceof Element ? target.closest<SVGElement>(".seat") : null;
}

function placeOf(seat: SVGElement): Point {
  return { x: Number(seat.dataset["x"]), y: Number(seat.dataset["y"]) };
}
