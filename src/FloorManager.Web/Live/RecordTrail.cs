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
        if (intervention.Request is { } request) entries.AddRange(await Naming(hearing, $"{request}", stop));
        var told = entries.DistinctBy(e => e.Version).Where(e => e.Events.Any(h => IsOf(h, intervention))).ToArray();
        var undone = (await Undoings(hearing, stop)).Select(e => (Entry: e, Steps: Steps(e))).Where(u => told.Any(e => u.Steps.Contains(e.Command))).ToArray();
        return
        [
            .. told.SelectMany(e => e.Events.Where(h => IsOf(h, intervention)).Select(h => Line(e, h, undone.Any(u => u.Steps.Contains(e.Command)))))
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

    private static bool IsOf(HearingEvent happened, Intervention i) => happened switch
    {
        RequestRaised e => e.Request == i.Request,
        RequestJoined e => e.Request == i.Request,
        RequestLeft e => e.Request == i.Request,
        RequestWithdrawn e => e.Request == i.Request,
        RequestDeferred e => e.Request == i.Request,
        RequestDeclined e => e.Request == i.Request,
        RequestPlacedOnDeck e => e.Request == i.Request,
        RequestTakenOffDeck e => e.Request == i.Request,
        RequestsLapsed e => IsAmong(e.Requests, i.Request),
        RequestsRestored e => IsAmong(e.Requests, i.Request),
        FloorGiven e => e.Intervention == i.Id,
        FloorInterrupted e => e.Intervention == i.Id,
        FloorReturned e => e.Intervention == i.Id,
        SpeakerCorrected e => e.Intervention == i.Id,
        RecordCorrected e => e.Intervention == i.Id,
        ClockStarted e => e.Intervention == i.Id,
        HearingEvent.ClockPaused e => e.Intervention == i.Id,
        ClockResumed e => e.Intervention == i.Id,
        ClockAdjusted e => e.Intervention == i.Id,
        TimeExpired e => e.Intervention == i.Id,
        InterventionEnded e => e.Intervention == i.Id,
        _ => false,
    };

    private static bool IsAmong(ImmutableArray<RequestId> requests, RequestId? request) => request is { } id && !requests.IsDefault && requests.Contains(id);

    private async ValueTask<bool> May(Grant by, string hearing, CancellationToken stop) =>
        by.Covers(hearing) && Permissions.Allows(by.Role, Right.OpenRecord) && await hearings.Stands(by, stop);
}
