using System.Collections.Immutable;

namespace FloorManager.Domain.Programme;

/// <summary>One sitting of a hearing, such as the morning meeting, with its segments in the order of the programme.</summary>
public sealed record Meeting(string Title, ImmutableArray<Segment> Segments);

/// <summary>
/// A timed part of the programme. A panel is a segment with a theme, a moderator, panellists and suggested topics;
/// only panels take requests for the floor.
/// </summary>
/// <param name="Id">Stable within the hearing, such as <c>panel-1</c>.</param>
/// <param name="Kind">Opening, panel, break or closing.</param>
/// <param name="Title">As printed in the programme.</param>
/// <param name="Theme">The panel's theme; empty for other segments.</param>
/// <param name="StartsAt">Planned start, UTC. The actual one is in the journal.</param>
/// <param name="EndsAt">Planned end, UTC; a programme in which it is not after the start is refused.</param>
/// <param name="Rules">The segment's own rules; null takes the hearing's.</param>
/// <param name="Podium">Moderator, panellists and opening speakers in the order of the programme.</param>
/// <param name="Topics">Guiding questions of a panel.</param>
public sealed record Segment(
    SegmentId Id,
    SegmentKind Kind,
    string Title,
    string Theme,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    FloorRules? Rules,
    ImmutableArray<PodiumSpeaker> Podium,
    ImmutableArray<SuggestedTopic> Topics)
{
    public bool IsPanel => Kind == SegmentKind.Panel;
}

/// <summary>1 to 64 characters, and nobody else's in the programme: segments and people on the podium share one set of ids.</summary>
public readonly record struct SegmentId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Only a panel takes requests and has phases; the floor may be given in any.</summary>
public enum SegmentKind { Opening, Panel, Break, Closing }

/// <summary>
/// The parts of a panel in their order: short introductory remarks by the moderator, each panellist's remarks, then
/// the interactive exchange with the floor, then concluding remarks.
/// </summary>
public enum PanelPhase { Introduction, PanellistRemarks, InteractiveExchange, ConcludingRemarks }

/// <summary>A guiding question of a panel. The floor is guided by it, not bound to it.</summary>
public sealed record SuggestedTopic(TopicId Id, string Text);

/// <summary>1 to 64 characters, and no other topic's of the panel.</summary>
public readonly record struct TopicId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Someone on the podium, who speaks by the programme and not by asking for the floor.</summary>
/// <param name="Id">Stable within the hearing.</param>
/// <param name="Role">Moderator, panellist or opening speaker.</param>
/// <param name="Style">Form of address such as "H.E. Mr."; may be empty.</param>
/// <param name="FullName">One field, because mononyms exist.</param>
/// <param name="Affiliation">Designation and organisation as printed.</param>
/// <param name="ToBeConfirmed">The programme names a place on the podium whose holder is not settled yet.</param>
/// <param name="AnnouncedLength">How long the remarks are meant to be. Shown, but not strict. 5 seconds to 60 minutes, 5 minutes by
/// default; a programme with another is refused.</param>
public sealed record PodiumSpeaker(
    PodiumSpeakerId Id, PodiumRole Role, string Style, string FullName, string Affiliation, bool ToBeConfirmed, TimeSpan AnnouncedLength);

/// <summary>1 to 64 characters, and nobody else's in the programme. Someone who speaks in two segments has two.</summary>
public readonly record struct PodiumSpeakerId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The moderator guides one panel and is not the chair; a panellist is on the podium of one panel; an opening speaker of opening or closing.</summary>
public enum PodiumRole { Moderator, Panellist, OpeningSpeaker }
