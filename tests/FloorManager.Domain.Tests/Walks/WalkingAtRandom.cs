using CsCheck;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Walks;

public sealed class WalkingAtRandom : AnyWalk
{
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
            Assert.Equal(InWords.Of(hearing.State with { Steps = [], LastAct = null }), InWords.Of(atOnce with { Steps = [], LastAct = null }));
            Assert.Equal(hearing.State.LastAct?.Command, atOnce.LastAct?.Command);
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
    public void One_request_of_a_kind_waits_a_person_and_a_delegation_in_a_panel() => Always((_, _, _, after) =>
    {
        foreach (var panel in after.State.Requests.Values.Where(r => r.IsWaiting).GroupBy(r => (r.Segment, r.Kind)))
        {
            Assert.Equal(panel.Count(), panel.Select(r => r.Participant).Distinct().Count());
            Assert.Equal(panel.Count(), panel.Select(r => r.Delegation).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    });

    [Fact]
    public void A_request_has_one_door_at_least_the_oldest_first() => Always((_, _, _, after) =>
    {
        foreach (var doors in after.State.Requests.Values.Select(r => r.Doors.ToArray())) Assert.Equal(doors.OrderBy(d => d.At), doors);
    });

    [Fact]
    public void Nobody_is_left_of_whoever_was_merged_away() => Always((_, _, _, after) =>
    {
        var state = after.State;
        var speakers = state.Ended.Append(state.Floor).Append(state.Interrupted?.Floor).Select(i => i?.Speaker.Participant).OfType<ParticipantId>();
        var asked = state.Requests.Values.SelectMany(r => r.Doors).Select(d => d.Participant);
        Assert.Empty(state.Merged.Keys.Intersect([.. state.Participants.Keys, .. state.SeatHolders.Values, .. speakers, .. asked, .. state.Contributions.Values.Select(c => c.Participant)]));
        Assert.DoesNotContain(state.Ended, i => state.Merged.Keys.Any(i.Names));
        Assert.All(state.Merged.Values, id => Assert.True(state.Participants.ContainsKey(id)));
    });

    [Fact]
    public void No_two_clocks_ever_ran_together_and_what_was_spoken_is_when_they_ran() => Always((_, _, _, after) =>
    {
        var (state, now) = (after.State, after.Now);
        var ran = state.Ended.Append(state.Interrupted?.Floor).Append(state.Floor).OfType<Intervention>().SelectMany(i => i.Ran(now)).OrderBy(r => r.From).ToArray();
        Assert.All(ran.Zip(ran.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From));
        Assert.All(state.Ended.Where(i => i.Spoke), i => Assert.Equal(i.Ran(now).Sum(r => (r.Until - r.From).Ticks), i.Clock.Spoken(now).Ticks));
    });

    [Fact]
    public void Only_the_admitted_ask_and_are_called() => Always((before, _, decision, _) =>
    {
        foreach (var asked in In<RequestRaised>(decision).Select(e => e.Participant).Concat(In<RequestJoined>(decision).Select(e => e.Participant)))
            Assert.True(before.State.Participants[asked].Admitted);
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
    public void A_seat_is_offered_the_button_exactly_when_its_tap_would_be_accepted_and_its_holder_does_not_speak() => Always((_, _, _, after) =>
    {
        var speak = new[] { after.State.Floor, after.State.Interrupted?.Floor }.Select(i => i?.Speaker.Participant).ToArray();
        foreach (var seat in new[] { A1, A2, A3, A4, B1, Z9 })
        {
            var tapped = after.Try(new HearingCommand.RaiseRequest(), Number(9_999), At(seat)).Decision;
            var speaks = after.State.SeatHolders.TryGetValue(seat, out var holder) && speak.Contains(holder);
            // A second door of one's own is noted and never offered: whoever waits already has what they want.
            var again = In<RequestJoined>(tapped).Any(j => after.State.Requests[j.Request].IsBy(j.Participant));
            Assert.Equal(tapped is Decision.Accepted && !speaks && !again, SeatView.Of(after.State, seat, after.Now).MayAsk);
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
        for (var i = 0; i < 10_000; i++)
        {
            var hearing = AHearing.SetUp;
            foreach (var step in Steps.Walks(longest: 80).Generate(pcg, null, out _))
            {
                (hearing, var decision) = step.From(hearing);
                reached.UnionWith(In<HearingEvent>(decision).Select(e => e.GetType()));
                if (decision is Decision.Refused refused) reached.Add(refused.Refusal.GetType());
            }
        }

        Type[] setUpOnce =
        [
            typeof(HearingSetUp), typeof(HearingChanged), typeof(HearingArchived), typeof(Refusal.NotSetUp), typeof(Refusal.ParticipantInvalid), typeof(Refusal.SeatPlanInvalid),
            typeof(Refusal.HearingIsArchived), typeof(Refusal.NoSuchTimeZone), typeof(Refusal.CategoryNeeded), typeof(Refusal.RegionalGroupNeeded), typeof(Refusal.NotInTheRoom),
            typeof(Refusal.SpokeThen),
        ];
        var all = new[] { typeof(HearingEvent), typeof(Refusal) }.SelectMany(kind => kind.GetNestedTypes().Where(t => t.IsSubclassOf(kind)));
        Assert.Empty(all.Except(reached).Except(setUpOnce).Select(t => t.Name));
    }
}
