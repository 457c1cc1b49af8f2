// What somebody who was not reached hands in in writing. The text stays in its field, whatever becomes of the sending, and in the tab's storage, so
// that a page that was loaded anew still has it. The server never writes into the field.
import { make, setOptional, setText } from "./dom.ts";
import { uuid } from "./uuid.ts";
import type { Answer, Command } from "./commands.ts";
import type { Words } from "./messages.ts";
import type { Written } from "./view.ts";

export const longestText = 10_000;

export interface WrittenPart {
  element: HTMLElement;
  /** The offer as the last view has it. */
  show(offer: Written | null): void;
}

export function makeWritten(words: Words, submit: (command: Command, onTrouble: () => void) => Promise<Answer>, drafts: Storage | null): WrittenPart {
  const sentence = make("p", "written-sentence");
  const received = make("p", "written-received");
  const open = make("button", "written-open");
  const field = make("textarea", "written-text");
  const count = make("p", "written-count");
  const refusal = make("p", "written-refusal");
  const handIn = make("button", "written-hand-in", words.say("writtenHandIn"));
  const notNow = make("button", "written-not-now", words.say("writtenNotNow"));
  const label = make("label", "written-label", words.say("writtenLabel"));
  const form = make("form", "written-form", label, field, count, refusal, handIn, notNow);
  const heading = make("h2", "written-heading", words.say("writtenHeading"));
  const element = make("section", "written", heading, sentence, received, open, form);
  const numbers = new Intl.NumberFormat(words.language, { numberingSystem: "latn" });
  let offer: Written | null = null;
  let sending: "sending" | "retrying" | null = null;
  /** What this page has handed in, until a view says so too. */
  let accepted: string | null = null;

  heading.id = "written-heading";
  element.setAttribute("aria-labelledby", heading.id);
  element.hidden = form.hidden = refusal.hidden = true;
  field.id = label.htmlFor = "written-text";
  field.dir = "auto";
  field.rows = 8;
  field.setAttribute("aria-describedby", (count.id = "written-count"));
  open.type = notNow.type = "button";
  refusal.setAttribute("role", "alert");
  received.setAttribute("role", "status");

  open.addEventListener("click", () => toggle(true));
  notNow.addEventListener("click", () => toggle(false));
  field.addEventListener("input", () => {
    if (offer) keep(offer.requestId, field.value);
    say("");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });

  function show(next: Written | null): void {
    const another = next !== null && next.requestId !== offer?.requestId;
    offer = next;
    element.hidden = next === null;
    if (next === null) return;
    if (another) {
      field.value = kept(next.requestId);
      form.hidden = true;
    }
    paint();
  }

  function toggle(shown: boolean): void {
    form.hidden = !shown;
    say("");
    (shown ? field : open).focus();
  }

  function paint(): void {
    if (offer === null) return;
    const done = offer.handedInAt !== null || accepted === offer.requestId;
    const length = field.value.trim().length;
    setText(sentence, words.say(done ? "writtenMayChange" : "writtenSentence", { panel: offer.panel }));
    setOptional(received, offer.handedInAt !== null ? words.say("writtenReceivedAt", { time: offer.handedInAt }) : done ? words.say("writtenReceived") : "");
    setText(open, words.say(done ? "writtenChange" : "writtenOpen"));
    open.hidden = !form.hidden;
    setText(count, words.say(length > longestText ? "writtenTooLong" : "writtenCount", { count: numbers.format(length), most: numbers.format(longestText) }));
    element.dataset["tooLong"] = String(length > longestText);
    setText(handIn, words.say(sending === null ? "writtenHandIn" : sending === "retrying" ? "writtenRetrying" : "writtenSending"));
    // Not `disabled`, which would take the focus away; a second tap is dropped in send().
    handIn.setAttribute("aria-disabled", String(sending !== null));
    field.readOnly = sending !== null;
  }

  function say(why: string): void {
    setOptional(refusal, why);
    paint();
  }

  async function send(): Promise<void> {
    if (offer === null || sending !== null) return;
    const [requestId, text] = [offer.requestId, field.value.trim()];
    if (text === "") return say(words.say("writtenEmpty"));
    if (text.length > longestText) return say(words.say("writtenShorten", { most: numbers.format(longestText) }));
    sending = "sending";
    say("");
    const answer = await submit({ id: uuid(), type: "hand-in-contribution", requestId, text }, () => {
      sending = "retrying";
      paint();
    });
    sending = null;
    if (!answer.accepted) return say(answer.sentence ?? words.say("notAccepted"));
    accepted = requestId;
    // The next panel may have ended meanwhile, and its text stands here now.
    if (offer?.requestId !== requestId) return paint();
    const here = form.contains(document.activeElement);
    form.hidden = true;
    say("");
    if (here) open.focus();
  }

  function keep(requestId: string, text: string): void {
    try {
      drafts?.setItem(keyOf(requestId), text);
    } catch {
      // It is full: the text still stands in the field.
    }
  }

  function kept(requestId: string): string {
    return drafts?.getItem(keyOf(requestId)) ?? "";
  }

  return { element, show };
}

function keyOf(requestId: string): string {
  return `floormanager.written.${requestId}`;
}
