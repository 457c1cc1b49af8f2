import { expect, test } from "vitest";
import { panned, showing, zoomed, type Box } from "../src/plan-window.ts";

const whole: Box = { x: -1000, y: -800, width: 2000, height: 1000 };
const inside = (box: Box) =>
  box.x >= whole.x && box.y >= whole.y && box.x + box.width <= whole.x + whole.width + 1e-9 && box.y + box.height <= whole.y + whole.height + 1e-9;

test("What lies under the finger stays there, nearer and farther", () => {
  const finger = { x: 300, y: -500 };
  const share = (box: Box) => [(finger.x - box.x) / box.width, (finger.y - box.y) / box.height];
  const near = zoomed(whole, whole, 3, finger);
  expect(near.width).toBeCloseTo(2000 / 3);
  expect(share(near)).toEqual(share(whole).map((part) => expect.closeTo(part)));
  expect(share(zoomed(near, whole, 1 / 1.2, finger))).toEqual(share(near).map((part) => expect.closeTo(part)));
});

test("Without a finger the middle stays", () => expect(zoomed(whole, whole, 2)).toEqual({ x: -500, y: -550, width: 1000, height: 500 }));

test("It goes no farther than the whole and no nearer than a few seats", () => {
  expect(zoomed(zoomed(whole, whole, 4, { x: 990, y: 190 }), whole, 1 / 100)).toEqual(whole);
  expect(zoomed(whole, whole, 1_000).width).toBe(250);
});

test("The plan is never left, wherever it is moved and zoomed to", () => {
  let seen = whole;
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < 500; i++) {
    seen = zoomed(seen, whole, Math.exp(random() * 2 - 1), { x: random() * 3000 - 1500, y: random() * 2000 - 1200 });
    seen = panned(seen, whole, random() * 1000 - 500, random() * 1000 - 500);
    expect(inside(seen)).toBe(true);
    expect(seen.width / seen.height).toBeCloseTo(2);
  }
});

test("To show a seat it moves as little as it must", () => {
  const seen = { x: 0, y: -400, width: 400, height: 200 };
  expect(showing(seen, whole, { x: 200, y: -300 }, 50)).toEqual(seen);
  expect(showing(seen, whole, { x: 380, y: -300 }, 50)).toEqual({ ...seen, x: 30 });
  expect(showing(seen, whole, { x: -20, y: -420 }, 50)).toEqual({ ...seen, x: -70, y: -470 });
});
