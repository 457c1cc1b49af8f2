import type { FloorView } from "./view.ts";

/**
 * Whether a view is at least as new as the one shown. Late ones are dropped, also after a reconnect: versions outlive
 * the server. The same version made later is welcome, for it carries a fresher reading of the clock.
 */
export function isCurrent(shown: FloorView | null, next: FloorView): boolean {
  if (shown === null || next.version > shown.version) return true;
  return next.version === shown.version && next.serverUnixMs >= shown.serverUnixMs;
}
