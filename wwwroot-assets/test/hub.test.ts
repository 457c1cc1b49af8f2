import { beforeEach, describe, expect, test } from "vitest";
import { FloorHub, type Link } from "../src/hub.ts";
import type { Connection, Received } from "../src/source.ts";
import type { FloorView } from "../src/view.ts";
import { HandTime } from "./clocks.ts";
import { nobody } from "./views.ts";

/** The server's clock is this far from the page's monotonic one. */
const offsetMs = 5_000;
let time: HandTime;
let links: FakeLink[];
let behaviour: { start: () => Promise<void>; watch: () => Promise<FloorView> };
let shown: Received[];
let told: Connection[];
let hub: FloorHub;
let started: boolean;

class FakeLink implements Link {
  #push: (view: FloorView) => void = () => {};
  #closed = () => {};
  asked: string[] = [];
  orders = new Map<string, (sent: unknown) => void>();

  start = (): Promise<void> => behaviour.start();
  stop = async (): Promise<void> => this.#closed();
  on<T>(method: string, handler: (sent: T) => void): void {
    if (method === "FloorChanged") this.#push = handler as unknown as (view: FloorView) => void;
    else this.orders.set(method, handler as (sent: unknown) => void);
  }
  onclose(handler: () => void): void {
    this.#closed = handler;
  }
  async invoke<T>(method: string, ...args: unknown[]): Promise<T> {
    this.asked.push([method, ...args].join(" "));
    return (method === "Watch" ? await behaviour.watch() : { serverUnixMs: time.now() + offsetMs }) as T;
  }
  push = (view: FloorView): void => this.#push(view);
  cut = (): void => this.#closed();
}

const viewAt = (version: number): FloorView => ({ ...nobody, version, serverUnixMs: time.now() + offsetMs });
const lastState = () => told.at(-1)?.state;

/** Time passes; the page connects when it begins to. */
async function pass(ms: number, stepMs = 50): Promise<void> {
  if (!started) void hub.run();
  started = true;
  await time.passSlowly(ms, stepMs);
}

beforeEach(() => {
  time = new HandTime();
  links = [];
  shown = [];
  told = [];
  behaviour = { start: async () => {}, watch: async () => viewAt(7) };
  hub = new FloorHub({
    hearing: "gcm-2017",
    audience: "chamber",
    open: () => links[links.push(new FakeLink()) - 1]!,
    time,
    random: () => 1,
    signInAgain: "Sign in again.",
  });
  hub.onView((received) => shown.push(received));
  hub.onConnection((connection) => told.push(connection));
  started = false;
});

describe("Watching", () => {
  test("shows the current view as soon as the page is connected", async () => {
    await pass(100);
    expect(links[0]?.asked[0]).toBe("Watch gcm-2017 chamber");
    expect(shown[0]?.view.version).toBe(7);
    expect(told.map((each) => each.state)).toEqual(["connecting", "connected"]);
  });

  test("drops a view that comes late", async () => {
    await pass(100);
    links[0]?.push(viewAt(9));
    links[0]?.push(viewAt(8));
    expect(shown.at(-1)?.view.version).toBe(9);
  });

  test("dates a view by the server's clock once that is known", async () => {
    await pass(100);
    const madeAt = time.now();
    const view = viewAt(8);
    time.pass(300);
    links[0]?.push(view);
    expect(shown.at(-1)?.atMonotonicMs).toBeCloseTo(madeAt);
  });

  test("measures the clock again every minute", async () => {
    await pass(61_000, 1_000);
    expect(links[0]?.asked.filter((call) => call.startsWith("Ping"))).toHaveLength(10);
  });
});

describe("A cut line", () => {
  test("is told, and watched again within ten seconds of the server's return", async () => {
    await pass(100);
    behaviour.start = () => Promise.reject(new Error("refused"));
    links[0]?.cut();
    await pass(60_000, 500);
    expect(lastState()).toBe("reconnecting");
    behaviour.start = async () => {};
    behaviour.watch = async () => viewAt(12);
    await pass(10_000, 500);
    expect(lastState()).toBe("connected");
    expect(shown.at(-1)?.view.version).toBe(12);
  });

  test("a server that takes the call and says nothing is given up", async () => {
    await pass(100);
    behaviour.start = () => new Promise(() => {});
    links[0]?.cut();
    await pass(5_000, 500);
    behaviour.start = async () => {};
    await pass(5_000, 500);
    expect(lastState()).toBe("connected");
  });

  test("an old view after the reconnect does not turn the page back", async () => {
    await pass(100);
    behaviour.watch = async () => viewAt(3);
    links[0]?.cut();
    await pass(1_000);
    expect(shown.at(-1)?.view.version).toBe(7);
  });
});

describe("A refusal", () => {
  beforeEach(() => {
    behaviour.watch = () =>
      Promise.reject(new Error("An unexpected error occurred invoking 'Watch' on the server. HubException: You have no seat in this hearing."));
  });

  test("is shown in the server's words", async () => {
    await pass(100);
    expect(told.at(-1)).toEqual({ state: "refused", sentence: "You have no seat in this hearing." });
  });

  test("is asked again slowly", async () => {
    await pass(29_000, 500);
    expect(links).toHaveLength(1);
    await pass(2_000, 500);
    expect(links).toHaveLength(2);
  });

  test("of an ended sign-in says what to do", async () => {
    behaviour.start = () => Promise.reject(new Error("Failed to complete negotiation with the server: Error: : Status code '401'"));
    await pass(31_000, 500);
    expect(told.at(-1)).toEqual({ state: "refused", sentence: "Sign in again." });
  });
});

test("A device that wakes asks for the current view at once", async () => {
  await pass(100);
  behaviour.watch = async () => viewAt(20);
  hub.wake();
  await pass(100);
  expect(shown.at(-1)?.view.version).toBe(20);
});

test("A device that wakes while waiting does not wait on", async () => {
  behaviour.start = () => Promise.reject(new Error("offline"));
  await pass(30_000, 500);
  behaviour.start = async () => {};
  hub.wake();
  await pass(100);
  expect(lastState()).toBe("connected");
});

test("A line that was gone for five minutes is taken up again within ten seconds, and not by everybody at once", async () => {
  await pass(100);
  behaviour.start = () => Promise.reject(new Error("offline"));
  links.at(-1)!.cut();
  await pass(300_000, 500);
  expect(lastState()).toBe("reconnecting");
  const tried = links.length;
  behaviour.start = async () => {};
  behaviour.watch = async () => viewAt(30);
  await pass(10_000, 50);
  expect([lastState(), shown.at(-1)?.view.version]).toEqual(["connected", 30]);
  // Every four seconds at the slowest: a server that comes back is not stormed, and nobody waits long.
  expect(tried).toBeGreaterThan(300 / 6);
  expect(tried).toBeLessThan(300 / 2);
});

describe("A screen of the room", () => {
  test("tells the list who it is once it knows the time, and again when it is called something else; a seat never does", async () => {
    const [names, opened] = [["Left"], [] as string[]];
    const screen = {
      report: () => ({ id: "1", name: names.at(-1)!, page: "/gcm-2017/screen" }),
      orders: { Identify: () => {}, Rename: (name: string) => void names.push(name), Open: (page: string) => void opened.push(page) },
    };
    const reports = () => links.flatMap((link) => link.asked).filter((asked) => asked.startsWith("Report"));
    await pass(1_000);
    expect(reports()).toEqual([]);
    hub = new FloorHub({ hearing: "gcm-2017", audience: "chamber", open: () => links[links.push(new FakeLink()) - 1]!, time, random: () => 1, signInAgain: "", screen });
    started = false;
    await pass(1_000);
    expect(reports()).toEqual(["Report 1 Left /gcm-2017/screen 7 0"]);
    links.at(-1)!.orders.get("Rename")!("Right");
    links.at(-1)!.orders.get("Open")!("/gcm-2017/queue");
    await pass(100);
    expect([reports().at(-1), opened]).toEqual(["Report 1 Right /gcm-2017/screen 7 0", ["/gcm-2017/queue"]]);
  });
});
