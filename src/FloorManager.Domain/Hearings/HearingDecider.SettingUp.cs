using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Screens;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// Setting a hearing up. The importer tells every fault of a file row by row; what is refused here is the backstop for everyone else.
public static partial class HearingDecider
{
    private static Decision SetUp(Hearing state, SetUpHearing c)
    {
        if (state.Details is { } existing) return Refuse(new AlreadySetUp(existing.Title));
        if (!HearingDetails.IsShortName(c.Details.ShortName)) return Refuse(new OutOfBounds("shortName", "1", "40"));
        return DetailsFault(c.Details) is { } fault ? Refuse(fault) : Accept(new HearingSetUp(c.Details));
    }

    private static Decision Change(Hearing state, ChangeHearing c)
    {
        var details = c.Details with { ShortName = state.Details!.ShortName, IsRehearsal = state.Details.IsRehearsal };
        if (DetailsFault(details) is { } fault) return Refuse(fault);
        var gone = state.Participants.Values.Where(p => details.Categories.All(k => k.Code != p.Category)).GroupBy(p => p.Category, StringComparer.Ordinal);
        if (gone.MinBy(g => g.Key, StringComparer.Ordinal) is { } needed) return Refuse(new CategoryNeeded(needed.Key, needed.Count()));
        var left = state.Participants.Values.Where(p => !IsGroupOf(details, p.RegionalGroup)).GroupBy(p => p.RegionalGroup, StringComparer.Ordinal);
        if (left.MinBy(g => g.Key, StringComparer.Ordinal) is { } group) return Refuse(new RegionalGroupNeeded(group.Key, group.Count()));
        if (Same(state.Details, details)) return Nothing;
        return details.TimeZone == state.Details.TimeZone || state.Meetings.IsEmpty
            ? Accept(new HearingChanged(details))
            : Accept(new HearingChanged(details), new ProgrammeSet(state.ProgrammeIn(TimeZoneInfo.FindSystemTimeZoneById(details.TimeZone))));
    }

    private static Decision Archive(Hearing state, ArchiveHearing c) =>
        state.IsArchived == c.On ? Nothing
        : state.Floor is { } floor ? Refuse(new FloorTaken(floor.Speaker.Name, floor.Speaker.Delegation))
        : Accept(new HearingArchived(c.On));

    private static Refusal? DetailsFault(HearingDetails d) =>
        d.Title.Length is 0 or > HearingDetails.LongestTitle ? new OutOfBounds("title", "1", $"{HearingDetails.LongestTitle}")
        : d.Place.Length > HearingDetails.LongestTitle ? new OutOfBounds("place", "0", $"{HearingDetails.LongestTitle}")
        : !TimeZoneInfo.TryFindSystemTimeZoneById(d.TimeZone, out _) ? new NoSuchTimeZone(d.TimeZone)
        : d.Languages.IsDefaultOrEmpty || d.Languages.Length > HearingDetails.MostLanguages ? new OutOfBounds("languages", "1", $"{HearingDetails.MostLanguages}")
        : d.Categories.IsDefaultOrEmpty || d.Categories.Length > HearingDetails.MostCategories || d.Categories.Any(k => !IsId(k.Code))
            || Repeated(d.Categories.Select(k => k.Code)) is not null ? new OutOfBounds("categories", "1", $"{HearingDetails.MostCategories}")
        : d.RegionalGroups.Length > HearingDetails.MostRegionalGroups || d.RegionalGroups.Any(g => !IsId(g) || g == RegionalGroups.None)
            || Repeated(d.RegionalGroups) is not null ? new OutOfBounds("regionalGroups", "0", $"{HearingDetails.MostRegionalGroups}")
        : RulesFault(d.Rules);

    private static bool IsGroupOf(HearingDetails details, string group) => group == RegionalGroups.None || details.RegionalGroups.Contains(group);

    private static bool Same(HearingDetails one, HearingDetails other) =>
        one.Languages.SequenceEqual(other.Languages) && one.Categories.SequenceEqual(other.Categories) && one.PublicViews.SequenceEqual(other.PublicViews)
        && one.RegionalGroups.SequenceEqual(other.RegionalGroups)
        && one with { Languages = other.Languages, Categories = other.Categories, PublicViews = other.PublicViews, RegionalGroups = other.RegionalGroups } == other;

    private static Decision Set(Hearing state, SetProgramme c)
    {
        var segments = c.Meetings.SelectMany(m => m.Segments).ToArray();
        var ids = segments.Select(s => s.Id.Value).Concat(segments.SelectMany(s => s.Podium).Select(p => p.Id.Value)).ToArray();
        if (ids.Concat(segments.SelectMany(s => s.Topics).Select(t => t.Id.Value)).FirstOrDefault(id => !IsId(id)) is { } none)
            return Refuse(new ProgrammeInvalid(none));
        if (Repeated(ids) is { } twice) return Refuse(new ProgrammeInvalid(twice));
        if (segments.FirstOrDefault(s => s.EndsAt <= s.StartsAt || Repeated(s.Topics.Select(t => t.Id.Value)) is not null) is { } wrong)
            return Refuse(new ProgrammeInvalid(wrong.Id.Value));
        if (segments.SelectMany(s => s.Podium).FirstOrDefault(p =>
            p.AnnouncedLength < FloorRules.ShortestLimit || p.AnnouncedLength > FloorRules.LongestLimit) is { } speaker)
            return Refuse(new ProgrammeInvalid(speaker.Id.Value));
        if (segments.Select(s => s.Rules is { } rules ? RulesFault(rules) : null).FirstOrDefault(f => f is not null) is { } fault) return Refuse(fault);
        if (state.OpenSegment is { } open && segments.All(s => s.Id != open.Id)) return Refuse(new OpenSegmentMissing(open.Title));
        if (state.Segments.FirstOrDefault(s => IsOnRecord(state, s) && segments.All(kept => kept.Id != s.Id)) is { } needed)
            return Refuse(new ProgrammeInvalid(needed.Id.Value));
        return state.Meetings.Length == c.Meetings.Length && state.Meetings.Zip(c.Meetings).All(m => Same(m.First, m.Second))
            ? Nothing
            : Accept(new ProgrammeSet(c.Meetings));
    }

    /// <summary>Somebody had the floor in it, waits in it, was declined or not reached, or wrote something for it: they would be lost with the segment.</summary>
    private static bool IsOnRecord(Hearing state, Segment segment) =>
        state.Ended.Any(i => i.Segment == segment.Id) || state.RequestsFor(segment.Id).Any(r => r.State != RequestState.Withdrawn)
        || state.Contributions.Values.Any(c => c.Segment == segment.Id);

    // Records compare their arrays by reference; a programme that is imported again holds the same in other arrays.
    private static bool Same(Meeting one, Meeting other) =>
        one.Title == other.Title && one.Segments.Length == other.Segments.Length && one.Segments.Zip(other.Segments).All(s => Same(s.First, s.Second));

    private static bool Same(Segment one, Segment other) =>
        one.Podium.SequenceEqual(other.Podium) && one.Topics.SequenceEqual(other.Topics)
        && one with { Podium = other.Podium, Topics = other.Topics } == other;

    private static Decision Register(Hearing state, RegisterParticipants c)
    {
        if (Repeated(c.Participants.Select(p => p.Id.Value)) is { } twice) return Refuse(new ParticipantInvalid(new ParticipantId(twice), "id"));
        foreach (var p in c.Participants)
            if (FieldAtFault(state, p) is { } field) return Refuse(new ParticipantInvalid(p.Id, field));
        var changed = state.AsKnown(c.Participants).Where(p => state.Participants.GetValueOrDefault(p.Id) != p).ToArray();
        return changed.Length == 0 ? Nothing : Accept(new ParticipantsRegistered([.. changed]));
    }

    private static Decision Merge(Hearing state, MergeParticipants c)
    {
        if (!state.Participants.TryGetValue(state.WhoIs(c.Keep), out var keep) || state.Erased.ContainsKey(keep.Id)) return Refuse(new NoSuchParticipant(c.Keep));
        if (c.Keep == c.Gone) return Refuse(new MergedWithThemselves(keep.FullName));
        if (!state.Participants.TryGetValue(state.WhoIs(c.Gone), out var gone) || state.Erased.ContainsKey(gone.Id)) return Refuse(new NoSuchParticipant(c.Gone));
        // Somebody else has merged them meanwhile.
        if (keep.Id == gone.Id) return Nothing;
        return SpeakingBetween(state, keep, gone) is { } speaker
            ? Refuse(new SpeaksNow(speaker.Name, speaker.Delegation))
            : Accept(new ParticipantsMerged(state.AsOne(keep, gone), gone.Id));
    }

    /// <summary>The room would see somebody speak for a delegation that is not theirs, or somebody who has interrupted themselves.</summary>
    private static Speaker? SpeakingBetween(Hearing state, Participant keep, Participant gone)
    {
        var speakers = new[] { state.Floor?.Speaker, state.Interrupted?.Floor.Speaker }.OfType<Speaker>().ToArray();
        return speakers.FirstOrDefault(s => s.Participant == gone.Id && !string.Equals(s.Delegation, keep.Delegation, StringComparison.OrdinalIgnoreCase))
            ?? (speakers.All(s => s.Participant == gone.Id || s.Participant == keep.Id) ? speakers.Skip(1).FirstOrDefault() : null);
    }

    private static Decision Erase(Hearing state, ErasePersonalData c) =>
        c.Reason.Length is 0 or > ErasePersonalData.LongestReason ? Refuse(new OutOfBounds("reason", "1", $"{ErasePersonalData.LongestReason}"))
        : !state.Participants.TryGetValue(state.WhoIs(c.ParticipantId), out var who) ? Refuse(new NoSuchParticipant(c.ParticipantId))
        : state.Erased.ContainsKey(who.Id) ? Nothing
        : state.WaitsOrSpeaks(who.Id) ? Refuse(new StillCalled(who.FullName, who.Delegation))
        : Mention.IsIn(who, c.Reason) ? Refuse(new NamedInReason(who.FullName))
        : Accept(new PersonalDataErased(who.Id, c.Reason, Mention.Of(who, state)));

    private static Decision Enter(Hearing state, CheckIn c) =>
        state.FindTicket(c.ParticipantId.Value) is not { } came ? Refuse(new NoSuchParticipant(c.ParticipantId))
        : !came.Admitted ? Refuse(new NotAdmitted(came.FullName))
        : state.InTheRoom.ContainsKey(came.Id) ? Nothing
        : Accept(new ParticipantCheckedIn(came.Id));

    private static string? FieldAtFault(Hearing state, Participant p) =>
        !IsId(p.Id.Value) ? "id"
        : p.FullName.Length is 0 or > Participant.LongestName ? "full_name"
        : p.Delegation.Length is 0 or > Participant.LongestName ? "delegation"
        : p.Style.Length > Participant.LongestStyle ? "style"
        : p.Designation.Length > Participant.LongestName ? "designation"
        : state.Details!.Categories.All(k => k.Code != p.Category) ? "category"
        : !IsGroupOf(state.Details, p.RegionalGroup) ? "regional_group"
        : p.Pronunciation.Length > Participant.LongestName ? "pronunciation"
        : p.Accommodation <= TimeSpan.Zero || p.Accommodation > Participant.LongestAccommodation ? "accommodation"
        : p.Seat is { } seat && !state.Seats.ContainsKey(seat) ? "seat"
        : null;

    private static Decision Set(Hearing state, SetSeatPlan c) =>
        c.Seats.FirstOrDefault(s => s.Label.Value.Length is 0 or > 16) is { } wrong ? Refuse(new SeatPlanInvalid(wrong.Label))
        : Repeated(c.Seats.Select(s => s.Label.Value)) is { } twice ? Refuse(new SeatPlanInvalid(new(twice)))
        : c.Seats.Length == state.Seats.Count && c.Seats.All(s => state.Seats.GetValueOrDefault(s.Label) == s) ? Nothing
        : Accept(new SeatPlanSet(c.Seats));

    private static Decision Name(Hearing state, NameScreen c) =>
        !ScreenAddress.IsName(c.Name) ? Refuse(new OutOfBounds("name", "1", "40"))
        : state.NamedScreens.GetValueOrDefault(c.Name) == c.View ? Nothing
        : c.View is not null && !ScreenAddress.IsOne(c.View) ? Refuse(new NoSuchView(c.View.Length > 100 ? c.View[..100] : c.View))
        : c.View is not null && !state.NamedScreens.ContainsKey(c.Name) && state.NamedScreens.Count >= ScreenAddress.Most ? Refuse(new OutOfBounds("screens", "0", $"{ScreenAddress.Most}"))
        : Accept(new ScreenNamed(c.Name, c.View));

    private static Refusal? RulesFault(FloorRules rules) =>
        rules.AreWithinBounds ? null
        : rules.Limit < FloorRules.ShortestLimit || rules.Limit > FloorRules.LongestLimit ? new OutOfBounds("limit", Length(FloorRules.ShortestLimit), Length(FloorRules.LongestLimit))
        : rules.Warning < TimeSpan.Zero || rules.Warning > rules.Limit ? new OutOfBounds("warning", "0:00", Length(rules.Limit))
        : new OutOfBounds("grace", "0:00", Length(FloorRules.LongestGrace));

    /// <summary>As a countdown shows it.</summary>
    private static string Length(TimeSpan length) => $"{(int)length.TotalMinutes}:{length.Seconds:00}";

    // The journal and the API read no other back: a longer id that was accepted would shut the hearing for good.
    private static bool IsId(string id) => id.Length is > 0 and <= 64;

    private static string? Repeated(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
}
