// The seat page: one delegate's phone. One large button and honest words about what has become of the tap.
import { Announcer } from "./announcer.ts";
import { ClockView } from "./clock-view.ts";
import { clockText } from "./countdown.ts";
import { setOptional, setText } from "./dom.ts";
import { wordOf, type Face } from "./face.ts";
import { tellIn } from "./mark.ts";
import { delegationOf, nameOf } from "./names.ts";
import { msToChange, seatNow, timeOf, type Standing } from "./seat-intake.ts";
import { makeSeatParts } from "./seat-parts.ts";
import { makeTaking } from "./seat-taking.ts";
import { makeTopic } from "./seat-topic.ts";
import type { Find } from "./seat-people.ts";
import { offersOf, outlived, seatState, wordsOf, type Pending, type SeatState } from "./seat-state.ts";
import { uuid } from "./uuid.ts";
import { makeWritten } from "./written.ts";
import type { Answer, Command } from "./commands.ts";
import type { Page } from "./page.ts";
import type { Connection, Received } from "./source.ts";
import type { FloorView, Seat, Speaker } from "./view.ts";

/** Sends a command and calls back on every failed attempt. */
export type Submit = (hearing: string, command: Command, onTrouble: () => void) => Promise<Answer>;

type Tap = { type: "raise-request"; seat: string; topicId?: string } | { type: "withdraw-request"; requestId: string };

const outlooks = { Likely: "outlookLikely", AtRisk: "outlookAtRisk", NotInThisPanel: "outlookNotInThisPanel" } as const;

/** A sleeping machine's timers sleep as well, and its clock may not: the page looks as often as at a clock. */
const looksEveryMs = 1_000;

export function mountSeat(
  { root, source, words, time }: Pick<Page, "root" | "source" | "words" | "time">,
  submit: Submit,
  drafts: Storage | null = null,
  find: Find = () => Promise.resolve([]),
): void {
  const parts = makeSeatParts(words);
  const { heading, sentence, refusal, ask, withdraw, mark } = parts;
  const announcer = new Announcer(words);
  const clock = new ClockView(paint, time);
  const written = makeWritten(words, (command, onTrouble) => submit(view?.hearing ?? "", command, onTrouble), drafts);
  const taking = makeTaking(words, find, (command, onTrouble) => submit(view?.hearing ?? "", command, onTrouble), () => heading.focus());
  const topic = makeTopic(words);
  let view: FloorView | null = null;
  let pending: Pending | null = null;
  let state: SeatState | null = null;
  let timeCalled = false;
  let atMonotonicMs = 0;
  let cancelLook = () => {};

  ask.addEventListener("click", () => void act((seat) => ({ type: "raise-request", seat: seat.label, ...about() })));
  withdraw.addEventListener("click", () => void act(({ request }) => request && { type: "withdraw-request", requestId: request.id }));
  root.classList.add("seat");
  root.replaceChildren(...parts.page, written.element, announcer.status, announcer.alert);
  parts.buttons.before(topic.element);
  parts.buttons.after(taking.element);
  root.dataset["state"] = "connecting";
  source.onView(show);
  source.onConnection(tell);

  function show(received: Received): void {
    ({ view, atMonotonicMs } = received);
    if (outlived(pending, view)) pending = null;
    showHead(view);
    written.show(view.seat?.written ?? null);
    taking.show(view);
    render();
    clock.show(view.clock, received.atMonotonicMs);
  }

  function showHead({ hearingTitle, seat, segment, speaker: current, message: said }: FloorView): void {
    setOptional(parts.label, seat ? words.say("seat", { label: seat.label }) : hearingTitle);
    setOptional(parts.holderLine, seat?.participant ? nameOf(seat.participant) : "", parts.holder);
    setOptional(parts.delegationLine, seat?.participant ? delegationOf(seat.participant) : "", parts.delegation);
    setOptional(parts.panel, [seat?.panel?.title ?? segment?.title, segment?.theme].filter(Boolean).join(" – "));
    setOptional(parts.message, said?.trim() ?? "");
    setText(parts.speakerName, current ? fullNameOf(current) : "");
    parts.speaker.hidden = !current || seat?.hasFloor === true;
  }

  function render(): void {
    if (view === null) return;
    const before = state;
    const passedMs = time.now() - atMonotonicMs;
    const now = view.seat ? seatNow(view.seat, passedMs) : null;
    state = seatState(now ? { ...view, seat: now.seat } : view, pending, now?.standing);
    const say = wordsOf(state);
    const at = view.seat?.intake && now ? timeOf(view.seat.intake, now.standing, words.language) : "";
    // Whole seconds that were spoken, as the record counts them; a countdown would round up.
    const spoken = clockText(Math.floor((view.seat?.done?.spokenMs ?? 0) / 1000) * 1000);
    root.dataset["state"] = state;
    setOptional(heading, say.heading ? words.say(say.heading, { at }) : "");
    setOptional(sentence, say.sentence ? words.say(say.sentence, { time: spoken }) : "");
    setOptional(parts.about, state === "saved" || state === "onDeck" ? topicOf(view.seat) : "");
    setOptional(parts.outlook, state === "saved" && view.seat?.outlook ? words.say(outlooks[view.seat.outlook]) : "");
    setOptional(parts.intake, now ? intakeLine(now.seat, now.standing, at, state) : "");
    showButtons(now?.seat ?? null, state);
    lookAgain(view.seat, passedMs);
    if (before !== null && before !== state) changed(state);
  }

  /** The heading says it where there is nothing else to say. */
  function intakeLine({ intake }: Seat, standing: Standing, at: string, now: SeatState): string {
    if (!intake?.mayAsk || at === "" || now === "notYet" || now === "shut" || pending !== null) return "";
    return words.say(standing === "open" ? "intakeUntil" : standing === "notYet" ? "notYetHeading" : "shutHeading", { at });
  }

  function lookAgain(seat: Seat | null | undefined, passedMs: number): void {
    cancelLook();
    const changesInMs = seat?.intake ? msToChange(seat.intake, passedMs) : null;
    if (changesInMs !== null) cancelLook = time.after(Math.max(1, Math.min(changesInMs, looksEveryMs)), render);
  }

  function showButtons(seat: Seat | null, now: SeatState): void {
    const offers = seat ? offersOf(now, seat) : { ask: null, withdraw: false };
    const withdrawing = pending?.type === "withdraw-request" ? pending.status : null;
    const focused = document.activeElement;
    topic.show(seat?.panel ?? null, offers.ask !== null);
    ask.hidden = offers.ask === null;
    withdraw.hidden = !offers.withdraw;
    setText(ask, offers.ask ? words.say(offers.ask) : "");
    setText(withdraw, words.say(withdrawing === null ? "withdraw" : withdrawing === "retrying" ? "withdrawRetrying" : "withdrawing"));
    // Not `disabled`, which would take the focus away; a second tap is dropped in act().
    withdraw.setAttribute("aria-disabled", String(withdrawing !== null));
    if ((focused === ask && ask.hidden) || (focused === withdraw && withdraw.hidden)) heading.focus();
  }

  function changed(now: SeatState): void {
    timeCalled = false;
    // The announcement of a clock that runs opens with "You have the floor" itself.
    if (now !== "floor" || view?.clock?.state !== "Running") announcer.say({ text: [heading.textContent, sentence.textContent].filter(Boolean).join(". "), urgent: false });
    if (now === "floor") vibrate([200, 100, 200]);
    else if (now === "onDeck") vibrate([100]);
  }

  function paint(face: Face | null): void {
    const mine = view?.seat?.hasFloor === true;
    setOptional(parts.digits, mine && face ? face.text : "");
    setOptional(parts.clockWord, mine && face ? wordOf(face, words) : "");
    setOptional(parts.speakerDigits, face?.text ?? "");
    root.dataset["phase"] = mine && face ? face.phase : "";
    if (!mine) return announcer.hear(null, "", "", false);
    announcer.hear(face, "mine", words.say("announceFloorYours"), true);
    if (face?.phase === "Expired" && !timeCalled) vibrate([500]);
    timeCalled = face?.phase === "Expired";
  }

  function about(): { topicId?: string } {
    const topicId = topic.chosen();
    return topicId === null ? {} : { topicId };
  }

  async function act(wanted: (seat: Seat) => Tap | null): Promise<void> {
    const asked = view?.seat && pending === null ? wanted(view.seat) : null;
    if (!view || !asked) return;
    const mine: Pending = { type: asked.type, status: "sending", version: 0 };
    settle(mine, "");
    const answer = await submit(view.hearing, { id: uuid(), ...asked }, () => settle({ ...mine, status: "retrying" }, ""));
    if (!answer.accepted) return settle(null, answer.sentence ?? words.say("notAccepted"));
    const accepted: Pending = { ...mine, status: "accepted", version: answer.version };
    settle(outlived(accepted, view) ? null : accepted, "");
  }

  function settle(next: Pending | null, why: string): void {
    pending = next;
    setOptional(refusal, why);
    render();
  }

  function tell(connection: Connection): void {
    root.dataset["connection"] = connection.state;
    tellIn(mark, connection, words);
  }
}

function topicOf(seat: Seat | null | undefined): string {
  return seat?.panel?.topics?.find(({ id }) => id === seat.request?.topic)?.text ?? "";
}

function fullNameOf(speaker: Speaker): string {
  return [nameOf(speaker), delegationOf(speaker)].filter(Boolean).join(" – ");
}

/** A phone on the desk is noticed by its buzz; where there is none, or it is not allowed, the page says it all the same. It never is before a first tap. */
function vibrate(pattern: number[]): void {
  if (navigator.userActivation?.hasBeenActive === false) return;
  if (typeof navigator.vibrate === "function") navigator.vibrate(pattern);
}
