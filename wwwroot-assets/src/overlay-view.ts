// The lower third for a webcast mixer: transparent, and nothing on it but who has the floor. It is on the air: whatever is in doubt is not shown.
import { ClockView } from "./clock-view.ts";
import { make, makeBdi, setOptional, setText } from "./dom.ts";
import { delegationOf, nameOf } from "./names.ts";
import { looks } from "./look/look.ts";
import { applyTo, colourIn, oneOf, optionsIn, wholeIn } from "./options.ts";
import type { Face } from "./face.ts";
import type { Page } from "./page.ts";
import type { Connection, Received } from "./source.ts";

/** Somebody else may have the floor by then. */
const doubtfulAfterMs = 10_000;

export function mountOverlay({ root, source, time }: Pick<Page, "root" | "source" | "time">, search = ""): void {
  const name = makeBdi();
  const designation = makeBdi();
  const delegation = makeBdi();
  const nameLine = make("p", "overlay-name", name);
  const designationLine = make("p", "overlay-designation", designation);
  const delegationLine = make("p", "overlay-delegation", delegation);
  const digits = make("p", "overlay-digits");
  const clock = new ClockView(paint, time);
  let somebody = false;
  let doubtful = false;
  let trust = () => {};

  digits.setAttribute("role", "timer");
  digits.dir = "ltr";
  root.classList.add("overlay");
  root.replaceChildren(make("h1", "visually-hidden", document.title), make("div", "overlay-third", make("div", "overlay-who", nameLine, designationLine, delegationLine), digits));
  look(root, search);
  source.onView(show);
  source.onConnection(tell);
  reveal();

  function show({ view, atMonotonicMs }: Received): void {
    const speaker = view.blackout ? null : view.speaker;
    somebody = speaker !== null;
    if (speaker) {
      setText(name, nameOf(speaker));
      setOptional(designationLine, speaker.designation?.trim() ?? "", designation);
      setOptional(delegationLine, delegationOf(speaker), delegation);
    }
    clock.show(speaker ? view.clock : null, atMonotonicMs);
    reveal();
  }

  function paint(face: Face | null): void {
    setOptional(digits, face?.text ?? "");
    root.dataset["phase"] = face?.phase ?? "";
  }

  function tell({ state }: Connection): void {
    trust();
    trust = () => {};
    if (state === "reconnecting") trust = time.after(doubtfulAfterMs, () => doubt(true));
    else doubt(state !== "connected");
  }

  function doubt(now: boolean): void {
    doubtful = now;
    reveal();
  }

  /** What is on the air goes out with the words it had: only its frame is taken away. */
  function reveal(): void {
    root.toggleAttribute("data-on-air", somebody && !doubtful);
  }
}

/** `position`, `edge`, `size` in per cent, and the colours `ink`, `ground` and `accent`. */
function look(root: HTMLElement, search: string): void {
  const query = new URLSearchParams(search);
  applyTo(root, optionsIn(search), looks.overlay.parts, false);
  root.dataset["position"] = oneOf(query.get("position"), ["start", "center", "end"] as const) ?? "start";
  root.dataset["edge"] = oneOf(query.get("edge"), ["top", "bottom"] as const) ?? "bottom";
  for (const name of ["ink", "ground", "accent"]) {
    const colour = colourIn(query.get(name));
    if (colour) root.style.setProperty(`--overlay-${name}`, colour);
  }
  const size = wholeIn(query.get("size"), 50, 200);
  if (size) root.style.setProperty("--overlay-size", String(size / 100));
}
