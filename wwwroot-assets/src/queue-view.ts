// The speaker queue for the room and the podium: who has the floor, whom the chair has announced, how many wait. It shows no
// order among those who wait, for there is none: the order is the chair's alone.
import { Blink } from "./blink.ts";
import { bdi, make, setOptional, setText } from "./dom.ts";
import { delegationOf, nameOf, phaseOf, titleOf } from "./names.ts";
import type { Page } from "./page.ts";
import { Resumption } from "./resumption.ts";
import type { Received } from "./source.ts";
import type { FloorView, Named } from "./view.ts";
import { WhoSpeaks } from "./who-speaks.ts";

/** Names longer than this are set smaller, so that the clock stays on the screen. */
const longName = 44;

/** From here on two columns stand beside each other, as the style sheet has it. */
const wall = "(min-width: 56rem)";

/** The steps of data-tight in the style sheet. */
const tightest = 3;

export function mountQueue(page: Pick<Page, "root" | "source" | "words" | "time">): void {
  const { root, source, words, time } = page;
  const who = new WhoSpeaks("queue", page);
  const hearing = make("p", "queue-hearing");
  const title = make("h1", "queue-title");
  const theme = make("p", "queue-theme");
  const panelPhase = make("p", "queue-panel-phase");
  const message = make("p", "queue-message");
  const next = make("ul", "queue-next");
  const laterOn = make("p", "queue-more");
  const nextLabel = make("h2", "queue-label");
  const count = make("span", "queue-count");
  const waiting = make("span", "queue-waiting-word");
  const fits = make("p", "queue-fits");
  const names = make("ul", "queue-names");
  const rest = make("p", "queue-more");
  const waitingNames = make("div", "queue-pool", make("h3", "queue-label", words.say("waitingNames")), names, rest);
  const coming = make("p", "queue-coming-title");
  const comingTheme = make("p", "queue-coming-theme");
  const programme = make("div", "queue-coming", make("h2", "queue-label", words.say("nextInProgramme")), coming, comingTheme);
  const resumption = new Resumption("queue-resume", words);

  let untold = 0;

  message.dir = "auto";
  root.replaceChildren(
    make("header", "queue-head", hearing, title, theme, panelPhase),
    message,
    make("section", "queue-floor", make("div", "queue-who", who.kind, resumption.line, who.nameLine, who.delegationLine), who.face, programme),
    make("div", "queue-side", make("section", "queue-follow", nextLabel, next, laterOn), make("section", "queue-waiting", make("p", "queue-how-many", count, " ", waiting), fits, waitingNames)),
    who.mark,
    who.announcer.status,
    who.announcer.alert,
  );

  const blink = new Blink(root, time);
  source.onView(show);
  window.addEventListener("resize", fit);
  document.fonts?.addEventListener("loadingdone", fit);

  function show(received: Received): void {
    const { view } = received;
    who.show(received);
    showHead(view);
    setOptional(message, view.message?.trim() ?? "");
    root.toggleAttribute("data-long", who.name.length > longName);
    setText(nextLabel, words.count("toBeFollowedBy", view.onDeck.length));
    next.replaceChildren(...(view.onDeck.length > 0 ? view.onDeck.map(announced) : [make("li", "queue-nobody", words.say("nobodyAnnounced"))]));
    setText(count, String(view.requestsWaiting));
    setText(waiting, words.count("requestsWaiting", view.requestsWaiting));
    setOptional(fits, typeof view.fits !== "number" ? "" : view.fits === 0 ? words.say("fitsNone") : words.count("fits", view.fits));
    showNames(view);
    showComing(view);
    resumption.show(view);
    blink.show(view);
    fit();
  }

  /** By delegation, as a register is: nobody is to read an order in it. */
  function showNames({ waiting: pool = [], onDeck, requestsWaiting }: FloorView): void {
    untold = requestsWaiting - onDeck.length - pool.length;
    names.replaceChildren(...pool.map((who) => make("li", "queue-name-of", bdi([delegationOf(who), nameOf(who)].filter(Boolean).join(" – ")))));
  }

  /**
   * On a wall nobody scrolls, and the clock must stay in sight. First names of those who wait are counted only, then all is set smaller, and at last so many of those
   * who are announced are counted as well. A phone scrolls.
   */
  function fit(): void {
    root.removeAttribute("data-tight");
    let waitingShown = names.childElementCount;
    let nextShown = next.childElementCount;
    tellMore();
    for (; waitingShown > 0 && overflows(); tellMore()) waitingShown--;
    for (let step = 1; step <= tightest && overflows(); step++) root.dataset["tight"] = String(step);
    for (; nextShown > 1 && overflows(); tellMore()) nextShown--;

    function tellMore(): void {
      show(names, waitingShown);
      show(next, nextShown);
      waitingNames.hidden = waitingShown === 0;
      tell(rest, waitingShown > 0 ? untold + names.childElementCount - waitingShown : 0);
      tell(laterOn, next.childElementCount - nextShown);
    }

    function show(list: HTMLElement, most: number): void {
      for (const [place, item] of ([...list.children] as HTMLElement[]).entries()) item.hidden = place >= most;
    }

    function tell(line: HTMLElement, more: number): void {
      setOptional(line, more > 0 ? words.count("andMore", more) : "");
    }
  }

  function overflows(): boolean {
    return window.matchMedia(wall).matches && document.documentElement.scrollHeight > window.innerHeight;
  }

  /** While nobody speaks there is room for it, and it is what the room wants to know. */
  function showComing({ speaker, next: after }: FloorView): void {
    programme.hidden = !after || speaker !== null;
    if (!after) return;
    coming.replaceChildren(make("span", "queue-coming-at", after.at), " ", bdi(titleOf(after, words)));
    setOptional(comingTheme, after.theme?.trim() ?? "");
  }

  function showHead({ hearingTitle, segment }: FloorView): void {
    setOptional(hearing, hearingTitle);
    setOptional(title, segment ? titleOf(segment, words) : "");
    setOptional(theme, segment?.theme?.trim() ?? "");
    setOptional(panelPhase, segment ? phaseOf(segment, words) : "");
  }
}

function announced(who: Named): HTMLElement {
  const item = make("li", "queue-next-one", make("p", "queue-next-name", bdi(nameOf(who))));
  if (delegationOf(who) !== "") item.append(make("p", "queue-next-delegation", bdi(delegationOf(who))));
  return item;
}
