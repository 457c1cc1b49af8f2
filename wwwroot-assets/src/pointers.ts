// Dragging with one pointer, pinching with two. A pointer that hardly moved is a click; the click at the end of a drag is none.
import type { Point } from "./plan-window.ts";

const slackPx = 5;

export interface Follow {
  /** Whether a pointer that goes down on this takes hold of it. */
  holds: (target: Element) => boolean;
  drag: (dx: number, dy: number) => void;
  pinch: (factor: number, middle: Point) => void;
}

export function followPointersOn(surface: HTMLElement, { holds, drag, pinch }: Follow): void {
  const down = new Map<number, Point>();
  let dragged = false;
  surface.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !(event.target instanceof Element && holds(event.target))) return;
    if (down.size === 0) dragged = false;
    down.set(event.pointerId, placeOf(event));
  });
  surface.addEventListener("pointermove", (event) => {
    const [before, now] = [down.get(event.pointerId), placeOf(event)];
    if (before === undefined) return;
    // It was let go where nobody saw it.
    if (event.buttons === 0) return void down.delete(event.pointerId);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (!dragged && other === undefined && distance(before, now) < slackPx) return;
    dragged = true;
    surface.setPointerCapture(event.pointerId);
    if (other === undefined) drag(now.x - before.x, now.y - before.y);
    else pinch(distance(now, other) / Math.max(1, distance(before, other)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    down.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel"] as const) surface.addEventListener(end, ({ pointerId }) => void down.delete(pointerId));
  surface.addEventListener(
    "click",
    (event) => {
      // A key makes clicks without a count, and those are always meant.
      if (!dragged || event.detail === 0) return;
      dragged = false;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

function placeOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
