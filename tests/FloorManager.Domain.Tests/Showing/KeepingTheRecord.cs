using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Showing;

public sealed class KeepingTheRecord
{
    private static HearingRecord Record(AHearing hearing) => HearingRecord.Of(hearing.State);

    private static RecordRow Row(AHearing hearing) => Record(hearing).Segments.Single().Interventions.Single();

    [Fact]
    public void A_row_says_through_which_door_and_when_somebody_asked_how_long_they_spoke_and_how_long_too_much()
    {
        var asked = AHearing.InThePanel.Later(5).Had(new RaiseRequest(Chen.Id, Channel: IntakeChannel.Office), RequestOf(Chen).Value);
        var row = Row(asked.Later(60).Spoke(Chen, 187.5));
        Assert.Equal((IntakeChannel.Office, TenOClock.AddSeconds(5), Seconds(187.5), Seconds(7.5)), (row.Channel!.Value, row.AskedAt!.Value, row.Spoke, row.Overrun));
        Assert.Equal(("Chen", TenOClock.AddSeconds(65)), (row.Intervention.Speaker.Name, row.Intervention.StartedAt));
    }

    [Fact]
    public void Whoever_was_called_straight_from_the_floor_came_through_no_door()
    {
        var row = Row(AHearing.InThePanel.Spoke(Chen, 60));
        Assert.Equal((null, null, Seconds(60), TimeSpan.Zero), (row.Channel, row.AskedAt, row.Spoke, row.Overrun));
    }

    [Fact]
    public void Pauses_do_not_count_as_speech() =>
        Assert.Equal(Seconds(50), Row(AHearing.InThePanel.Speaking(Chen).Later(20).Had(new PauseClock()).Later(600).Had(new ResumeClock()).Later(30)
            .Had(new EndIntervention())).Spoke);

    [Fact]
    public void More_time_given_is_no_overrun()
    {
        var row = Row(AHearing.InThePanel.Speaking(Chen).Had(new AdjustClock(60)).Later(230).Had(new EndIntervention()));
        Assert.Equal((Seconds(230), TimeSpan.Zero), (row.Spoke, row.Overrun));
    }

    [Fact]
    public void Segments_stand_in_the_order_of_the_programme_and_empty_ones_are_left_out()
    {
        var record = Record(AHearing.SetUp.In(Panel2).Spoke(Chen, 60).In(Panel1).Spoke(Amina, 60).In(Lunch));
        Assert.Equal("A hearing", record.Title);
        Assert.Equal([Panel1, Panel2], record.Segments.Select(s => s.Segment.Id));
    }

    [Fact]
    public void Rows_stand_in_the_order_in_which_they_had_the_floor() =>
        Assert.Equal(["Dana", "Amina", "Chen"], Record(AHearing.InThePanel.Asked(Amina).Asked(Dana).Spoke(Dana, 10).Spoke(Amina, 10).Spoke(Chen, 10))
            .Segments.Single().Interventions.Select(r => r.Intervention.Speaker.Name));

    [Fact]
    public void Those_not_reached_are_told_once_their_panel_is_over()
    {
        var waiting = AHearing.InThePanel.Asked(Dana).Asked(Amina).Asked(Chen).Deferred(Amina).Had(new WithdrawRequest(RequestOf(Chen)));
        Assert.Empty(Record(waiting).Segments);
        Assert.Equal([RequestOf(Dana), RequestOf(Amina)], Record(waiting.In(Lunch)).Segments.Single().NotReached.Select(r => r.Id));
        Assert.Empty(Record(waiting.In(Lunch).In(Panel1)).Segments);
    }

    [Fact]
    public void Whoever_was_called_and_did_not_speak_made_no_intervention()
    {
        var segment = Record(AHearing.InThePanel.Asked(Amina).GaveTheFloorTo(Amina).Had(new EndIntervention())).Segments.Single();
        Assert.Empty(segment.Interventions);
        Assert.Equal("Amina", segment.Unspoken.Single().Intervention.Speaker.Name);
    }

    [Fact]
    public void Those_declined_are_told()
    {
        var declined = AHearing.InThePanel.Asked(Dana).Had(new DeclineRequest(RequestOf(Dana)));
        Assert.Equal(RequestOf(Dana), Record(declined).Segments.Single().Declined.Single().Id);
    }

    [Fact]
    public void Whoever_still_speaks_is_not_on_record_yet() => Assert.Empty(Record(AHearing.InThePanel.Speaking(Chen)).Segments);

    [Fact]
    public void The_record_names_the_speaker_as_registered_when_they_spoke() =>
        Assert.Equal("Chen", Row(AHearing.InThePanel.Spoke(Chen, 60).Had(new RegisterParticipants([Chen with { FullName = "Chen D." }]))).Intervention.Speaker.Name);
}
