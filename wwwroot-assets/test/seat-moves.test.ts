import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Point } from "../src/plan-window.ts";
import { isArrow, nearestSeat, type Arrow } from "../src/seat-moves.ts";

interface Seat extends Point {
  label: string;
}

const arrows: Arrow[] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const csv = new URL("../../src/FloorManager.Web/Sample/gcm-2017/seats.csv", import.meta.url);
const chamber: Seat[] = readFileSync(csv, "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(","))
  .map(([label, , x, y]) => ({ label: label!, x: Number(x), y: -Number(y) }));
const grid: Seat[] = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3, 4].map((column) => ({ label: `${row}${column}`, x: column * 70, y: row * 110 })));
const from = (seats: Seat[], label: string, arrow: Arrow) => nearestSeat(seats.find((seat) => seat.label === label)!, seats, arrow)?.label ?? null;

test("In a grid each arrow leads to the neighbour, and stops at the edge", () => {
  expect(arrows.map((arrow) => from(grid, "12", arrow))).toEqual(["11", "13", "02", "22"]);
  expect(arrows.map((arrow) => from(grid, "00", arrow))).toEqual([null, "01", null, "10"]);
});

test("In a curved chamber left and right go along the row at its middle, up and down from row to row", () => {
  expect(arrows.map((arrow) => from(chamber, "B-12", arrow))).toEqual(["B-11", "B-13", "C-13", "A-10"]);
});

test.each([["the grid", grid], ["the sample chamber", chamber]])("Every seat of %s is reached from every other", (_, seats) => {
  const ways = new Map(seats.map((seat) => [seat.label, arrows.flatMap((arrow) => nearestSeat(seat, seats, arrow)?.label ?? [])]));
  for (const start of ways.keys()) {
    const reached = new Set([start]);
    for (const label of reached) for (const next of ways.get(label)!) reached.add(next);
    expect(reached.size, start).toBe(seats.length);
  }
});

test("Only arrows are arrows", () => expect(["ArrowUp", "Up", "toString", "Enter"].map(isArrow)).toEqual([true, false, false, false]));
