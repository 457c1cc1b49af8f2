using System.Collections.Immutable;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Domain.Hearings;

/// <summary>
/// Whatever door a command came through, its texts are clean before a rule sees them: what is measured, compared and written into the journal is what the
/// screens show. What is in the journal already is replayed as it was.
/// </summary>
public static class CleanCommand
{
    /// <summary>
    /// The command with each text of it as <see cref="CleanText"/> has it. By what it refers to something stays as it is, and the address of a screen, which
    /// is refused for any sign that is none of an address.
    /// </summary>
    public static HearingCommand Of(Hearing state, HearingCommand command) => command switch
    {
        SetUpHearing c => c with { Details = Cleaned(c.Details, HearingDetails.Named("", "")) },
        ChangeHearing c => c with { Details = Cleaned(c.Details, state.Details ?? c.Details) },
        SetProgramme c => Cleaned(state, c),
        RegisterParticipants c => c with { Participants = Each(c.Participants, p => Cleaned(state, p)) },
        ErasePersonalData c => c with { Reason = CleanText.Of(c.Reason) },
        CorrectRecord c => c with { Reason = CleanText.Of(c.Reason) },
        SetSeatPlan c => c with { Seats = Each(c.Seats, s => s with { Label = new(Id(s.Label.Value, id => state.Seats.ContainsKey(new(id)))) }) },
        HandInContribution c => c with { Text = CleanText.Lines(c.Text) },
        NoteQuestion c => c with { Text = CleanText.Of(c.Text) },
        NoteRecommendation c => c with { Text = CleanText.Lines(c.Text) },
        RewordRecommendation c => c with { Text = CleanText.Lines(c.Text), Was = c.Was is null ? null : CleanText.Lines(c.Was) },
        ShowMessage c => c with { Text = CleanText.Of(c.Text) },
        TellPodium c => c with { Text = c.Text is null ? null : CleanText.Of(c.Text) },
        _ => command,
    };

    private static HearingDetails Cleaned(HearingDetails d, HearingDetails known) => d with
    {
        ShortName = CleanText.Of(d.ShortName),
        Title = CleanText.Of(d.Title),
        Place = CleanText.Of(d.Place),
        TimeZone = CleanText.Of(d.TimeZone),
        Languages = Each(d.Languages, CleanText.Of),
        Categories = Each(d.Categories, k => k with { Code = Id(k.Code, code => known.Categories.Any(had => had.Code == code)) }),
        PublicViews = Each(d.PublicViews, CleanText.Of),
        RegionalGroups = Each(d.RegionalGroups, g => Id(g, known.RegionalGroups.Contains)),
    };

    private static SetProgramme Cleaned(Hearing state, SetProgramme c)
    {
        var known = state.Segments.SelectMany(s => s.Podium.Select(p => p.Id.Value).Concat(s.Topics.Select(t => t.Id.Value)).Append(s.Id.Value)).ToHashSet(StringComparer.Ordinal);
        return c with { Meetings = Each(c.Meetings, m => new(CleanText.Of(m.Title), Each(m.Segments, s => Cleaned(s, known.Contains)))) };
    }

    private static Segment Cleaned(Segment s, Predicate<string> isKnown) => s with
    {
        Id = new(Id(s.Id.Value, isKnown)),
        Title = CleanText.Of(s.Title),
        Theme = CleanText.Of(s.Theme),
        Podium = Each(s.Podium, p => p with
        {
            Id = new(Id(p.Id.Value, isKnown)),
            Style = CleanText.Of(p.Style),
            FullName = CleanText.Of(p.FullName),
            Affiliation = CleanText.Of(p.Affiliation),
        }),
        Topics = Each(s.Topics, t => new(new(Id(t.Id.Value, isKnown)), CleanText.Of(t.Text))),
    };

    // Category, regional group and seat are none of their own: they are the hearing's, or refused.
    private static Participant Cleaned(Hearing state, Participant p) => p with
    {
        Id = new(Id(p.Id.Value, id => state.Participants.ContainsKey(state.WhoIs(new(id))))),
        Style = CleanText.Of(p.Style),
        FullName = CleanText.Of(p.FullName),
        Designation = CleanText.Of(p.Designation),
        Delegation = CleanText.Of(p.Delegation),
        Language = CleanText.Of(p.Language),
        Pronunciation = CleanText.Of(p.Pronunciation),
    };

    /// <summary>What a hearing calls something by already stays: others would no longer find it.</summary>
    private static string Id(string id, Predicate<string> isKnown) => CleanText.Of(id) is var clean && clean != id && isKnown(id) ? id : clean;

    /// <summary>The very array where all of it is clean: records compare theirs as the same one or not, and whoever edits a segment goes by that.</summary>
    private static ImmutableArray<T> Each<T>(ImmutableArray<T> all, Func<T, T> cleaned) =>
        all.IsDefault || all.Select(cleaned).ToImmutableArray() is var clean && clean.SequenceEqual(all) ? all : clean;
}
