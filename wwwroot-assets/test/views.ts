// Views as the hub sends them, and a stand-in for the hub.
import type { Connection, FloorSource, Received } from "../src/source.ts";
import type { Clock, FloorView, Seat, Speaker } from "../src/view.ts";

export const nobody: FloorView = {
  hearing: "gcm-2017",
  hearingTitle: "Hearing on migration",
  version: 1,
  serverUnixMs: 1_501_078_512_345,
  segment: {
    id: "panel-1",
    kind: "Panel",
    title: "Panel 1",
    theme: "Human rights of all migrants",
    phase: "InteractiveExchange",
    endsAtUnixMs: null,
  },
  speaker: null,
  clock: null,
  onDeck: [],
  requestsWaiting: 0,
  message: null,
  blackout: false,
};

export const speaker: Speaker = {
  name: "Peter Thomson",
  style: "H.E. Mr.",
  designation: "",
  delegation: "Fiji",
  category: "MemberState",
  kind: "Intervention",
};

export const running = (remainingMs: number, more: Partial<Clock> = {}): Clock => ({
  state: "Running",
  phase: "Speaking",
  limitMs: 180_000,
  remainingMs,
  warningMs: 30_000,
  strict: true,
  ...more,
});

export const freeSeat: Seat = {
  label: "C-14",
  participant: { name: "Dennis Sinyolo", delegation: "Education International" },
  panel: { id: "panel-1", title: "Panel 1" },
  mayAsk: true,
  request: null,
  hasFloor: false,
  interrupted: false,
  done: null,
};

export class Source implements FloorSource {
  show: (received: Received) => void = () => {};
  tell: (connection: Connection) => void = () => {};
  onView(listen: (received: Received) => void): void {
    this.show = listen;
  }
  onConnection(listen: (connection: Connection) => void): void {
    this.tell = listen;
  }
}
