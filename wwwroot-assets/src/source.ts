import type { FloorView } from "./view.ts";

/** A view and the reading of the monotonic clock at which it was true. */
export interface Received {
  view: FloorView;
  atMonotonicMs: number;
}

/** `refused` carries the server's sentence: the visitor has no seat, the hearing is unknown. */
export type Connection =
  | { state: "connecting" }
  | { state: "connected" }
  | { state: "reconnecting" }
  | { state: "refused"; sentence: string };

/** Where a page gets what it shows. Both listeners are called on every change, and the same view may come twice. */
export interface FloorSource {
  onView(listen: (received: Received) => void): void;
  onConnection(listen: (connection: Connection) => void): void;
}
