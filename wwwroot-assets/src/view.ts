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
  /** Only for the audience `queue`: how many more fit before the open panel ends; null outside a panel. */
  fits?: number | null;
  /** Only for the audience `queue`, and only where the hearing publishes them: those who wait, in no order. */
  waiting?: Named[];
  /** Only for the audience `podium`. */
  podium?: Podium;
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

export interface Podium {
  /** From the chair to the podium alone. */
  message: string | null;
  /** What nobody has answered yet, by whom it was asked of. */
  questions: PodiumQuestions[];
  /** The guiding questions of the open panel. */
  topics: string[];
}

export interface PodiumQuestions {
  /** Null for the panel as a whole. */
  to: string | null;
  questions: { text: string; from: string }[];
}

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
  panel: SeatPanel | null;
  mayAsk: boolean;
  request: { id: string; state: RequestState; raisedAtUnixMs: number; topic?: string | null } | null;
  hasFloor: boolean;
  /** A point of order came in between; the holder goes on when it is settled. */
  interrupted: boolean;
  done: { spokenMs: number } | null;
  /** When requests are taken; null until the panel closes. A server of before it does not send it, nor the next. */
  intake?: SeatIntake | null;
  /** Whether the holder, who waits, may be reached in the open panel; it changes in coarse steps. */
  outlook?: "Likely" | "AtRisk" | "NotInThisPanel" | null;
  /** Only those in the room may ask, and the holder has not been checked in. */
  checkInFirst?: boolean;
  /** Null where the holder was reached. */
  written?: Written | null;
  /** Nobody has the seat, and whoever sits there may say who they are. */
  mayTake?: boolean;
  /** They said so here, and may take it back. */
  mayLeave?: boolean;
}

export interface SeatPanel {
  id: string;
  title: string | null;
  /** The guiding questions. A server of before it does not send them. */
  topics?: { id: string; text: string }[];
}

/** As of the instant of the view; what lies behind it is zero or less. The times are those on the chamber's wall, a day is null for today. */
export interface SeatIntake {
  /** Asking is accepted while requests are taken. */
  mayAsk: boolean;
  opensAt: string | null;
  opensOn: string | null;
  opensInMs: number | null;
  closesAt: string | null;
  closesOn: string | null;
  closesInMs: number | null;
}

/** The offer to hand in in writing what there was no time for. */
export interface Written {
  requestId: string;
  /** The title of the panel it was for. */
  panel: string;
  /** The time on the chamber's wall; null while nothing was handed in. */
  handedInAt: string | null;
  characters: number;
}

export type Audience = "chamber" | "queue" | "podium" | "seat";
