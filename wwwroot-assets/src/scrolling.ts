// A long list draws only the rows that are seen: rows that leave because somebody scrolls have not gone anywhere.
import type { Time } from "./time.ts";

const settledMs = 500;

/** Whether something has been scrolled a moment ago. */
export function scrollingIn(document: Document, time: Time): () => boolean {
  let atMs = -Infinity;
  document.addEventListener("scroll", () => (atMs = time.now()), { capture: true, passive: true });
  return () => time.now() - atMs < settledMs;
}
