import type { Named, Segment, Speaker } from "./view.ts";
import type { PlainKey, Words } from "./messages.ts";

/** "H.E. Mr. Peter Thomson"; where no name is known the delegation stands in its place. */
export function nameOf(who: Named & { style?: string | null }): string {
  const [style, name] = [who.style?.trim() ?? "", who.name?.trim() ?? ""];
  if (name === "") return who.delegation?.trim() ?? "";
  // Some registers have it in the name as well: nobody is called "Mr. H.E. Mr.".
  return style === "" || ` ${name}`.toLowerCase().includes(` ${style.toLowerCase()} `) ? name : `${style} ${name}`;
}

/** Empty where the delegation already stands in the name's place. */
export function delegationOf(who: Named): string {
  return who.name?.trim() ? (who.delegation?.trim() ?? "") : "";
}

/** What the speaker does, in a word: an intervention needs none, so it says that the speaker has the floor. */
export function kindOf(speaker: Speaker): PlainKey {
  return kinds[speaker.kind];
}

const kinds: Record<Speaker["kind"], PlainKey> = {
  Intervention: "hasTheFloor",
  Remarks: "remarks",
  Reply: "reply",
  PointOfOrder: "pointOfOrder",
  RightOfReply: "rightOfReply",
};

const segmentKinds = { Opening: "opening", Panel: "panel", Break: "break", Closing: "closing" } as const;

const phases = {
  Introduction: "introduction",
  PanellistRemarks: "panellistRemarks",
  InteractiveExchange: "interactiveExchange",
  ConcludingRemarks: "concludingRemarks",
} as const;

export function titleOf(segment: Pick<Segment, "kind" | "title">, words: Words): string {
  return segment.title?.trim() || words.say(segmentKinds[segment.kind]);
}

export function phaseOf(segment: Segment, words: Words): string {
  return segment.phase === null ? "" : words.say(phases[segment.phase]);
}
