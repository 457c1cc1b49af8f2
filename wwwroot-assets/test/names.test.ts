import { expect, test } from "vitest";
import { nameOf } from "../src/names.ts";

test.each([
  ["Mr.", "Peter Banda", "Mr. Peter Banda"],
  ["", "Sringatin", "Sringatin"],
  ["Mr.", "H.E. Mr. Peter Banda", "H.E. Mr. Peter Banda"],
  ["H.E. Mr.", "H.E. Mr. Peter Banda", "H.E. Mr. Peter Banda"],
  ["Ms.", "Msimang", "Ms. Msimang"],
])("Nobody is called by their style twice: %s %s", (style, name, called) => expect(nameOf({ style, name, delegation: "" })).toBe(called));
