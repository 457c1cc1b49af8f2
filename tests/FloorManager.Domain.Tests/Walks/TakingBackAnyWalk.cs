using CsCheck;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Tests.Undoing;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Walks;

/// <summary>Wherever a hearing has come to, all that may be taken back can be, and is as if it had not been done.</summary>
public sealed class TakingBackAnyWalk
{
    private static AHearing After(Step[] steps) => steps.Aggregate(AHearing.InThePanel, (h, step) => step.From(h).After);

    private static string Print(Step[] steps) => string.Join(Environment.NewLine, steps.Select(InWords.Of));

    private static AHearing OneByOne(AHearing hearing)
    {
        while (hearing.State.Steps.Count > 0) hearing = hearing.Later(1).Had(new Undo(), Number(5_000 + (int)hearing.State.Version));
        return hearing;
    }

    private static AHearing AtOnce(AHearing hearing) =>
        hearing.State.Steps is [var first, ..] ? hearing.Later(1).Had(new Undo(first.Command), Number(5_000)) : hearing;

    [Fact]
    public void What_chair_and_desk_did_becomes_exactly_what_it_was() => Steps.WalksOfTheStaff(longest: 40).Sample(
        steps =>
        {
            var hearing = After(steps);
            if (hearing.State.Steps is not [var first, ..]) return;
            var before = Exactly(first.Before);
            Assert.Equal(before, Exactly(AtOnce(hearing).State));
            Assert.Equal(before, Exactly(OneByOne(hearing).State));

            // The end of an interrupted one moves with the interruption; that their time does not is said in TakingBack.
            string Exactly(Hearing state) => AsItStands.InWordsOf(
                state.Floor is { } floor && hearing.State.Steps.Any(s => s.Events.Any(e => e is HearingEvent.FloorInterrupted))
                    ? state with { Floor = floor with { Clock = FloorClock.Ready(floor.Clock.Allowed), TimeExpired = false, Pauses = [] } }
                    : state);
        },
        iter: 300,
        print: Print);

    [Fact]
    public void With_seats_moderator_and_the_time_in_between_the_rest_becomes_what_it_was() => Steps.Walks(longest: 60).Sample(
        steps =>
        {
            var hearing = After(steps);
            if (hearing.State.Steps is not [var first, ..]) return;
            var undone = AtOnce(hearing);
            Assert.Empty(undone.State.Steps);
            Assert.Equal(InWords.Of(OfTheStaff(first.Before)), InWords.Of(OfTheStaff(undone.State)));
            KeepsTheRules(undone.State);
        },
        iter: 500,
        print: Print);

    /// <summary>What nobody but chair and desk changes, though the time of whoever speaks may expire by itself.</summary>
    private static object OfTheStaff(Hearing state) => new
    {
        state.OpenSegmentId,
        state.OpenedAt,
        state.Phase,
        state.ResumesAt,
        state.Message,
        state.PodiumMessage,
        Dark = state.Blackout,
        Floor = state.Floor is { } f ? f with { TimeExpired = false, Clock = FloorClock.Ready(f.Clock.Allowed) } : null,
        Interrupted = state.Interrupted?.Floor,
        Parts = InWords.Of(state.LeftAt) + InWords.Of(state.ClosedSegments) + InWords.Of(state.Limits) + InWords.Of(state.RoundSizes)
            + InWords.Of(state.Ended.Select(i => i.Id)),
    };

    private static void KeepsTheRules(Hearing state)
    {
        Assert.Equal(
            state.Requests.Values.Where(r => r.State == RequestState.OnDeck).Select(r => r.Id.Value).Order(), state.OnDeck.Select(r => r.Value).Order());
        var waiting = state.Requests.Values.Where(r => r.IsWaiting).ToArray();
        Assert.Equal(waiting.Length, waiting.DistinctBy(r => (r.Segment, r.Kind, r.Delegation.ToUpperInvariant())).Count());
        if (state.Interrupted is not null) Assert.Equal(FloorKind.PointOfOrder, state.Floor?.Kind);
    }
}
