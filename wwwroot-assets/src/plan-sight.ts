// What is seen of the drawing in a <seat-map>: it owns the drawing's viewBox, and says on the element what style sheets want to know of it.
import { middleOf, panned, showing, zoomed, type Box, type Point } from "./plan-window.ts";

const step = 1.5;
/** Pixels from one seat to the next from which a label fits on a seat. */
const legiblePx = 44;

export type Zoom = "In" | "Out" | "Whole";

export class PlanSight {
  readonly #map: HTMLElement;
  #whole: Box = { x: 0, y: 0, width: 1, height: 1 };
  #seen: Box = this.#whole;

  constructor(map: HTMLElement) {
    this.#map = map;
  }

  /** Another plan is seen as a whole first. */
  open(whole: Box): void {
    this.#whole = whole;
    this.#see(whole);
  }

  zoom(zoom: Zoom): void {
    this.#see(zoom === "Whole" ? this.#whole : zoomed(this.#seen, this.#whole, zoom === "In" ? step : 1 / step));
  }

  /** False when it is as near or as far already as it can be. `at` is a place on the screen. */
  zoomBy(factor: number, at: Point): boolean {
    const before = this.#seen.width;
    this.#see(zoomed(this.#seen, this.#whole, factor, this.#onPlan(at)));
    return Math.abs(before - this.#seen.width) > 0.01;
  }

  drag(dx: number, dy: number): void {
    const cm = this.#cmPerPx();
    this.#see(panned(this.#seen, this.#whole, -dx * cm, -dy * cm));
  }

  /** By a quarter of what is seen. */
  shift(way: Point): void {
    this.#see(panned(this.#seen, this.#whole, (way.x * this.#seen.width) / 4, (way.y * this.#seen.height) / 4));
  }

  show(place: Point): void {
    this.#see(showing(this.#seen, this.#whole, place, this.#pitch));
  }

  /** Text keeps its size on the screen, and seats get their labels, whatever is seen of the plan. */
  measure(): void {
    const cm = this.#cmPerPx();
    const all = this.#seen.width >= this.#whole.width - 0.01;
    this.#map.style.setProperty("--cm-per-px", `${cm}`);
    this.#map.toggleAttribute("data-near", this.#pitch / cm >= legiblePx);
    this.#map.toggleAttribute("data-part", !all);
    for (const button of this.#map.querySelectorAll('[data-zoom="Out"], [data-zoom="Whole"]')) button.setAttribute("aria-disabled", String(all));
  }

  get #plan(): Element | null {
    return this.#map.querySelector(".seat-plan");
  }

  get #pitch(): number {
    return Number(this.#map.dataset["pitch"]) || 0;
  }

  #see(box: Box): void {
    this.#seen = box;
    this.#plan?.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    this.measure();
  }

  /** The drawing stands in the middle of its place and is as large as fits. */
  #cmPerPx(): number {
    const { width = 0, height = 0 } = this.#plan?.getBoundingClientRect() ?? {};
    return width > 0 && height > 0 ? Math.max(this.#seen.width / width, this.#seen.height / height) : 4;
  }

  #onPlan({ x, y }: Point): Point {
    const middle = middleOf(this.#seen);
    const place = this.#plan?.getBoundingClientRect();
    if (place === undefined) return middle;
    const [cm, centre] = [this.#cmPerPx(), middleOf(place)];
    return { x: middle.x + (x - centre.x) * cm, y: middle.y + (y - centre.y) * cm };
  }
}
