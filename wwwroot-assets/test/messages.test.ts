import { describe, expect, test } from "vitest";
import { tables, wordsFor } from "../src/messages.ts";

const placeholders = (message: unknown): string[] => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();

describe.each(Object.keys(tables))("The language %s", (language) => {
  const table = tables[language]!;
  const english = tables["en"]!;

  test("has every text, and none beside", () => expect(Object.keys(table).sort()).toEqual(Object.keys(english).sort()));

  test("says every text with the same facts, in the same kind", () => {
    for (const key of Object.keys(english) as (keyof typeof english)[]) {
      expect(placeholders(table[key]), key).toEqual(placeholders(english[key]));
      expect(typeof table[key], key).toBe(typeof english[key]);
      if (typeof table[key] !== "string") expect(table[key].other, key).toBeTruthy();
    }
  });

  test("keeps the words of other procedures out", () =>
    expect(JSON.stringify(table)).not.toMatch(/list of speakers|liste des orateurs|inscription|precedence|caucus|yield/i));
});

test("A region is served in its language, an unknown language in English", () => {
  expect(wordsFor("fr-CH").say("askForTheFloor")).toBe("Demander la parole");
  expect(wordsFor("eo").say("askForTheFloor")).toBe("Ask for the floor");
  expect(wordsFor("").language).toBe("en");
  expect(wordsFor("constructor").language).toBe("en");
});

test("A count takes the form of its language", () => {
  expect([0, 1, 2].map((n) => wordsFor("en").count("requestsWaiting", n))).toEqual(["requests waiting", "request waiting", "requests waiting"]);
  expect([0, 1, 2].map((n) => wordsFor("fr").count("requestsWaiting", n))).toEqual(["demande en attente", "demande en attente", "demandes en attente"]);
});
