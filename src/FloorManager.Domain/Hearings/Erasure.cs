using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Domain.Hearings;

/// <summary>
/// What goes of the journal with somebody's personal data. Their number, delegation, category and regional group stay, and so do all times: what is
/// folded from the rest is the same hearing, in which somebody has no name any more.
/// </summary>
/// <param name="Numbers">All by which the register knew them.</param>
/// <param name="Extra">
/// Their interventions with extra time that was agreed with them. Why they had it is theirs and goes; that they had it becomes part of the limit, so
/// that time allowed, time spoken and overrun stay as they were.
/// </param>
public sealed record Erasure(ImmutableHashSet<ParticipantId> Numbers, ImmutableDictionary<InterventionId, TimeSpan> Extra)
{
    /// <param name="state">Before the erasing: it tells who speaks in an intervention after all corrections.</param>
    public static Erasure Of(Hearing state, ParticipantId who) => new(
        [.. state.Merged.Where(m => m.Value == who).Select(m => m.Key), who],
        state.Ended.Where(i => i.Speaker.Participant == who && i.Accommodation is not null).ToImmutableDictionary(i => i.Id, i => Hearing.Agreed(i.Accommodation)));

    /// <summary>The event as it stands in the journal afterwards; the very same one where there is nothing of theirs in it.</summary>
    public HearingEvent From(HearingEvent happened) => happened switch
    {
        ParticipantsRegistered { Participants.IsDefault: false } e when e.Participants.Any(p => Numbers.Contains(p.Id)) =>
            e with { Participants = [.. e.Participants.Select(p => Numbers.Contains(p.Id) ? p.WithoutPerson() : p)] },
        ParticipantsMerged e when Numbers.Contains(e.Kept.Id) => e with { Kept = e.Kept.WithoutPerson() },
        FloorGiven e when IsTheirs(e.Speaker) || Extra.ContainsKey(e.Intervention) => e with
        {
            Speaker = IsTheirs(e.Speaker) ? e.Speaker.WithoutPerson() : e.Speaker,
            Limit = e.Limit + Extra.GetValueOrDefault(e.Intervention),
            Accommodation = IsTheirs(e.Speaker) ? null : e.Accommodation,
        },
        SpeakerCorrected e when IsTheirs(e.Speaker) => e with { Speaker = e.Speaker.WithoutPerson(), Accommodation = null },
        RecordCorrected e when IsTheirs(e.Speaker) => e with { Speaker = e.Speaker.WithoutPerson(), Accommodation = null },
        _ => happened,
    };

    private bool IsTheirs(Speaker speaker) => speaker.Participant is { } id && Numbers.Contains(id);
}
