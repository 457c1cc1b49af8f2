// What each view of the room may be told by its address, and how choices become an address. Pure: the panel is drawn from it, and the views read their
// parts from it.
import { colourIn, oneOf, wholeIn } from "../options.ts";
import type { LookKey } from "./words.ts";

export type View = "screen" | "queue" | "podium" | "overlay";

/** `default` stands for what the view does of itself, and is left out of an address. */
export type Field =
  | { kind: "choice"; name: string; label: LookKey; values: readonly (readonly [string, LookKey])[]; default: string }
  | { kind: "switch"; name: string; label: LookKey; default: boolean }
  | { kind: "number"; name: string; label: LookKey; least: number; most: number; default: number }
  | { kind: "colour"; name: string; label: LookKey; default: string };

export interface Look {
  /** Each may be left out of the picture. */
  parts: readonly LookKey[];
  fields: readonly Field[];
}

const theme: Field = { kind: "choice", name: "theme", label: "theme", values: [["", "auto"], ["light", "light"], ["dark", "dark"]], default: "" };
const clock = (shown: boolean): Field => ({ kind: "switch", name: "clock", label: "clock", default: shown });

export const looks: Record<View, Look> = {
  screen: {
    parts: ["delegation", "word", "next", "message", "programme"],
    fields: [theme, clock(true), { kind: "switch", name: "chime", label: "chime", default: false }],
  },
  queue: { parts: ["next", "waiting", "message", "programme"], fields: [theme, clock(true)] },
  podium: { parts: ["next", "questions", "topics", "message"], fields: [theme, clock(true)] },
  overlay: {
    parts: ["name", "designation", "delegation"],
    fields: [
      clock(false),
      { kind: "choice", name: "position", label: "position", values: [["start", "start"], ["center", "center"], ["end", "end"]], default: "start" },
      { kind: "choice", name: "edge", label: "edge", values: [["top", "top"], ["bottom", "bottom"]], default: "bottom" },
      { kind: "number", name: "size", label: "size", least: 50, most: 200, default: 100 },
      { kind: "colour", name: "ink", label: "ink", default: "#ffffff" },
      { kind: "colour", name: "ground", label: "ground", default: "#0b1218e6" },
      { kind: "colour", name: "accent", label: "accent", default: "#009edb" },
    ],
  },
};

/** What stands in the form: each field as text, a switch as "on" or "off", and the parts that are shown. */
export interface Choices {
  lang: string;
  fields: Record<string, string>;
  parts: ReadonlySet<string>;
}

export function textOf(field: Field): string {
  if (field.kind === "switch") return field.default ? "on" : "off";
  return String(field.default);
}

/** Of an address: what it does not say, or says so that nobody understands it, is as the view does of itself. */
export function choicesIn(search: string, look: Look): Choices {
  const query = new URLSearchParams(search);
  const shown = query.get("show")?.split(",").map((part) => part.trim());
  return {
    lang: query.get("lang") ?? "",
    fields: Object.fromEntries(look.fields.map((field) => [field.name, understood(field, query.get(field.name)) ?? textOf(field)])),
    parts: new Set(look.parts.filter((part) => shown?.includes(part) ?? true)),
  };
}

/** The address that shows these choices. What else stood in the old one stays. */
export function addressOf(path: string, search: string, look: Look, { lang, fields, parts }: Choices): string {
  const query = new URLSearchParams(search);
  set("lang", lang, "");
  for (const field of look.fields) set(field.name, understood(field, fields[field.name] ?? "") ?? textOf(field), textOf(field));
  set("show", look.parts.filter((part) => parts.has(part)).join(","), look.parts.join(","));
  // A comma is readable and needs no escape there; a colour goes without its sign, which would.
  const written = query.toString().replaceAll("%2C", ",").replaceAll("=%23", "=");
  return written === "" ? path : `${path}?${written}`;

  function set(name: string, value: string, left: string): void {
    if (value === left) query.delete(name);
    else query.set(name, value);
  }
}

function understood(field: Field, text: string | null): string | null {
  if (text === null) return null;
  switch (field.kind) {
    case "choice":
      return oneOf(text, field.values.map(([value]) => value));
    case "switch":
      return oneOf(text, ["on", "off"]);
    case "number":
      return wholeIn(text, field.least, field.most)?.toString() ?? null;
    case "colour":
      return colourIn(text)?.toLowerCase() ?? null;
  }
}

/** As a colour picker takes it, which knows six digits and no transparency. */
export function opaque(colour: string): string {
  const digits = colour.slice(1);
  return `#${digits.length < 6 ? [...digits.slice(0, 3)].map((digit) => digit + digit).join("") : digits.slice(0, 6)}`;
}
