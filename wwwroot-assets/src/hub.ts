// One connection to the hub for the life of the page.
//
// The life of a connection: open, Watch (which answers the whole current view and subscribes), measure the clock's offset, then listen until it
// closes; wait a little; open the next. The first connection and every later one take the same path. The page keeps its last
// picture meanwhile, and a clock goes on counting, because deadlines do not depend on the line.
import { backoff } from "./backoff.ts";
import { isCurrent } from "./latest.ts";
import { refusalIn } from "./refusal.ts";
import { madeAt, offsetFrom, remember, uncertaintyOf, type Ping } from "./offset.ts";
import type { Orders, Report } from "./screen.ts";
import type { Connection, FloorSource, Received } from "./source.ts";
import { within, type Time } from "./time.ts";
import type { Audience, FloorView } from "./view.ts";

/** The part of the official client that is used. */
export interface Link {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke<T>(method: string, ...args: unknown[]): Promise<T>;
  on<T>(method: string, handler: (sent: T) => void): void;
  onclose(handler: () => void): void;
}

export interface HubOptions {
  hearing: string;
  audience: Audience;
  /** A fresh, unopened link; told how many attempts failed before it. */
  open: (failures: number) => Link;
  time: Time;
  random: () => number;
  /** Shown when the sign-in has run out. */
  signInAgain: string;
  /** A screen of the room, which the secretariat knows and may order about; a seat is none. */
  screen?: { report: () => Report; orders: Orders };
}

// An attempt and the wait before it stay below 10 s together: so long after a restart of the server everybody is back; where nothing hangs, within five.
const attemptMs = 4_000;
const firstWaitMs = 500;
const longestWaitMs = 4_000;
// A refusal does not mend itself in seconds.
const refusedWaitMs = 30_000;
const pingsInBurst = 5;
const betweenBurstsMs = 60_000;

export class FloorHub implements FloorSource {
  readonly #options: HubOptions;
  readonly #viewListeners: ((received: Received) => void)[] = [];
  readonly #connectionListeners: ((connection: Connection) => void)[] = [];
  #shown: FloorView | null = null;
  #receivedAtMs = 0;
  #pings: Ping[] = [];
  #link: Link | null = null;
  #stopWaiting = () => {};

  constructor(options: HubOptions) {
    this.#options = options;
  }

  onView(listen: (received: Received) => void): void {
    this.#viewListeners.push(listen);
  }

  onConnection(listen: (connection: Connection) => void): void {
    this.#connectionListeners.push(listen);
  }

  /** Never ends: an unattended screen has nobody to press "reload". */
  async run(): Promise<never> {
    this.#tell({ state: "connecting" });
    for (let failures = 0; ; ) {
      const ended = await this.#connect(failures);
      if (ended.watched) failures = 0;
      this.#tell(ended.refusal === null ? this.#lost() : { state: "refused", sentence: ended.refusal });
      const { random } = this.#options;
      await this.#wait(ended.refusal === null ? backoff(failures, random, firstWaitMs, longestWaitMs) : refusedWaitMs);
      if (!ended.watched) failures++;
    }
  }

  /** The device has slept or the page was hidden: take nothing counted here for true until the server has spoken. */
  wake(): void {
    this.#stopWaiting();
    const link = this.#link;
    if (link === null) return;
    this.#pings = [];
    this.#watch(link)
      .then(() => this.#measure(link))
      .catch(() => link.stop());
  }

  /** Resolves when the connection has come to its end, however that happened. */
  async #connect(failures: number): Promise<{ watched: boolean; refusal: string | null }> {
    const { open, time, signInAgain } = this.#options;
    const link = open(failures);
    const closed = new Promise<void>((resolve) => link.onclose(resolve));
    link.on<FloorView>("FloorChanged", (view) => this.#receive(view));
    this.#obey(link);
    let watched = false;
    try {
      await within(time, attemptMs, link.start());
      this.#pings = [];
      await this.#watch(link);
      watched = true;
      this.#link = link;
      this.#tell({ state: "connected" });
      void this.#keepMeasuring(link);
      await closed;
      return { watched, refusal: null };
    } catch (error) {
      return { watched, refusal: refusalIn(error, signInAgain) };
    } finally {
      this.#link = null;
      link.stop().catch(() => {});
    }
  }

  async #watch(link: Link): Promise<void> {
    const { hearing, audience, time } = this.#options;
    this.#receive(await within(time, attemptMs, link.invoke<FloorView>("Watch", hearing, audience)));
  }

  #receive(view: FloorView): void {
    if (!isCurrent(this.#shown, view)) return;
    this.#shown = view;
    this.#receivedAtMs = this.#options.time.now();
    this.#show();
  }

  #show(): void {
    const view = this.#shown;
    if (view === null) return;
    const atMonotonicMs = madeAt(view.serverUnixMs, this.#receivedAtMs, offsetFrom(this.#pings));
    for (const listen of this.#viewListeners) listen({ view, atMonotonicMs });
  }

  async #keepMeasuring(link: Link): Promise<void> {
    while (this.#link === link) {
      await this.#measure(link).catch(() => {}); // a closed link ends the loop by itself
      await new Promise<void>((resolve) => this.#options.time.after(betweenBurstsMs, resolve));
    }
  }

  async #measure(link: Link): Promise<void> {
    const { time } = this.#options;
    for (let i = 0; i < pingsInBurst; i++) {
      const sentAtMs = time.now();
      const { serverUnixMs } = await link.invoke<{ serverUnixMs: number }>("Ping", Math.round(sentAtMs));
      this.#pings = remember(this.#pings, { sentAtMs, receivedAtMs: time.now(), serverUnixMs });
    }
    this.#show();
    this.#report(link);
  }

  /** What it was called or shown changes with an order: the list is told at once. */
  #obey(link: Link): void {
    const { screen } = this.#options;
    if (!screen) return;
    link.on<number>("Identify", screen.orders.Identify);
    link.on<string>("Open", screen.orders.Open);
    link.on<string>("Rename", (name) => {
      screen.orders.Rename(name);
      this.#report(link);
    });
  }

  /** Nothing depends on it: a server that does not know the method is none the worse for a screen. */
  #report(link: Link): void {
    const { screen } = this.#options;
    if (!screen) return;
    const { id, name, page } = screen.report();
    link.invoke("Report", id, name, page, this.#shown?.version ?? 0, uncertaintyOf(this.#pings)).catch(() => {});
  }

  #lost(): Connection {
    return { state: this.#shown === null ? "connecting" : "reconnecting" };
  }

  #tell(connection: Connection): void {
    for (const listen of this.#connectionListeners) listen(connection);
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.time.after(ms, resolve);
      this.#stopWaiting = () => {
        cancel();
        resolve();
      };
    });
  }
}
