// What part of a seat plan is seen. Arithmetic in the plan's own unit, centimetres; nothing here knows a page.
export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** Five or six seats of the largest chamber side by side. */
const nearest = 8;

export function middleOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Nearer with a factor above 1, farther with one below; never farther than the whole. What lies at `fixed` stays where it is. */
export function zoomed(seen: Box, whole: Box, factor: number, fixed: Point = middleOf(seen)): Box {
  const scale = clamp(seen.width / factor, whole.width / nearest, whole.width) / seen.width;
  const x = fixed.x - (fixed.x - seen.x) * scale;
  const y = fixed.y - (fixed.y - seen.y) * scale;
  return within(whole, { x, y, width: seen.width * scale, height: seen.height * scale });
}

/** Moved over the plan, and never beyond its edge. */
export function panned(seen: Box, whole: Box, dx: number, dy: number): Box {
  return within(whole, { ...seen, x: seen.x + dx, y: seen.y + dy });
}

/** Moved by as little as it takes to see a point with some room around it. */
export function showing(seen: Box, whole: Box, { x, y }: Point, room: number): Box {
  const towards = (at: number, from: number, length: number) => Math.min(0, at - room - from) || Math.max(0, at + room - from - length);
  return panned(seen, whole, towards(x, seen.x, seen.width), towards(y, seen.y, seen.height));
}

function within(whole: Box, box: Box): Box {
  return {
    ...box,
    x: clamp(box.x, whole.x, whole.x + whole.width - box.width),
    y: clamp(box.y, whole.y, whole.y + whole.height - box.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
