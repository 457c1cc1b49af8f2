using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Requests;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Web.Screens.Shared;

/// <summary>What was done, in a few words: by the event that says most.</summary>
internal static class StepWords
{
    public static string Did(this IStringLocalizer<ScreenTexts> texts, Step step)
    {
        var after = step.Events.Aggregate(step.Before, (state, e) => state.Evolve(e, step.At));
        return step.Events.Select(e => texts.Did(e, step.Before, after)).FirstOrDefault(words => words is not null) ?? texts["Did.Something"].Value;
    }

    public static string Actor(this IStringLocalizer<ScreenTexts> texts, Role role) => texts[$"Actor.{role}"];

    /// <summary>Null for an event that only comes along with another.</summary>
    private static string? Did(this IStringLocalizer<ScreenTexts> texts, HearingEvent happened, Hearing before, Hearing after) => Words(texts, happened, before, after)?.Value;

    private static LocalizedString? Words(IStringLocalizer<ScreenTexts> texts, HearingEvent happened, Hearing before, Hearing after) => happened switch
    {
        SegmentOpened e => texts["Did.Opened", after.FindSegment(e.Segment)?.Title ?? e.Segment.Value],
        PhaseSet e => texts["Did.Phase", texts.Phase(e.Phase)],
        RequestRaised e => texts["Did.Raised", Name(after, e.Request)],
        RequestJoined e => texts["Did.Joined", after.Participants.GetValueOrDefault(e.Participant)?.FullName ?? Name(after, e.Request)],
        RequestWithdrawn e => texts["Did.Withdrawn", Name(after, e.Request)],
        RequestDeferred e => texts["Did.Deferred", Name(after, e.Request)],
        RequestDeclined e => texts["Did.Declined", Name(after, e.Request)],
        RequestPlacedOnDeck e => texts["Did.OnDeck", Name(after, e.Request)],
        RequestTakenOffDeck e => texts["Did.OffDeck", Name(after, e.Request)],
        FloorGiven e => texts["Did.Gave", e.Speaker.Name],
        SpeakerCorrected e => texts["Did.Corrected", e.Speaker.Name],
        RecordCorrected e => texts["Did.RecordCorrected", e.Speaker.Name],
        ClockStarted e => texts["Did.Started", Speaker(after)],
        ClockPaused when after.Interrupted is null => texts["Did.Paused", Speaker(after)],
        ClockResumed => texts["Did.Resumed", Speaker(after)],
        ClockAdjusted e => texts[e.Seconds > 0 ? "Did.More" : "Did.Less", Math.Abs(e.Seconds).ToString(CultureInfo.InvariantCulture), Speaker(after)],
        InterventionEnded => texts["Did.Ended", Speaker(before)],
        MessageShown e => texts["Did.Message", e.Text],
        MessageCleared => texts["Did.Cleared"],
        PodiumTold e => e.Text is { } said ? texts["Did.Podium", said] : texts["Did.PodiumCleared"],
        BlackoutSet e => texts[e.On ? "Did.Dark" : "Did.Light"],
        ResumptionAnnounced e => e.At is { } at ? texts["Did.Resumption", after.WallTime(at)] : texts["Did.NoResumption"],
        LimitSet e => texts["Did.Limit", ScreenWords.Length(e.Limit)],
        RoundSizeSet e => texts["Did.Round", e.Size],
        IntakeSet e => (e.OpensAt, e.ClosesAt) switch
        {
            (null, null) => texts["Did.IntakeOpen", after.FindSegment(e.Segment)?.Title ?? ""],
            (null, { } closes) => texts["Did.IntakeCloses", after.FindSegment(e.Segment)?.Title ?? "", after.WallTime(closes)],
            ({ } opens, null) => texts["Did.IntakeOpens", after.FindSegment(e.Segment)?.Title ?? "", after.WallTime(opens)],
            ({ } opens, { } closes) => texts["Did.Intake", after.FindSegment(e.Segment)?.Title ?? "", after.WallTime(opens), after.WallTime(closes)],
        },
        QuestionNoted => texts["Did.Question"],
        QuestionSettled => texts["Did.Settled"],
        StepsUndone e => e.Steps.Length == 1 ? texts["Did.Undone.One"] : texts["Did.Undone.Many", e.Steps.Length],
        _ => null,
    };

    private static string Name(Hearing state, RequestId id) => state.Requests.TryGetValue(id, out var request)
        ? state.Participants.GetValueOrDefault(request.Participant)?.FullName ?? request.Delegation
        : "";

    private static string Speaker(Hearing state) => state.Floor?.Speaker.Name ?? "";
}
