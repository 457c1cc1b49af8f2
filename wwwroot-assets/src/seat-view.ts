// The seat page: one delegate's phone. One large button and honest words about what has become of the tap.
import { Announcer } from "./announcer.ts";
import { ClockView } from "./clock-view.ts";
import { clockText } from "./countdown.ts";
import { setOptional, setText } from "./dom.ts";
import { wordOf, type Face } from "./face.ts";
import { tellIn } from "./mark.ts";
import { delegationOf, nameOf } from "./names.ts";
import { msToNextTaking, takingAt } from "./intake.ts";
import { makeSeatParts } from "./seat-parts.ts";
import { offersOf, outlived, seatState, wordsOf, type Pending, type SeatState } from "./seat-state.ts";
import { UnheardList } from "./seat-unheard.ts";
import { uuid } from "./uuid.ts";
import type { Answer, Asked, Command } from "./commands.ts";
import type { Taking } from "./intake.ts";
import type { Page } from "./page.ts";
import type { Connection, Received } from "./source.ts";
import type { FloorView, Seat, Speaker } from "./view.ts";

/** Sends a command and calls back on every failed attempt. */
export type Submit = (hearing: string, command: Command, onTrouble: () => void) => Promise<Answer>;

export function mountSeat({ root, source, words, time }: Pick<Page, "root" | "source" | "words" | "time">, submit: Submit): void {
  const parts = makeSeatParts(words);
  const { heading, sentence, refusal, ask, withdraw, mark } = parts;
  const announcer = new Announcer(words);
  const clock = new ClockView(paint, time);
  let view: FloorView | null = null;
  let pending: Pending | null = null;
  let state: SeatState | null = null;
  let timeCalled = false;
  let receivedAtMs = 0;
  let cancelTaking = () => {};
  const unheard = new UnheardList(words, (requestId, text, onTrouble) =>
    submit(view?.hearing ?? "", { id: uuid(), type: "hand-in-contribution", requestId, text }, onTrouble));

  ask.addEventListener("click", () => void act((seat) => ({ type: "raise-request", seat: seat.label })));
  withdraw.addEventListener("click", () => void act(({ request }) => request && { type: "withdraw-request", requestId: request.id }));
  root.classList.add("seat");
  root.replaceChildren(...parts.page, unheard.root, announcer.status, announcer.alert);
  root.dataset["state"] = "connecting";
  source.onView(show);
  source.onConnection(tell);

  function show(received: Received): void {
    view = received.view;
    receivedAtMs = received.atMonotonicMs;
    if (outlived(pending, view)) pending = null;
    showHead(view);
    render();
    unheard.show(view.seat?.unheard ?? []);
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

  /** The server's time, counted on from when the view was true. */
  function unixMs(now: FloorView): number {
    return now.serverUnixMs + time.now() - receivedAtMs;
  }

  function render(): void {
    if (view === null) return;
    const before = state;
    const intake = view.seat?.intake;
    const taking = takingAt(intake, unixMs(view));
    cancelTaking();
    const wait = msToNextTaking(intake, unixMs(view));
    // Timers know no longer ones than some 24 days; every view sets it again.
    cancelTaking = wait === null || wait > 0x7fffffff ? () => {} : time.after(wait, render);
    state = seatState(view, pending, taking);
    const say = wordsOf(state);
    // Whole seconds that were spoken, as the record counts them; a countdown would round up.
    const spoken = clockText(Math.floor((view.seat?.done?.spokenMs ?? 0) / 1000) * 1000);
    root.dataset["state"] = state;
    setOptional(heading, say.heading ? words.say(say.heading, { time: intake?.opensAt ?? "" }) : "");
    setOptional(sentence, say.sentence ? words.say(say.sentence, { time: spoken }) : "");
    setOptional(parts.intake, state === "free" && intake?.closesAt ? words.say("closesAt", { time: intake.closesAt }) : "");
    showButtons(view, state, taking);
    if (before !== null && before !== state) changed(state);
  }

  function showButtons({ seat }: FloorView, now: SeatState, taking: Taking): void {
    const offers = seat ? offersOf(now, seat, taking) : { ask: null, withdraw: false };
    const withdrawing = pending?.type === "withdraw-request" ? pending.status : null;
    const focused = document.activeElement;
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

  async function act(wanted: (seat: Seat) => Extract<Asked, { type: Pending["type"] }> | null): Promise<void> {
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

function fullNameOf(speaker: Speaker): string {
  return [nameOf(speaker), delegationOf(speaker)].filter(Boolean).join(" – ");
}

/** A phone on the desk is noticed by its buzz; where there is none, or it is not allowed, the page says it all the same. It never is before a first tap. */
function vibrate(pattern: number[]): void {
  if (navigator.userActivation?.hasBeenActive === false) return;
  if (typeof navigator.vibrate === "function") navigator.vibrate(pattern);
}
