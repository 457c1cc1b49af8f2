// From seat to seat with the arrow keys. Rows are curved and no grid: the seat that one expects is the one that lies nearest that way.
import type { Point } from "./plan-window.ts";

const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;

export type Arrow = keyof typeof ways;

export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(ways, key);
}

/** The way an arrow points, on a plan whose y grows downwards. */
export function wayOf(arrow: Arrow): Point {
  const [x, y] = ways[arrow];
  return { x, y };
}

/** Among the seats within an eighth of a turn to either side of the way: every other seat lies on one of the four ways, so that none is out of reach. */
export function nearestSeat<T extends Point>(from: Point, seats: Iterable<T>, arrow: Arrow): T | null {
  const way = wayOf(arrow);
  let [nearest, least]: [T | null, number] = [null, Infinity];
  for (const seat of seats) {
    const [dx, dy] = [seat.x - from.x, seat.y - from.y];
    const ahead = dx * way.x + dy * way.y;
    const astray = Math.abs(dx * way.y - dy * way.x);
    const far = Math.hypot(ahead, astray);
    if (ahead > 0 && astray <= ahead && far < least) [nearest, least] = [seat, far];
  }
  return nearest;
}
