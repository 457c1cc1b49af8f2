using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Web.Live;

/// <summary>Something that happened to an intervention or to the request it came from.</summary>
/// <param name="Kind">Stored name of the event.</param>
/// <param name="TakenBack">It was taken back since, and is told all the same.</param>
public sealed record TrailLine(long Version, DateTimeOffset At, Role By, Origin? Origin, string Kind, HearingEvent Happened, bool TakenBack);

/// <summary>When a segment was opened in fact, UTC.</summary>
public sealed record Opening(SegmentId Segment, DateTimeOffset At);

/// <summary>
/// What the journal tells beyond the record, for whoever may read the record. It is read when somebody asks for it, and only the entries that name what is asked for; who acted is told
/// by their role alone.
/// </summary>
public sealed class RecordTrail(HearingJournal journal, Hearings hearings)
{
    /// <summary>An intervention has some tens of entries; a script that adjusted its clock for hours is not told to its end.</summary>
    private const int Most = 500;

    /// <summary>From the first asking to the last correction, in order; null for whoever may not read it.</summary>
    public async Task<ImmutableArray<TrailLine>?> Of(Grant by, string hearing, Intervention intervention, CancellationToken stop = default)
    {
        if (!await May(by, hearing, stop)) return null;
        var entries = await Naming(hearing, $"{intervention.Id}", stop);
        // Also of whoever was called before it was put right that somebody else spoke.
        var requests = entries.SelectMany(e => e.Events).Select(h => RequestIn(h, intervention.Id)).Append(intervention.Request).OfType<RequestId>().ToHashSet();
        foreach (var request in requests) entries.AddRange(await Naming(hearing, $"{request}", stop));
        return await Told(hearing, entries, h => IsOf(h, intervention.Id, requests), stop);
    }

    /// <summary>The same of a request that nobody was called for.</summary>
    public async Task<ImmutableArray<TrailLine>?> Of(Grant by, string hearing, RequestId request, CancellationToken stop = default) =>
        await May(by, hearing, stop) ? await Told(hearing, await Naming(hearing, $"{request}", stop), h => IsOf(h, null, [request]), stop) : null;

    /// <summary>The same of a recommendation: how it was worded, and since when.</summary>
    public async Task<ImmutableArray<TrailLine>?> Of(Grant by, string hearing, RecommendationId noted, CancellationToken stop = default) => await May(by, hearing, stop)
        ? await Told(hearing, await Naming(hearing, $"{noted}", stop), h => h switch
        {
            RecommendationNoted e => e.Recommendation == noted,
            RecommendationReworded e => e.Recommendation == noted,
            RecommendationStruck e => e.Recommendation == noted,
            _ => false,
        }, stop)
        : null;

    private async Task<ImmutableArray<TrailLine>> Told(string hearing, IEnumerable<JournalEntry> entries, Func<HearingEvent, bool> isOf, CancellationToken stop)
    {
        var told = entries.DistinctBy(e => e.Version).Where(e => e.Events.Any(isOf)).ToArray();
        var undone = (await Undoings(hearing, stop)).Select(e => (Entry: e, Steps: Steps(e))).Where(u => told.Any(e => u.Steps.Contains(e.Command))).ToArray();
        return
        [
            .. told.SelectMany(e => e.Events.Where(isOf).Select(h => Line(e, h, undone.Any(u => u.Steps.Contains(e.Command)))))
                .Concat(undone.Select(u => Line(u.Entry, u.Entry.Events.First(h => h is StepsUndone), takenBack: false))).OrderBy(l => l.Version),
        ];
    }

    /// <summary>The openings that were not taken back, in order; null for whoever may not read them.</summary>
    public async Task<ImmutableArray<Opening>?> Openings(Grant by, string hearing, CancellationToken stop = default)
    {
        if (!await May(by, hearing, stop)) return null;
        var undone = (await Undoings(hearing, stop)).SelectMany(Steps).ToHashSet();
        var opened = await journal.Search(hearing, new(Kind: EventNames.NameOf<SegmentOpened>(), OldestFirst: true), beyond: null, Most, stop);
        return [.. opened.Where(e => !undone.Contains(e.Command)).SelectMany(e => e.Events.OfType<SegmentOpened>().Select(o => new Opening(o.Segment, e.At)))];
    }

    private Task<List<JournalEntry>> Naming(string hearing, string id, CancellationToken stop) =>
        journal.Search(hearing, new(Text: id, OldestFirst: true), beyond: null, Most, stop);

    private Task<List<JournalEntry>> Undoings(string hearing, CancellationToken stop) =>
        journal.Search(hearing, new(Kind: EventNames.NameOf<StepsUndone>()), beyond: null, Most, stop);

    private static IEnumerable<CommandId> Steps(JournalEntry entry) => entry.Events.OfType<StepsUndone>().SelectMany(u => u.Steps);

    private static TrailLine Line(JournalEntry e, HearingEvent happened, bool takenBack) => new(e.Version, e.At, e.By.Role, e.By.Origin, EventNames.Of(happened), happened, takenBack);

    private static RequestId? RequestIn(HearingEvent happened, InterventionId i) => happened switch
    {
        FloorGiven e when e.Intervention == i => e.Request,
        SpeakerCorrected e when e.Intervention == i => e.Request,
        RecordCorrected e when e.Intervention == i => e.Request,
        _ => null,
    };

    private static bool IsOf(HearingEvent happened, InterventionId? i, HashSet<RequestId> requests) => happened switch
    {
        RequestRaised e => requests.Contains(e.Request),
        RequestJoined e => requests.Contains(e.Request),
        RequestLeft e => requests.Contains(e.Request),
        RequestWithdrawn e => requests.Contains(e.Request),
        RequestDeferred e => requests.Contains(e.Request),
        RequestDeclined e => requests.Contains(e.Request),
        RequestPlacedOnDeck e => requests.Contains(e.Request),
        RequestTakenOffDeck e => requests.Contains(e.Request),
        RequestsLapsed e => !e.Requests.IsDefault && e.Requests.Any(requests.Contains),
        ContributionHandedIn e => requests.Contains(e.Request),
        RequestsRestored e => !e.Requests.IsDefault && e.Requests.Any(requests.Contains),
        FloorGiven e => e.Intervention == i,
        FloorInterrupted e => e.Intervention == i,
        FloorReturned e => e.Intervention == i,
        SpeakerCorrected e => e.Intervention == i,
        RecordCorrected e => e.Intervention == i,
        ClockStarted e => e.Intervention == i,
        HearingEvent.ClockPaused e => e.Intervention == i,
        ClockResumed e => e.Intervention == i,
        ClockAdjusted e => e.Intervention == i,
        TimeExpired e => e.Intervention == i,
        InterventionEnded e => e.Intervention == i,
        _ => false,
    };

    private async ValueTask<bool> May(Grant by, string hearing, CancellationToken stop) =>
        by.Covers(hearing) && Permissions.Allows(by.Role, Right.OpenRecord) && await hearings.Stands(by, stop);
}
