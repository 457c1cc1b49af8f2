// The speaker queue for the room and the podium: who has the floor, whom the chair has announced, how many wait. It shows no
// order among those who wait, for there is none: the order is the chair's alone.
import { Announcer } from "./announcer.ts";
import { Blink } from "./blink.ts";
import { ClockView } from "./clock-view.ts";
import { make, makeBdi, setOptional, setText } from "./dom.ts";
import { wordOf, type Face } from "./face.ts";
import { tellIn } from "./mark.ts";
import { delegationOf, kindOf, nameOf, phaseOf, titleOf } from "./names.ts";
import type { Page } from "./page.ts";
import { Resumption } from "./resumption.ts";
import type { Connection, Received } from "./source.ts";
import type { FloorView, Named } from "./view.ts";

/** Names longer than this are set smaller, so that the clock stays on the screen. */
const longName = 44;

export function mountQueue({ root, source, words, time }: Pick<Page, "root" | "source" | "words" | "time">): void {
  const hearing = make("p", "queue-hearing");
  const title = make("h1", "queue-title");
  const theme = make("p", "queue-theme");
  const panelPhase = make("p", "queue-panel-phase");
  const message = make("p", "queue-message");
  const kind = make("h2", "queue-label");
  const name = makeBdi();
  const nameLine = make("p", "queue-name", name);
  const delegation = makeBdi();
  const delegationLine = make("p", "queue-delegation", delegation);
  const digits = make("p", "queue-digits");
  const word = make("p", "queue-word");
  const face = make("div", "queue-clock", digits, word);
  const next = make("ul", "queue-next");
  const nextLabel = make("h2", "queue-label");
  const count = make("span", "queue-count");
  const waiting = make("span", "queue-waiting-word");
  const coming = make("p", "queue-coming-title");
  const comingTheme = make("p", "queue-coming-theme");
  const programme = make("div", "queue-coming", make("h2", "queue-label", words.say("nextInProgramme")), coming, comingTheme);
  const mark = make("p", "queue-mark");
  const resumption = new Resumption("queue-resume", words);
  const announcer = new Announcer(words);

  digits.setAttribute("role", "timer");
  digits.dir = "ltr";
  message.dir = "auto";
  root.classList.add("queue");
  root.replaceChildren(
    make("header", "queue-head", hearing, title, theme, panelPhase),
    message,
    make("section", "queue-floor", make("div", "queue-who", kind, resumption.line, nameLine, delegationLine), face, programme),
    make("div", "queue-side", make("section", "queue-follow", nextLabel, next), make("p", "queue-waiting", count, " ", waiting)),
    mark,
    announcer.status,
    announcer.alert,
  );
  root.dataset["scene"] = "connecting";

  const clock = new ClockView(paint, time);
  const blink = new Blink(root, time);
  source.onView(show);
  source.onConnection(tell);

  function show({ view, atMonotonicMs }: Received): void {
    root.dataset["scene"] = view.speaker ? "floor" : "between";
    showHead(view);
    setOptional(message, view.message?.trim() ?? "");
    setText(kind, words.say(view.speaker ? kindOf(view.speaker) : "floorIsFree"));
    setOptional(nameLine, view.speaker ? nameOf(view.speaker) : "", name);
    setOptional(delegationLine, view.speaker ? delegationOf(view.speaker) : "", delegation);
    root.toggleAttribute("data-long", (name.textContent ?? "").length > longName);
    setText(nextLabel, words.count("toBeFollowedBy", view.onDeck.length));
    next.replaceChildren(...(view.onDeck.length > 0 ? view.onDeck.map(announced) : [make("li", "queue-nobody", words.say("nobodyAnnounced"))]));
    setText(count, String(view.requestsWaiting));
    setText(waiting, words.count("requestsWaiting", view.requestsWaiting));
    showComing(view);
    resumption.show(view);
    blink.show(view);
    clock.show(view.clock, atMonotonicMs);
  }

  /** While nobody speaks there is room for it, and it is what the room wants to know. */
  function showComing({ speaker, next: after }: FloorView): void {
    programme.hidden = !after || speaker !== null;
    if (!after) return;
    coming.replaceChildren(make("span", "queue-coming-at", after.at), " ", titled(titleOf(after, words)));
    setOptional(comingTheme, after.theme?.trim() ?? "");
  }

  function showHead({ hearingTitle, segment }: FloorView): void {
    setOptional(hearing, hearingTitle);
    setOptional(title, segment ? titleOf(segment, words) : "");
    setOptional(theme, segment?.theme?.trim() ?? "");
    setOptional(panelPhase, segment ? phaseOf(segment, words) : "");
  }

  function paint(now: Face | null): void {
    face.hidden = now === null;
    setText(digits, now?.text ?? "");
    setText(word, now ? wordOf(now, words) : "");
    root.dataset["phase"] = now?.phase ?? "";
    root.dataset["state"] = now?.state ?? "";
    const speaker = name.textContent ?? "";
    announcer.hear(now, speaker, words.say("announceFloor", { name: speaker }), false);
  }

  function tell(connection: Connection): void {
    root.dataset["connection"] = connection.state;
    tellIn(mark, connection, words);
  }
}

function titled(title: string): HTMLElement {
  const bdi = makeBdi();
  bdi.textContent = title;
  return bdi;
}

function announced(who: Named): HTMLElement {
  const name = makeBdi();
  name.textContent = nameOf(who);
  const item = make("li", "queue-next-one", make("p", "queue-next-name", name));
  if (delegationOf(who) !== "") {
    const delegation = makeBdi();
    delegation.textContent = delegationOf(who);
    item.append(make("p", "queue-next-delegation", delegation));
  }
  return item;
}
