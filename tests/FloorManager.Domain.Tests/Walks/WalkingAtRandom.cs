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
    public void Two_people_never_have_the_floor() => Always(
        (before, _, decision, _) =>
        {
            if (In<FloorGiven>(decision).Any()) Assert.Equal(before.State.Floor?.Id, In<FloorInterrupted>(decision).SingleOrDefault()?.Intervention);
        },
        hearing =>
        {
            // Whoever is interrupted by a point of order waits without the floor, and only while it is being heard.
            if (hearing.State.Interrupted is not null) Assert.Equal(FloorKind.PointOfOrder, hearing.State.Floor?.Kind);
            var all = hearing.State.Ended.Append(hearing.State.Floor).Append(hearing.State.Interrupted?.Floor).OfType<Intervention>().Select(i => i.Id).ToArray();
            Assert.Equal(all.Length, all.Distinct().Count());
        });

    [Fact]
    public void The_journal_folded_again_is_the_state() => Always(
        (_, _, _, _) => { },
        hearing => Assert.Equal(InWords.Of(hearing.State), InWords.Of(hearing.Journal.Aggregate(Hearing.Empty, (state, entry) => state.After(entry)))));

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
        var adjusted = Seconds(In<ClockAdjusted>(decision).Sum(e => e.Seconds) - In<ClockStarted>(decision).Sum(e => e.SecondsAgo));
        Assert.Equal(floor.Clock.Remaining(before.Now) - ran + adjusted, after.State.Floor.Clock.Remaining(after.Now));
    });

    [Fact]
    public void Speech_times_add_up()
    {
        Always((before, step, decision, after) =>
        {
            foreach (var ended in In<InterventionEnded>(decision))
            {
                var (floor, last) = (before.State.Floor!, after.State.Ended[^1]);
                var left = Assert.IsType<FloorClock.Ended>(last.Clock).Left;
                var adjusted = after.Journal.SelectMany(e => e.Events).OfType<ClockAdjusted>().Where(e => e.Intervention == last.Id).Sum(e => e.Seconds);
                Assert.Equal((ended.Intervention, floor.Clock.Remaining(after.Now)), (last.Id, left));
                if (!after.Journal.Any(e => e.Events.Any(h => h is StepsUndone))) Assert.Equal(last.Limit + Seconds(adjusted), last.Clock.Allowed);
                Assert.Equal(last.Clock.Allowed - left, last.Clock.Spoken(after.Now));
                Assert.True(last.Clock.Spoken(after.Now) >= TimeSpan.Zero);
                Assert.Equal(left < TimeSpan.Zero ? -left : TimeSpan.Zero, last.Overrun);
            }
        });
    }

    [Fact]
    public void One_request_waits_a_person_and_a_delegation_in_a_panel() => Always((_, _, _, after) =>
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
