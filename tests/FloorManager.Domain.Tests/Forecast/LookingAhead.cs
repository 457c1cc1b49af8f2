using FloorManager.Domain.Forecast;
using FloorManager.Domain.Interventions;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Forecast;

/// <summary>The panel ends at four in the afternoon, two hours after ten in the morning of New York; 180 seconds and 15 to change over each.</summary>
public sealed class LookingAhead
{
    private static readonly DateTimeOffset End = TenOClock.AddHours(2);

    private static FloorForecast Of(AHearing hearing, TimeSpan? limit = null) => FloorForecast.Of(hearing.State, hearing.Now, limit)!;

    private static AHearing Left(double seconds) => AHearing.InThePanel with { Now = End - Seconds(seconds) };

    [Fact]
    public void Nothing_is_forecast_while_no_segment_is_open() => Assert.Null(FloorForecast.Of(AHearing.SetUp.State, TenOClock));

    [Theory]
    [InlineData(195, 1)]
    [InlineData(194.999, 0)]
    [InlineData(390, 2)]
    [InlineData(0, 0)]
    [InlineData(-500, 0)]
    public void So_many_fit_as_have_their_time_and_their_change_over(double left, int fits) => Assert.Equal((End, Seconds(left), fits), (Of(Left(left)).EndsAt, Of(Left(left)).Left, Of(Left(left)).Fits));

    [Fact]
    public void Another_limit_may_be_tried_without_being_set()
    {
        Assert.Equal((1, 2, 5), (Of(Left(390), Minutes(5)).Fits, Of(Left(390)).Fits, Of(Left(390), Minutes(1)).Fits));
        Assert.Equal(5, Of(Left(390).Had(new SetLimit(60))).Fits);
    }

    [Fact]
    public void Whoever_speaks_takes_what_remains_to_them_and_no_more_after_that()
    {
        Assert.Equal(1, Of(Left(195 + 180).Speaking(Amina)).Fits);
        Assert.Equal(0, Of(Left(195 + 179).Speaking(Amina)).Fits);
        Assert.Equal(1, Of(Left(195 + 200).Speaking(Amina).Later(200)).Fits);
        Assert.Equal(1, Of(Left(195 + 180 + 60 + 180).Speaking(Amina).Later(60).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder)).Later(60)).Fits);
    }

    [Fact]
    public void Rights_of_reply_that_wait_are_kept_free()
    {
        var replied = Left(390).Had(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply));
        Assert.Equal((Seconds(195), 1), (Of(replied).Reserved, Of(replied).Fits));
    }

    [Fact]
    public void A_right_of_reply_kept_for_the_meetings_end_is_kept_free_in_its_last_segment()
    {
        var rules = Programme.FloorRules.Default with { RightsOfReply = Programme.RightsOfReply.AtMeetingEnd };
        var asked = AHearing.SetUp.Had(new SetProgramme([.. Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s with { Rules = rules })] })]))
            .In(Panel1).Had(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply));
        Assert.Equal((TimeSpan.Zero, Seconds(195)), (Of(asked).Reserved, Of(asked.In(Lunch)).Reserved));
    }

    [Fact]
    public void Replies_that_are_still_to_come_to_a_round_are_kept_free()
    {
        var podium = new[] { "one", "two", "three", "four" }.Select(id => Podium(new(id), Programme.PodiumRole.Panellist, 1)).ToArray();
        var panel = AHearing.SetUp.Had(new SetProgramme([new("Morning", [Segment(Panel1, Programme.SegmentKind.Panel, 1) with { Podium = [.. podium] }])])).In(Panel1)
            .Had(new SetRound(1)).Asked(Amina).Spoke(Amina, 60);
        Assert.Equal(panel.Now.AddMinutes(4), Of(panel).AllBy);
        var first = panel.Had(new Recognise(PodiumSpeakerId: new("one"), Kind: FloorKind.Reply, Start: true));
        Assert.Equal(first.Now.AddMinutes(1 + 3), Of(first).AllBy);
        Assert.Equal(first.Now.AddMinutes(3), Of(first.Later(60).Had(new EndIntervention())).AllBy.AddMinutes(-1));
    }

    [Fact]
    public void A_round_that_took_more_than_its_size_is_replied_to_once()
    {
        AHearing Taken(int size) => Enumerable.Range(0, 6).Aggregate(AHearing.InThePanel.Had(new SetRound(size)), (h, n) => h.Had(new Recognise(ParticipantId: Amina.Id, Start: true)).Later(60).Had(new EndIntervention()).Later(15));
        Assert.Equal(Of(Taken(6)).AllBy, Of(Taken(2)).AllBy);
        Assert.Equal(1, Of(Taken(2) with { Now = End.AddSeconds(-135 - 120) }).Fits);
    }

    [Fact]
    public void The_panels_replies_are_counted_where_a_round_fills()
    {
        var rounds = Left(1_000).Had(new SetRound(2));
        Assert.Equal(4, Of(rounds).Fits);
        Assert.Equal(3, Of(rounds with { Now = End.AddSeconds(-899) }).Fits);
        Assert.Equal(5, Of(Left(1_000)).Fits);
    }

    [Fact]
    public void All_who_wait_would_have_spoken_by_then()
    {
        var waiting = Left(1_000).Had(new RaiseRequest(Amina.Id)).Had(new RaiseRequest(Chen.Id));
        Assert.Equal((2, waiting.Now.AddSeconds(390)), (Of(waiting).Waiting, Of(waiting).AllBy));
    }

    [Fact]
    public void At_the_pace_so_far_once_three_have_spoken()
    {
        var spoke = AHearing.InThePanel.Spoke(Amina, 60).Later(5).Spoke(Bashir, 100).Later(7).Spoke(Chen, 90).Later(6).Spoke(Dana, 200).Asked(Amina);
        Assert.Equal((Seconds(6), spoke.Now.AddSeconds(106)), (Of(spoke).ChangeOver, Of(spoke).AllBy));
    }

    [Fact]
    public void Points_of_order_within_an_intervention_and_long_pauses_are_no_change_overs()
    {
        // Ten seconds between speakers, each interrupted after twenty; and once the room waits.
        var spoke = new[] { Amina, Bashir, Chen, Dana }.Aggregate(AHearing.InThePanel, (h, p) => h.Later(10).Speaking(p).Later(20)
            .Had(new Recognise(ParticipantId: p == Chen ? Dana.Id : Chen.Id, Kind: FloorKind.PointOfOrder)).Later(20).Had(new EndIntervention())
            .Later(90).Had(new EndIntervention()));
        Assert.Equal(Seconds(10), Of(spoke).ChangeOver);
        Assert.Equal(Seconds(10), Of(spoke.Later(121).Had(new Recognise(ParticipantId: Chen.Id, Start: true)).Later(9).Had(new EndIntervention())).ChangeOver);
    }

    [Fact]
    public void On_another_day_than_the_programmes_the_segment_keeps_its_length()
    {
        var rehearsal = (AHearing.SetUp with { Now = TenOClock.AddDays(-3) }).In(Panel1);
        Assert.Equal((rehearsal.Now.AddHours(1), Minutes(60)), (Of(rehearsal).EndsAt, Of(rehearsal).Left));
    }
}
