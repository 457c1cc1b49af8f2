// A seat that nobody has: whoever sits there finds themselves by name and confirms, and may take it back while they neither wait nor speak.
import { bdi, make, setOptional, setText } from "./dom.ts";
import { uuid } from "./uuid.ts";
import type { Answer, Asked, Command } from "./commands.ts";
import type { Words } from "./messages.ts";
import type { Find, Person } from "./seat-people.ts";
import type { FloorView } from "./view.ts";

export interface TakingPart {
  element: HTMLElement;
  show(view: FloorView): void;
}

/** `whenGone`: what was in focus here is not there any more. */
export function makeTaking(
  words: Words,
  find: Find,
  submit: (command: Command, onTrouble: () => void) => Promise<Answer>,
  whenGone: () => void,
): TakingPart {
  const label = make("label", "taking-label", words.say("takeLabel"));
  const field = make("input", "taking-name");
  const search = make("button", "taking-search", words.say("takeFind"));
  const form = make("form", "taking-form", label, field, search);
  const told = make("p", "taking-told");
  const people = make("ul", "taking-people");
  const yes = make("button", "taking-yes", words.say("takeYes"));
  const no = make("button", "taking-no", words.say("takeNo"));
  const question = make("p", "taking-question");
  const confirm = make("div", "taking-confirm", question, yes, no);
  const leave = make("button", "taking-leave", words.say("leaveSeat"));
  const element = make("section", "taking", form, told, people, confirm, leave);
  let view: FloorView | null = null;
  let chosen: Person | null = null;
  let busy = false;

  field.id = label.htmlFor = "taking-name";
  field.dir = "auto";
  field.autocomplete = "off";
  field.maxLength = 100;
  told.setAttribute("role", "status");
  search.type = "submit";
  yes.type = no.type = leave.type = "button";
  element.hidden = true;
  choose(null);
  tell("");

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void look();
  });
  no.addEventListener("click", () => {
    if (busy) return;
    choose(null);
    field.focus();
  });
  yes.addEventListener("click", () => void (chosen && view?.seat && send({ type: "take-seat", seat: view.seat.label, participantId: chosen.participantId })));
  leave.addEventListener("click", () => void (view?.seat && send({ type: "leave-seat", seat: view.seat.label })));

  function show(next: FloorView): void {
    const here = element.contains(document.activeElement);
    const [mayTake, mayLeave] = [next.seat?.mayTake === true, next.seat?.mayLeave === true];
    // What was told was about what was offered then.
    if (!busy && (mayTake !== (view?.seat?.mayTake === true) || mayLeave !== (view?.seat?.mayLeave === true))) tell("");
    view = next;
    leave.hidden = !mayLeave;
    if (!mayTake) people.replaceChildren();
    if (!mayTake && chosen && !busy) choose(null);
    form.hidden = !mayTake || chosen !== null;
    hide();
    if (here && (element.hidden || document.activeElement?.closest("[hidden]") !== null)) whenGone();
  }

  /** A refusal is read even where a view has taken away meanwhile what it is about. */
  function hide(): void {
    element.hidden = form.hidden && confirm.hidden && leave.hidden && told.hidden;
  }

  async function look(): Promise<void> {
    const name = field.value.trim();
    if (view === null || busy || name.length < 2) return tell(name.length < 2 ? words.say("takeMore") : "");
    busy = true;
    tell(words.say("takeLooking"));
    const found = await find(view.hearing, view.seat?.label ?? "", name);
    busy = false;
    if (view.seat?.mayTake !== true) return tell("");
    tell(found === null ? words.say("takeOffline") : found.length === 0 ? words.say("takeNobody") : "");
    people.replaceChildren(...(found ?? []).map(offer));
    people.querySelector("button")?.focus();
  }

  function offer(person: Person): HTMLElement {
    const button = make("button", "taking-person", make("strong", "", bdi(person.name)), make("span", "", bdi(person.delegation)));
    button.type = "button";
    button.addEventListener("click", () => {
      choose(person);
      yes.focus();
    });
    return make("li", "", button);
  }

  function choose(person: Person | null): void {
    chosen = person;
    confirm.hidden = person === null;
    form.hidden = people.hidden = person !== null;
    setText(question, person ? words.say("takeConfirm", { name: isolated(person.name), delegation: isolated(person.delegation) }) : "");
  }

  /** What is offered goes when a view says that it is done. */
  async function send(asked: Asked): Promise<void> {
    if (view === null || busy) return;
    wait(true);
    const answer = await submit({ id: uuid(), ...asked }, () => tell(words.say("takeRetrying")));
    wait(false);
    tell(answer.accepted ? "" : (answer.sentence ?? words.say("notAccepted")));
    if (chosen && !answer.accepted) {
      choose(null);
      form.hidden = view.seat?.mayTake !== true;
      if (form.hidden) whenGone();
      else field.focus();
    } else show(view);
    hide();
  }

  /** Not `disabled`, which would take the focus away. */
  function wait(now: boolean): void {
    busy = now;
    for (const button of [yes, no, leave]) button.setAttribute("aria-disabled", String(now));
  }

  function tell(what: string): void {
    setOptional(told, what);
    hide();
  }

  return { element, show };
}

/** Within a sentence a name keeps its own direction, and the sentence its. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
