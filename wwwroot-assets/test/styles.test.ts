import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../styles/", import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
const read = (name: string) => readFileSync(new URL(name, folder), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

describe("The layout turns round for Arabic", () => {
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;
  test.each(sheets)("%s has no physical property", (name) => {
    const withoutQueries = read(name).replace(/@media[^{]*/g, "");
    expect(physical.exec(withoutQueries)?.[0]).toBeUndefined();
  });
});

describe("Colours", () => {
  const blocks = [...read("tokens.css").matchAll(/([^{}]+)\{([^{}]*--floor-ground[^{}]*)\}/g)].map(([, where, body]) => ({
    where: where!.trim(),
    colours: Object.fromEntries([...body!.matchAll(/--floor-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])),
  }));
  const root = blocks.find(({ where }) => where === ":root")!.colours;
  const dark = blocks.find(({ where }) => where.includes('"dark"'))!.colours;

  test("are the same whether the theme is the device's or chosen", () => {
    expect(blocks).toHaveLength(4);
    const [light, deviceDark, chosenLight, chosenDark] = blocks.map(({ colours }) => colours);
    expect(chosenDark).toEqual(deviceDark);
    expect(light).toMatchObject(chosenLight!);
    expect(Object.keys(chosenLight!)).toEqual(Object.keys(chosenDark!));
  });

  test("of the three phases are the ones that colour-blind viewers can tell apart", () =>
    expect([root["screen-ink"], root["screen"], root["warning"], root["expired"]]).toEqual(["#ffffff", "#000000", "#ffc233", "#b00020"]));

  const texts = [
    ["ink", "ground"],
    ["ink", "surface"],
    ["ink-quiet", "ground"],
    ["ink-quiet", "surface"],
    ["accent", "ground"],
    ["accent", "surface"],
    ["accent-ink", "accent"],
    ["warning-ink", "warning"],
    ["expired-ink", "expired"],
    ["screen-ink", "screen"],
    ["screen-quiet", "screen"],
    ["screen-accent", "screen"],
    ["warning", "screen"],
  ] as const;
  describe.each([["light", root], ["dark", { ...root, ...dark }]])("in the %s theme", (_, colours) => {
    test.each(texts)("text %s on %s keeps 7:1", (ink, ground) =>
      expect(contrast(colours[ink]!, colours[ground]!)).toBeGreaterThanOrEqual(7),
    );
    test.each(["ground", "surface"])("the edge of a control on %s keeps 3:1", (ground) =>
      expect(contrast(colours["control-line"]!, colours[ground]!)).toBeGreaterThanOrEqual(3),
    );
  });
});

test("Every character of the sample has a font of our own: a machine without Chinese or Arabic letters shows boxes", () => {
  const faces = read("fonts.css") + readFileSync(new URL("../node_modules/@fontsource-variable/noto-sans-sc/wght.css", folder), "utf8");
  const ranges = [...faces.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from, to]) => [parseInt(from!, 16), parseInt(to ?? from!, 16)] as const);
  const sample = new URL("../../src/FloorManager.Web/Sample/gcm-2017/", import.meta.url);
  const texts = readdirSync(sample).map((name) => readFileSync(new URL(name, sample), "utf8"));
  const without = new Set([...texts.join("")].filter((c) => c > " " && !ranges.some(([from, to]) => c.codePointAt(0)! >= from && c.codePointAt(0)! <= to)));
  expect([...without]).toEqual([]);
});

test("A name on the chamber screen is cut at the last step alone, where it would leave no room for the clock", () => {
  const rule = /^\.chamber-name \{([^}]*)\}/m.exec(read("chamber.css"))?.[1];
  expect(rule).toContain("overflow-wrap: anywhere");
  expect(rule).not.toMatch(/ellipsis|nowrap|overflow: hidden|line-clamp/);
});

test("A blink is at most one a second for three seconds, and stands still for those who want no motion", () => {
  expect(read("blink.css").match(/animation: [^;]*/g)).toEqual(["animation: blink 1s step-end 3"]);
  expect(read("blink.css")).toMatch(/prefers-reduced-motion: reduce\) \{[^}]*border:/);
  expect(read("page.css")).toMatch(/prefers-reduced-motion: reduce\) \{[^}]*animation: none !important/);
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
