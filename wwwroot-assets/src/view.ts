/** What the hub sends: always the whole picture, never a patch. Times are milliseconds; `remainingMs` is signed. */
export interface FloorView {
  hearing: string;
  hearingTitle: string;
  /** Grows with every accepted event of the hearing and survives a restart of the server. */
  version: number;
  /** The server's time at which `clock.remainingMs` was true. */
  serverUnixMs: number;
  segment: Segment | null;
  speaker: Speaker | null;
  clock: Clock | null;
  /** Those whom the chair has announced as following: nobody else has a place here. */
  onDeck: Named[];
  requestsWaiting: number;
  message: string | null;
  blackout: boolean;
  /** What the programme has next; `at` is the time on the chamber's wall. */
  next?: (Pick<Segment, "kind" | "title" | "theme"> & { at: string }) | null;
  /** Grows with every blink the chair asked for. A server of before it does not send it. */
  blinks?: number;
  /** Time of day in the chamber, 24 hours, at which the meeting goes on. */
  resumesAt?: string | null;
  /** Only for the audience `seat`. */
  seat?: Seat | null;
}

export interface Segment {
  id: string;
  kind: "Opening" | "Panel" | "Break" | "Closing";
  title: string | null;
  theme: string | null;
  phase: PanelPhase | null;
  endsAtUnixMs: number | null;
}

export type PanelPhase = "Introduction" | "PanellistRemarks" | "InteractiveExchange" | "ConcludingRemarks";

export interface Named {
  name: string | null;
  delegation: string | null;
}

export interface Speaker extends Named {
  /** "H.E. Mr." – belongs in front of the name. */
  style: string | null;
  designation: string | null;
  category: string | null;
  kind: "Intervention" | "Remarks" | "Reply" | "PointOfOrder" | "RightOfReply";
}

export type ClockState = "NotStarted" | "Running" | "Paused" | "Ended";
export type Phase = "Speaking" | "Warning" | "Expired";

export interface Clock {
  state: ClockState;
  phase: Phase;
  limitMs: number;
  /** Below zero is the overrun. */
  remainingMs: number;
  warningMs: number;
  /** False for remarks of an announced length: they are counted alike, but nobody is told to conclude. */
  strict: boolean;
}

export type RequestState = "Pending" | "OnDeck" | "Recognised" | "Withdrawn" | "Deferred" | "Declined" | "Lapsed";

export interface Seat {
  label: string;
  participant: Named | null;
  panel: { id: string; title: string | null } | null;
  mayAsk: boolean;
  request: { id: string; state: RequestState; raisedAtUnixMs: number } | null;
  hasFloor: boolean;
  /** A point of order came in between; the holder goes on when it is settled. */
  interrupted: boolean;
  done: { spokenMs: number } | null;
  /** When the panel takes requests; null for all the time. `opensAt` and `closesAt` are times on the chamber's wall. */
  intake?: Intake | null;
  /** Wishes that were not reached: for each something may be handed in in writing. */
  unheard?: Unheard[];
}

export interface Intake {
  opensAtUnixMs: number | null;
  closesAtUnixMs: number | null;
  opensAt: string | null;
  closesAt: string | null;
}

export interface Unheard {
  requestId: string;
  panel: string;
  /** What was handed in. */
  text: string | null;
}

export type Audience = "chamber" | "queue" | "seat";
