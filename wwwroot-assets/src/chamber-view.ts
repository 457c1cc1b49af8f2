// The chamber screen: one picture, read from the last row. Everything inside the root is made once and then only changed.
import { Announcer } from "./announcer.ts";
import { Blink } from "./blink.ts";
import { Chime, type Tones } from "./chime.ts";
import { ClockView } from "./clock-view.ts";
import { bdi, make, makeBdi, setOptional, setText } from "./dom.ts";
import { wordOf, type Face } from "./face.ts";
import { fit, linesOf } from "./fit.ts";
import { tellIn } from "./mark.ts";
import { delegationOf, kindOf, nameOf, phaseOf, titleOf } from "./names.ts";
import type { Page } from "./page.ts";
import { Resumption } from "./resumption.ts";
import type { Connection, Received } from "./source.ts";
import type { FloorView } from "./view.ts";

/** More names than these nobody keeps in mind, and there is no room for them. */
const announcedNames = 3;

type Scene = "connecting" | "floor" | "between" | "pause" | "message" | "black";

export function mountChamber({ root, source, words, time }: Pick<Page, "root" | "source" | "words" | "time">, tones: Tones | null = null): void {
  const name = makeBdi();
  const delegation = makeBdi();
  const nameLine = make("p", "chamber-name", name);
  const delegationLine = make("p", "chamber-delegation", delegation);
  const digits = make("p", "chamber-digits");
  const bar = make("div", "chamber-bar", make("div", "chamber-bar-fill"));
  const word = make("p", "chamber-word");
  const title = make("h1", "chamber-title");
  const theme = make("p", "chamber-theme");
  const panelPhase = make("p", "chamber-panel-phase");
  const message = make("p", "chamber-message");
  const next = make("p", "chamber-next");
  const mark = make("p", "chamber-mark");
  const resumption = new Resumption("chamber-resume", words);
  const announcer = new Announcer(words);
  const chime = tones && new Chime(tones);
  let view: FloorView | null = null;

  digits.setAttribute("role", "timer");
  digits.dir = "ltr";
  bar.setAttribute("aria-hidden", "true");
  message.dir = "auto";
  root.classList.add("chamber");
  root.replaceChildren(
    make("div", "chamber-floor", make("div", "chamber-who", nameLine, delegationLine), digits, bar, word),
    make("div", "chamber-between", title, theme, panelPhase),
    message,
    resumption.line,
    make("div", "chamber-foot", next, mark),
    announcer.status,
    announcer.alert,
  );

  const clock = new ClockView(paint, time);
  const blink = new Blink(root, time);
  source.onView(show);
  source.onConnection(tell);
  window.addEventListener("resize", refit);
  // A font is fetched when the first name needs it, long after the page has loaded.
  document.fonts?.addEventListener("loadingdone", refit);
  enter("connecting");

  function show(received: Received): void {
    view = received.view;
    const { speaker, segment } = view;
    setText(name, speaker ? nameOf(speaker) : "");
    setOptional(delegationLine, speaker ? delegationOf(speaker) : "", delegation);
    setOptional(title, segment ? titleOf(segment, words) : view.hearingTitle);
    setOptional(theme, segment?.theme?.trim() ?? "");
    setOptional(panelPhase, segment ? phaseOf(segment, words) : "");
    setOptional(message, view.message?.trim() ?? "");
    resumption.show(view);
    blink.show(view);
    clock.show(view.clock, received.atMonotonicMs);
    enter(sceneOf(view));
  }

  function paint(face: Face | null): void {
    setText(digits, face?.text ?? "");
    setText(word, face ? wordFor(face) : "");
    chime?.hear(face?.state === "Running" && face.phase !== "Over" ? face.phase : null);
    root.dataset["phase"] = face?.phase ?? "";
    root.dataset["state"] = face?.state ?? "";
    if (face) bar.style.setProperty("--part", String(Math.min(1, Math.max(0, face.remainingMs / face.warningMs)).toFixed(3)));
    const speaker = name.textContent ?? "";
    announcer.hear(face, speaker, words.say("announceFloor", { name: speaker }), false);
  }

  /** While somebody speaks in time, the word can say what it is: a reply, a point of order. */
  function wordFor(face: Face): string {
    const speaker = view?.speaker;
    const plain = face.state === "Running" && face.phase === "Speaking";
    return plain && speaker && speaker.kind !== "Intervention" ? words.say(kindOf(speaker)) : wordOf(face, words);
  }

  function showNext(names: readonly string[]): void {
    const label = make("span", "chamber-next-label", `${words.count("toBeFollowedBy", names.length)} `);
    next.replaceChildren(label, ...names.map(nextName));
    next.hidden = names.length === 0;
  }

  function refit(): void {
    const names = (view?.onDeck ?? []).map(nameOf).filter(Boolean).slice(0, announcedNames);
    showNext(names);
    // Under the digits the announced names have one line: who comes last can wait, the digits must not shrink for it.
    while (root.dataset["scene"] === "floor" && names.length > 1 && linesOf(next) > 1) {
      names.pop();
      showNext(names);
    }
    fit(root, nameLine);
  }

  function tell(connection: Connection): void {
    root.dataset["connection"] = connection.state;
    tellIn(mark, connection, words);
    refit();
  }

  function enter(scene: Scene): void {
    root.dataset["scene"] = scene;
    root.toggleAttribute("data-message", view?.message ? true : false);
    refit();
  }
}

function sceneOf(view: FloorView): Scene {
  if (view.blackout) return "black";
  if (view.speaker || view.clock) return "floor";
  if (view.message?.trim()) return "message";
  return view.resumesAt?.trim() ? "pause" : "between";
}

function nextName(text: string): HTMLElement {
  return make("span", "chamber-next-name", bdi(text));
}
