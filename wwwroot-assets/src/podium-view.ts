// The podium's view, for moderator, panellists and whoever speaks from there: the clock at arm's length, what the chair tells them alone, what the floor
// has asked them, and what comes next.
import { bdi, make, makeBdi, setOptional, setText } from "./dom.ts";
import { nameOf, phaseOf, titleOf } from "./names.ts";
import type { Page } from "./page.ts";
import { Resumption } from "./resumption.ts";
import type { Received } from "./source.ts";
import type { FloorView, PodiumQuestions } from "./view.ts";
import { WhoSpeaks } from "./who-speaks.ts";

export function mountPodium(page: Pick<Page, "root" | "source" | "words" | "time">): void {
  const { root, source, words } = page;
  const who = new WhoSpeaks("podium", page);
  const title = make("h1", "podium-title");
  const panelPhase = make("p", "podium-phase");
  const told = makeBdi();
  const message = make("p", "podium-told", make("span", "podium-label", words.say("fromTheChair")), " ", told);
  const room = make("p", "podium-room");
  const next = make("p", "podium-next");
  const questions = make("div", "podium-questions");
  const topics = make("ul", "podium-topics");
  const topicsPart = make("section", "podium-part podium-about", make("h2", "podium-label", words.say("topics")), topics);
  const resumption = new Resumption("podium-resume", words);

  room.dir = "auto";
  message.setAttribute("role", "alert");
  message.hidden = true;
  root.replaceChildren(
    make("header", "podium-head", title, panelPhase),
    make("section", "podium-floor", make("div", "podium-who", who.kind, who.nameLine, who.delegationLine), who.face),
    message,
    room,
    resumption.line,
    make("div", "podium-parts", make("section", "podium-part", make("h2", "podium-label", words.say("questions")), questions), topicsPart),
    next,
    who.mark,
    who.announcer.status,
    who.announcer.alert,
  );
  source.onView(show);

  function show(received: Received): void {
    const { view } = received;
    const { segment, podium } = view;
    setText(title, segment ? [titleOf(segment, words), segment.theme?.trim()].filter(Boolean).join(" – ") : view.hearingTitle);
    setOptional(panelPhase, segment ? phaseOf(segment, words) : "");
    setOptional(message, podium?.message?.trim() ?? "", told);
    setOptional(room, view.message?.trim() ?? "");
    questions.replaceChildren(...asked(podium?.questions ?? []));
    topics.replaceChildren(...(podium?.topics ?? []).map((text) => make("li", "podium-topic", bdi(text))));
    topicsPart.hidden = (podium?.topics ?? []).length === 0;
    showNext(view);
    resumption.show(view);
    who.show(received);
  }

  /** Whom the chair has announced; else, while nobody speaks, what the programme has. */
  function showNext({ onDeck, speaker, next: after }: FloorView): void {
    const names = onDeck.map(nameOf).filter(Boolean);
    if (names.length > 0) next.replaceChildren(make("span", "podium-label", words.count("toBeFollowedBy", names.length)), " ", ...listed(names));
    else if (after && !speaker) next.replaceChildren(make("span", "podium-label", words.say("nextInProgramme")), " ", after.at, " ", bdi(titleOf(after, words)));
    else next.replaceChildren();
    next.hidden = next.childNodes.length === 0;
  }

  function asked(all: readonly PodiumQuestions[]): HTMLElement[] {
    if (all.length === 0) return [make("p", "podium-nothing", words.say("noQuestions"))];
    return all.map(({ to, questions: texts }) =>
      make(
        "div",
        "podium-asked",
        make("h3", "podium-asked-of", to ? bdi(to) : words.say("toThePanel")),
        make("ul", "", ...texts.map(({ text, from }) => make("li", "podium-question", bdi(text || "…"), ...(from ? [" ", make("span", "podium-from", "(", bdi(from), ")")] : [])))),
      ),
    );
  }
}

function listed(names: readonly string[]): (HTMLElement | string)[] {
  return names.flatMap((text, place) => (place === 0 ? [bdi(text)] : [" · ", bdi(text)]));
}
