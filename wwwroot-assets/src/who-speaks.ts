// Who has the floor, with their clock: what the queue and the podium show alike, each by its own classes (`queue-name`, `podium-name`).
import { Announcer } from "./announcer.ts";
import { ClockView } from "./clock-view.ts";
import { make, makeBdi, setOptional, setText } from "./dom.ts";
import { wordOf, type Face } from "./face.ts";
import { tellIn } from "./mark.ts";
import { delegationOf, kindOf, nameOf } from "./names.ts";
import type { Page } from "./page.ts";
import type { Received } from "./source.ts";

export class WhoSpeaks {
  readonly kind: HTMLElement;
  readonly nameLine: HTMLElement;
  readonly delegationLine: HTMLElement;
  /** The digits and their word; hidden while nobody has the floor. */
  readonly face: HTMLElement;
  /** How the line to the server is. */
  readonly mark: HTMLElement;
  readonly announcer: Announcer;
  readonly #name = makeBdi();
  readonly #delegation = makeBdi();
  readonly #digits: HTMLElement;
  readonly #word: HTMLElement;
  readonly #clock: ClockView;
  readonly #page: Pick<Page, "root" | "words">;

  constructor(view: string, { root, source, words, time }: Pick<Page, "root" | "source" | "words" | "time">) {
    this.#page = { root, words };
    this.kind = make("h2", `${view}-label`);
    this.nameLine = make("p", `${view}-name`, this.#name);
    this.delegationLine = make("p", `${view}-delegation`, this.#delegation);
    this.#digits = make("p", `${view}-digits`);
    this.#word = make("p", `${view}-word`);
    this.face = make("div", `${view}-clock`, this.#digits, this.#word);
    this.mark = make("p", `${view}-mark`);
    this.announcer = new Announcer(words);
    this.#clock = new ClockView((now) => this.#paint(now), time);
    this.#digits.setAttribute("role", "timer");
    this.#digits.dir = "ltr";
    root.classList.add(view);
    root.dataset["scene"] = "connecting";
    source.onConnection((connection) => {
      root.dataset["connection"] = connection.state;
      tellIn(this.mark, connection, words);
    });
  }

  get name(): string {
    return this.#name.textContent ?? "";
  }

  show({ view: { speaker, clock }, atMonotonicMs }: Received): void {
    const { root, words } = this.#page;
    root.dataset["scene"] = speaker ? "floor" : "between";
    setText(this.kind, words.say(speaker ? kindOf(speaker) : "floorIsFree"));
    setOptional(this.nameLine, speaker ? nameOf(speaker) : "", this.#name);
    setOptional(this.delegationLine, speaker ? delegationOf(speaker) : "", this.#delegation);
    this.#clock.show(clock, atMonotonicMs);
  }

  #paint(now: Face | null): void {
    const { root, words } = this.#page;
    this.face.hidden = now === null;
    setText(this.#digits, now?.text ?? "");
    setText(this.#word, now ? wordOf(now, words) : "");
    root.dataset["phase"] = now?.phase ?? "";
    root.dataset["state"] = now?.state ?? "";
    this.announcer.hear(now, this.name, words.say("announceFloor", { name: this.name }), false);
  }
}
