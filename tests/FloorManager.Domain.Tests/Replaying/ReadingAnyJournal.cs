using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Replaying;

/// <summary>A journal must always load: one that lacks a list, one that repeats itself, one with numbers that nobody would speak.</summary>
public sealed class ReadingAnyJournal
{
    private static readonly DateTimeOffset At = TenOClock.AddHours(1);

    private static Hearing After(Hearing state, params HearingEvent[] events) => events.Aggregate(state, (s, e) => s.Evolve(e, At));

    private static FloorGiven Given(TimeSpan limit) =>
        new(FloorOf(Amina), Panel1, FloorKind.Intervention, Speaker.Of(Amina), Request: null, Topic: null, Strict: true, limit, Seconds(30));

    [Fact]
    public void A_list_that_is_missing_is_empty()
    {
        var state = After(
            AHearing.InThePanel.State, new ParticipantsRegistered(default), new SeatPlanSet(default), new RequestsLapsed(default), new RequestsRestored(default),
            new ProgrammeSet(default), new SegmentOpened(Panel2));
        Assert.Empty(state.Segments);
        Assert.Empty(state.Seats);
        Assert.Equal(Everybody.Length, state.Participants.Count);
    }

    [Fact]
    public void A_list_that_is_missing_inside_the_programme_is_empty()
    {
        var bare = Meetings[0].Segments[1] with { Podium = default, Topics = default };
        var state = After(AHearing.SetUp.State, new ProgrammeSet([new Meeting("Morning", default), new Meeting("Afternoon", [bare])]), new SegmentOpened(Panel1));
        var panel = Assert.Single(state.Segments);
        Assert.True(panel.Podium.IsEmpty && panel.Topics.IsEmpty);
        Assert.Equal(PanelPhase.Introduction, state.Phase);
    }

    [Fact]
    public void A_list_that_is_missing_in_the_details_is_empty()
    {
        var state = After(Hearing.Empty, new HearingSetUp(Details with { Languages = default, Categories = default, PublicViews = default }));
        ImmutableArray<bool> empty = [state.Details!.Languages.IsEmpty, state.Details.Categories.IsEmpty, state.Details.PublicViews.IsEmpty];
        Assert.All(empty, Assert.True);
    }

    [Fact]
    public void A_request_that_is_raised_twice_stays_what_it_has_become()
    {
        var asked = AHearing.InThePanel.Asked(Amina).OnDeck(Amina).State;
        var again = After(asked, new RequestRaised(RequestOf(Amina), Dana.Id, Panel2, IntakeChannel.Seat, FloorKind.Intervention, Topic: null, A3));
        Assert.Equal(asked.Requests[RequestOf(Amina)], again.Requests[RequestOf(Amina)]);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_limit_that_no_calendar_holds_breaks_neither_clock_nor_record(long ticks)
    {
        var floor = FloorOf(Amina);
        HearingEvent[] adjusted = [.. Enumerable.Repeat(new ClockAdjusted(floor, ticks > 0 ? int.MaxValue : int.MinValue), 300)];
        var state = After(
            AHearing.InThePanel.State,
            [
                Given(TimeSpan.FromTicks(ticks)), .. adjusted, new ClockStarted(floor), .. adjusted, new ClockPaused(floor), .. adjusted,
                new ClockResumed(floor), new InterventionEnded(floor),
            ]);
        var row = Assert.Single(Assert.Single(HearingRecord.Of(state).Segments).Interventions);
        Assert.Equal(TimeSpan.Zero, row.Spoke);
    }
}
