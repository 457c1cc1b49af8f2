/**
 * How long to wait after the given number of failures in a row (0 is the first). It doubles up to the cap, and the upper half
 * is left to chance, so that five hundred phones do not come back in the same instant.
 */
export function backoff(failures: number, random: () => number, firstMs: number, capMs: number): number {
  const fullMs = Math.min(capMs, firstMs * 2 ** Math.min(failures, 30));
  return fullMs / 2 + (random() * fullMs) / 2;
}
