// What the address of a screen says about its look. Nobody stands beside such a screen: what cannot be understood is left out, and the rest holds.

export interface Options {
  /** Null: as the machine prefers. */
  theme: "light" | "dark" | null;
  /** Whether the clock is shown; null: as the view does of itself. */
  clock: boolean | null;
  /** The parts that are shown; null: all there are. */
  show: ReadonlySet<string> | null;
  /** Whether the warning and the time are heard. */
  chime: boolean;
}

export function optionsIn(search: string): Options {
  const query = new URLSearchParams(search);
  return {
    theme: oneOf(query.get("theme"), ["light", "dark"] as const),
    clock: { on: true, off: false }[query.get("clock") ?? ""] ?? null,
    chime: query.get("chime") === "on",
    show: query.has("show") ? new Set((query.get("show") ?? "").split(",").map((part) => part.trim())) : null,
  };
}

export function oneOf<T extends string>(text: string | null, allowed: readonly T[]): T | null {
  return allowed.find((one) => one === text) ?? null;
}

/** `#rrggbb` or shorter, with or without the sign, which an address would have to escape; null for anything else. */
export function colourIn(text: string | null): string | null {
  const digits = text?.replace(/^#/, "") ?? "";
  return /^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits) ? `#${digits}` : null;
}

/** A whole number within bounds; null for anything else. */
export function wholeIn(text: string | null, least: number, most: number): number | null {
  const number = /^\d{1,4}$/.test(text ?? "") ? Number(text) : NaN;
  return number >= least && number <= most ? number : null;
}

/** Tells the style sheet which of the view's parts are not shown: `data-hide="next message"`. */
export function applyTo(root: HTMLElement, { theme, clock, show }: Options, parts: readonly string[], hasClock = true): void {
  if (theme) document.documentElement.dataset["theme"] = theme;
  const hidden = parts.filter((part) => show && !show.has(part));
  if (!(clock ?? hasClock)) hidden.push("clock");
  if (hidden.length > 0) root.dataset["hide"] = hidden.join(" ");
}
