import { make, makeBdi } from "./dom.ts";
import type { Words } from "./messages.ts";

/** The elements of the seat page, in the order in which they are read; made once and then only changed. */
export function makeSeatParts(words: Words) {
  const label = make("h1", "seat-label");
  const holder = makeBdi();
  const holderLine = make("p", "seat-holder", holder);
  const delegation = makeBdi();
  const delegationLine = make("p", "seat-delegation", delegation);
  const panel = make("p", "seat-panel");
  const mark = make("p", "seat-mark");
  const message = make("p", "seat-message");
  const speakerName = makeBdi();
  const speakerDigits = makeTimer(make("span", "seat-speaker-digits"));
  const speaker = make("p", "seat-speaker", make("span", "seat-speaker-label", words.say("nowSpeaking")), speakerName, speakerDigits);
  const heading = make("h2", "seat-heading");
  const digits = makeTimer(make("p", "seat-digits"));
  const clockWord = make("p", "seat-clock-word");
  const sentence = make("p", "seat-sentence");
  const about = make("p", "seat-about");
  const outlook = make("p", "seat-outlook");
  const intake = make("p", "seat-intake");
  const refusal = make("p", "seat-refusal");
  const ask = make("button", "seat-ask");
  const withdraw = make("button", "seat-withdraw");

  heading.tabIndex = -1; // takes the focus of a button that goes away
  message.dir = "auto";
  refusal.setAttribute("role", "alert");
  refusal.hidden = true;
  ask.type = withdraw.type = "button";

  about.dir = "auto";
  const buttons = make("div", "seat-buttons", ask, withdraw);

  const page = [
    mark,
    make("header", "seat-head", label, holderLine, delegationLine, panel),
    speaker,
    message,
    make("section", "seat-state", heading, digits, clockWord, sentence, about, outlook),
    refusal,
    intake,
    buttons,
  ];
  return {
    page, label, holder, holderLine, delegation, delegationLine, panel, mark, message, speakerName, speakerDigits, speaker,
    heading, digits, clockWord, about, sentence, outlook, buttons, intake, refusal, ask, withdraw,
  };
}

function makeTimer<T extends HTMLElement>(element: T): T {
  element.setAttribute("role", "timer");
  element.dir = "ltr";
  return element;
}
