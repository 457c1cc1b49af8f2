using CsCheck;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Walks;

/// <summary>
/// What holds whatever chair, desk, seats and system do, right or wrong. A failure prints the seed that repeats it. That the decider never
/// throws holds with every one of these.
/// </summary>
public sealed class WalkingAtRandom
{
    private static void Always(Action<AHearing, Step, Decision, AHearing> check) => Always(check, _ => { });

    private static void Always(Action<AHearing, Step, Decision, AHearing> check, Action<AHearing> atTheEnd) =>
        Steps.Walks(longest: 80).Sample(
            steps =>
            {
                var hearing = AHearing.SetUp;
                foreach (var step in steps)
                {
                    var (after, decision) = step.From(hearing);
                    check(hearing, step, decision, after);
                    hearing = after;
                }

                atTheEnd(hearing);
            },
            iter: 500,
            print: steps => string.Join(Environment.NewLine, steps.Select(InWords.Of)));

    private static IEnumerable<T> In<T>(Decision decision) =>
        decision is Decision.Accepted accepted ? accepted.Events.OfType<T>() : [];

    [Fact]
    public void Two_people_never_have_the_floor() => Always((before, _, decision, after) =>
    {
        if (In<FloorGiven>(decision).SingleOrDefault() is { } given && before.State.Floor is { } floor)
            Assert.Equal((FloorKind.PointOfOrder, floor.Id), (given.Kind, In<FloorInterrupted>(decision).Single().Intervention));
        if (after.State.Interrupted is not null) Assert.Equal(FloorKind.PointOfOrder, after.State.Floor?.Kind);
        var all = after.State.Ended.Append(after.State.Interrupted?.Floor).Append(after.State.Floor).OfType<Intervention>().Select(i => i.Id).ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
    });

    /// <summary>What was given and neither ended nor undone is on the floor, or waits for a point of order to be settled.</summary>
    [Fact]
    public void Whoever_was_given_the_floor_has_it_until_it_ends() => Always(
        (_, _, _, _) => { },
        hearing =>
        {
            var kept = hearing.Journal.Where(e => hearing.Journal.SelectMany(u => u.Events).OfType<StepsUndone>().All(u => !u.Steps.Contains(e.Command)));
            var happened = kept.SelectMany(e => e.Events).ToArray();
            Assert.Equal(
                happened.OfType<FloorGiven>().Count() - happened.OfType<InterventionEnded>().Count(),
                (hearing.State.Floor is null ? 0 : 1) + (hearing.State.Interrupted is null ? 0 : 1));
        });

    [Fact]
    public void Whoever_is_interrupted_loses_nothing() => Always((before, _, _, after) =>
    {
        if (before.State.Interrupted is not { } waits) return;
        if (after.State.Interrupted is { } still) Assert.Equal(waits.Floor.Clock, still.Floor.Clock);
        else if (after.State.Version > before.State.Version && after.Journal[^1].Events.OfType<FloorReturned>().Any())
            Assert.Equal(waits.Floor.Clock.Remaining(before.Now), after.State.Floor!.Clock.Remaining(after.Now));
    });

    [Fact]
    public void A_request_by_which_somebody_speaks_does_not_wait_and_a_called_one_is_somebodys() => Always((_, _, _, after) =>
    {
        var state = after.State;
        var now = new[] { state.Floor, state.Interrupted?.Floor }.OfType<Intervention>().Select(i => i.Request).OfType<RequestId>().ToArray();
        Assert.DoesNotContain(now, id => state.Requests[id].MayBeCalled);
        var all = state.Ended.Select(i => i.Request).OfType<RequestId>().Concat(now).ToArray();
        Assert.All(state.Requests.Values.Where(r => r.State == RequestState.Recognised), r => Assert.Contains(r.Id, all));
    });

    [Fact]
    public void Nobody_waits_in_a_panel_that_is_over_but_for_a_right_of_reply() => Always((_, _, _, after) => Assert.DoesNotContain(
        after.State.Requests.Values, r => r.MayBeCalled && r.Kind != FloorKind.RightOfReply && after.State.ClosedSegments.Contains(r.Segment)));

    [Fact]
    public void The_journal_folded_again_is_the_state() => Always(
        (_, _, _, _) => { },
        hearing => Assert.Equal(InWords.Of(hearing.State), InWords.Of(hearing.Journal.Aggregate(Hearing.Empty, (state, entry) => state.After(entry)))));

    [Fact]
    public void The_journal_folded_at_once_is_the_state_folded_step_by_step() => Always(
        (_, _, _, _) => { },
        hearing =>
        {
            var atOnce = Hearing.Empty.After(hearing.Journal);
            Assert.Equal(InWords.Of(hearing.State with { Steps = [] }), InWords.Of(atOnce with { Steps = [] }));
            Assert.Equal(hearing.State.Steps.Select(s => s.Command), atOnce.Steps.Select(s => s.Command));
        });

    [Fact]
    public void What_is_not_accepted_changes_nothing_and_what_is_makes_the_next_version() => Always((before, _, decision, after) =>
    {
        if (decision is not Decision.Accepted accepted)
        {
            Assert.Same(before.State, after.State);
            return;
        }

        Assert.NotEmpty(accepted.Events);
        Assert.Equal(before.State.Version + 1, after.State.Version);
    });

    [Fact]
    public void The_same_command_twice_changes_nothing() => Always((_, step, decision, after) =>
    {
        if (decision is Decision.Accepted) Assert.IsType<Decision.Nothing>(step.From(after).Decision);
    });

    [Fact]
    public void What_remains_falls_while_the_clock_runs_and_rises_by_adjustment_alone() => Always((before, step, decision, after) =>
    {
        if (before.State.Floor is not { } floor || after.State.Floor?.Id != floor.Id || In<StepsUndone>(decision).Any()) return;
        var ran = floor.Clock is FloorClock.Running ? TimeSpan.FromMilliseconds(step.Milliseconds) : TimeSpan.Zero;
        var adjusted = Seconds(In<ClockAdjusted>(decision).Sum(e => e.Seconds));
        var late = Seconds(In<ClockStarted>(decision).Sum(e => e.SecondsAgo));
        Assert.Equal(floor.Clock.Remaining(before.Now) - ran - late + adjusted, after.State.Floor.Clock.Remaining(after.Now));
    });

    [Fact]
    public void Speech_times_add_up()
    {
        Always((before, step, decision, after) =>
        {
            foreach (var ended in In<InterventionEnded>(decision))
            {
                var (floor, last) = (before.State.Floor!, after.State.Ended.Single(i => i.Id == ended.Intervention));
                var left = Assert.IsType<FloorClock.Ended>(last.Clock).Left;
                var undone = after.Journal.SelectMany(e => e.Events).OfType<StepsUndone>().SelectMany(e => e.Steps).ToHashSet();
                var adjusted = after.Journal.Where(e => !undone.Contains(e.Command)).SelectMany(e => e.Events).OfType<ClockAdjusted>()
                    .Where(e => e.Intervention == last.Id).Sum(e => e.Seconds);
                Assert.Equal(floor.Clock.Remaining(after.Now), left);
                Assert.Equal(last.Limit + last.Accommodation + Seconds(adjusted), last.Clock.Allowed);
                Assert.Equal(last.Clock.Allowed - left, last.Clock.Spoken(after.Now));
                Assert.True(last.Clock.Spoken(after.Now) >= TimeSpan.Zero);
                Assert.Equal(left < TimeSpan.Zero ? -left : TimeSpan.Zero, last.Overrun);
            }
        });
    }

    [Fact]
    public void One_request_of_a_kind_waits_a_person_and_a_delegation_in_a_panel() => Always((_, _, _, after) =>
    {
        foreach (var panel in after.State.Requests.Values.Where(r => r.IsWaiting).GroupBy(r => (r.Segment, r.Kind)))
        {
            Assert.Equal(panel.Count(), panel.Select(r => r.Participant).Distinct().Count());
            Assert.Equal(panel.Count(), panel.Select(r => r.Delegation).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    });

    [Fact]
    public void Only_the_admitted_ask_and_are_called() => Always((before, _, decision, _) =>
    {
        foreach (var asked in In<RequestRaised>(decision)) Assert.True(before.State.Participants[asked.Participant].Admitted);
        foreach (var called in In<FloorGiven>(decision))
            Assert.True(called.Speaker.Participant is not { } id || before.State.Participants[id].Admitted);
    });

    [Fact]
    public void The_announced_are_those_on_deck_each_once() => Always((_, _, _, after) => Assert.Equal(
        after.State.Requests.Values.Where(r => r.State == RequestState.OnDeck).Select(r => r.Id.Value).Order(),
        after.State.OnDeck.Select(r => r.Value).Order()));

    [Fact]
    public void Only_a_panel_has_a_phase() =>
        Always((_, _, _, after) => Assert.Equal(after.State.OpenSegment is { IsPanel: true }, after.State.Phase is not null));

    [Fact]
    public void A_seat_is_offered_the_button_exactly_when_its_tap_would_be_accepted() => Always((_, _, _, after) =>
    {
        foreach (var seat in new[] { A1, A2, A3, A4, B1, Z9 })
        {
            var tapped = after.Try(new HearingCommand.RaiseRequest(), Number(9_999), At(seat)).Decision;
            Assert.Equal(tapped is Decision.Accepted, SeatView.Of(after.State, seat).MayAsk);
        }
    });

    [Fact]
    public void Every_view_can_be_cut_at_any_time() => Always((_, _, _, after) =>
    {
        var view = ChairView.Of(after.State, after.Now);
        Assert.Equal(after.State.Floor?.Speaker.Name, view.Room.Speaker?.Name);
        Assert.Equal(after.State.Ended.Count, HearingRecord.Of(after.State).Segments.Sum(s => s.Interventions.Length + s.Unspoken.Length));
    });

    /// <summary>A walk that never got anywhere would hold all of the above. This one is the same each time.</summary>
    [Fact]
    public void The_walks_reach_every_event_and_nearly_every_refusal()
    {
        var pcg = new PCG(1, 20170726);
        var reached = new HashSet<Type>();
        for (var i = 0; i < 1_000; i++)
        {
            var hearing = AHearing.SetUp;
            foreach (var step in Steps.Walks(longest: 80).Generate(pcg, null, out _))
            {
                (hearing, var decision) = step.From(hearing);
                reached.UnionWith(In<HearingEvent>(decision).Select(e => e.GetType()));
                if (decision is Decision.Refused refused) reached.Add(refused.Refusal.GetType());
            }
        }

        Type[] setUpOnce = [typeof(HearingSetUp), typeof(Refusal.NotSetUp), typeof(Refusal.ParticipantInvalid), typeof(Refusal.SeatPlanInvalid)];
        var all = new[] { typeof(HearingEvent), typeof(Refusal) }.SelectMany(kind => kind.GetNestedTypes().Where(t => t.IsSubclassOf(kind)));
        Assert.Empty(all.Except(reached).Except(setUpOnce).Select(t => t.Name));
    }
}
