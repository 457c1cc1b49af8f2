// What the seat page says. One state, derived from the view and from what this phone is sending: never a promise that the
// server has not made.
import type { FloorView, RequestState, Seat } from "./view.ts";
import type { MessageKey, PlainKey } from "./messages.ts";
import type { Standing } from "./seat-intake.ts";

/** The tap that this phone is sending, from the tap until a view shows its effect. */
export interface Pending {
  type: "raise-request" | "withdraw-request";
  status: "sending" | "retrying" | "accepted";
  /** The version at which it was accepted. */
  version: number;
}

export type SeatState =
  | "unknown"
  | "unassigned"
  | "closed"
  | "outside"
  | "notYet"
  | "shut"
  | "free"
  | "sending"
  | "retrying"
  | "saved"
  | "onDeck"
  | "called"
  | "floor"
  | "interrupted"
  | "done"
  | "withdrawn"
  | "deferred"
  | "declined"
  | "lapsed";

/** `standing`: whether requests are taken by now; `mayAsk` goes with it. */
export function seatState(view: FloorView, pending: Pending | null, standing: Standing = "open"): SeatState {
  const { seat } = view;
  if (!seat) return "unknown";
  if (seat.participant === null) return "unassigned";
  if (seat.hasFloor) return "floor";
  if (seat.interrupted) return "interrupted";
  if (pending?.type === "raise-request") return pending.status === "accepted" ? "saved" : pending.status;
  if (pending?.status === "accepted") return "withdrawn";
  // What has become of a request that was made after speaking is the news; the thanks have been read.
  if (seat.done && (seat.request === null || seat.request.state === "Recognised")) return "done";
  if (seat.request) return ofRequest[seat.request.state];
  if (seat.mayAsk) return "free";
  if (seat.checkInFirst) return "outside";
  if (!seat.intake?.mayAsk || standing === "open") return "closed";
  return standing === "notYet" ? "notYet" : "shut";
}

const ofRequest: Record<RequestState, SeatState> = {
  Pending: "saved",
  OnDeck: "onDeck",
  Recognised: "called",
  Withdrawn: "withdrawn",
  Deferred: "deferred",
  Declined: "declined",
  Lapsed: "lapsed",
};

/** Whether the chair still has the request before it. */
function isOpen(state: RequestState | undefined): boolean {
  return state === "Pending" || state === "OnDeck" || state === "Deferred";
}

/** A settled pending tap is forgotten: the view has caught up with it. */
export function outlived(pending: Pending | null, view: FloorView): boolean {
  return pending?.status === "accepted" && view.version >= pending.version;
}

export interface Offers {
  ask: PlainKey | null;
  withdraw: boolean;
}

/** The buttons of a state: never both an open request and a way to make another. */
export function offersOf(state: SeatState, seat: Seat): Offers {
  const request = seat.request?.state;
  if (state === "free") return { ask: "askForTheFloor", withdraw: false };
  if (state === "saved" || state === "onDeck") return { ask: null, withdraw: isOpen(request) };
  const over = state === "done" || state === "withdrawn" || state === "declined" || state === "lapsed" || state === "deferred";
  if (over && seat.mayAsk) return { ask: "askAgain", withdraw: false };
  return { ask: null, withdraw: state === "deferred" };
}

type Said = Partial<Record<SeatState, { heading: PlainKey | null; sentence: PlainKey | null }>>;

const said: Said = {
  unknown: { heading: null, sentence: "seatUnknown" },
  unassigned: { heading: null, sentence: "seatUnassigned" },
  free: { heading: null, sentence: "askSentence" },
  floor: { heading: "floorHeading", sentence: null },
};

/** The heading and the sentence of a state; a state that is not excepted has both, named after it. */
export function wordsOf(state: SeatState): { heading: PlainKey | null; sentence: PlainKey | null } {
  return said[state] ?? { heading: key(`${state}Heading`), sentence: key(`${state}Sentence`) };
}

function key(name: string): PlainKey {
  return name as MessageKey as PlainKey;
}
