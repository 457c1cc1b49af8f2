using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Asking;

/// <summary>Rule 73 of the General Assembly: a reply is kept for the end. Which end, the rules of the segment say.</summary>
public sealed class KeepingRightsOfReply : Specification
{
    private static readonly RaiseRequest Reply = new(Chen.Id, Kind: FloorKind.RightOfReply);

    private static readonly RequestId His = RequestOf(Chen);

    private static AHearing Kept(RightsOfReply when)
    {
        ImmutableArray<Meeting> programme =
            [.. Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s with { Rules = FloorRules.Default with { RightsOfReply = when } })] })];
        return AHearing.SetUp.Had(new SetProgramme(programme)).In(Panel1);
    }

    private static AHearing Asked(RightsOfReply when) => Kept(when).Had(Reply, His.Value).Later(1);

    [Fact]
    public void One_may_be_asked_for_beside_a_wish_to_speak_and_a_point_of_order()
    {
        var asked = AHearing.InThePanel.Asked(Chen);
        foreach (var kind in new[] { FloorKind.RightOfReply, FloorKind.PointOfOrder })
            Given(asked).When(new RaiseRequest(Chen.Id, Kind: kind)).Then(new RequestRaised(NewRequest, Chen.Id, Panel1, IntakeChannel.Desk, kind, Topic: null, Seat: null));
    }

    [Fact]
    public void One_of_a_kind_waits_a_delegation_and_panel()
    {
        var asked = AHearing.InThePanel.Had(new RaiseRequest(Amina.Id, Kind: FloorKind.RightOfReply), RequestOf(Amina).Value);
        Given(asked).When(new RaiseRequest(Amina.Id, Kind: FloorKind.RightOfReply)).ThenNothing();
        Given(asked).When(new RaiseRequest(Bashir.Id, Kind: FloorKind.RightOfReply)).ThenRefused(new DelegationAlreadyWaiting("MIGRANT FORUM", "Amina"));
        Given(asked).When(new RaiseRequest(Bashir.Id)).Then(new RequestRaised(NewRequest, Bashir.Id, Panel1, IntakeChannel.Desk, default, Topic: null, A2));
    }

    [Fact]
    public void What_was_set_aside_comes_back_beside_a_request_of_another_kind() =>
        Given(Asked(RightsOfReply.AtSegmentEnd).Had(new DeferRequest(His)).Had(new RaiseRequest(Chen.Id))).When(new TakeOffDeck(His)).Then(new RequestTakenOffDeck(His));

    [Fact]
    public void Kept_for_the_segments_end_it_lapses_with_the_segment() =>
        Given(Asked(RightsOfReply.AtSegmentEnd)).When(new OpenSegment(Lunch)).Then(new RequestsLapsed([His]), new SegmentOpened(Lunch));

    [Fact]
    public void Kept_for_the_meetings_end_it_waits_on_in_the_meeting()
    {
        Given(Asked(RightsOfReply.AtMeetingEnd)).When(new OpenSegment(Lunch)).Then(new SegmentOpened(Lunch));
        var lunch = Asked(RightsOfReply.AtMeetingEnd).In(Lunch);
        Assert.Contains(His, ChairView.Of(lunch.State, lunch.Now).Pool.Select(r => r.Request.Id));
        Given(lunch).When(new Recognise(His)).Then(new FloorGiven(
            NewFloor, Lunch, FloorKind.RightOfReply, Speaker.Of(Chen), His, Topic: null, Strict: true, Minutes(3), Seconds(30)));
    }

    [Fact]
    public void It_lapses_when_the_meeting_is_left_however_long_its_segment_is_over()
    {
        Given(Asked(RightsOfReply.AtMeetingEnd)).When(new OpenSegment(Panel2)).Then(new RequestsLapsed([His]), new SegmentOpened(Panel2));
        Given(Asked(RightsOfReply.AtMeetingEnd).In(Lunch)).When(new OpenSegment(Panel2)).Then(new RequestsLapsed([His]), new SegmentOpened(Panel2));
    }

    [Fact]
    public void Wishes_to_speak_lapse_with_the_segment_all_the_same() =>
        Given(Asked(RightsOfReply.AtMeetingEnd).Asked(Amina)).When(new OpenSegment(Lunch)).Then(new RequestsLapsed([RequestOf(Amina)]), new SegmentOpened(Lunch));

    [Fact]
    public void Whoever_left_the_meeting_by_mistake_and_goes_back_finds_it_waiting()
    {
        var left = Asked(RightsOfReply.AtMeetingEnd).In(Lunch).In(Panel2);
        Given(left).When(new OpenSegment(Lunch)).Then(new SegmentOpened(Lunch), new RequestsRestored([His]));
        Assert.Equal([His], left.State.ReturningBy(Lunch).Select(r => r.Id));
        Assert.Empty(left.State.ReturningBy(Closing));
    }

    [Fact]
    public void It_waits_on_when_its_panel_is_opened_again()
    {
        Given(Asked(RightsOfReply.AtMeetingEnd).In(Lunch)).When(new OpenSegment(Panel1)).Then(new SegmentOpened(Panel1));
        Assert.Equal(RequestState.Pending, Asked(RightsOfReply.AtMeetingEnd).In(Lunch).In(Panel1).State.Requests[His].State);
    }

    [Fact]
    public void Not_taken_it_is_neither_asked_for_nor_given()
    {
        Given(Kept(RightsOfReply.NotTaken)).When(Reply).ThenRefused(new NotTakenHere(FloorKind.RightOfReply));
        Given(Kept(RightsOfReply.NotTaken)).When(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.RightOfReply)).ThenRefused(new NotTakenHere(FloorKind.RightOfReply));
    }

    [Fact]
    public void It_does_not_interrupt() =>
        Given(Asked(RightsOfReply.AtSegmentEnd).Speaking(Amina)).When(new Recognise(His)).ThenRefused(new FloorTaken("Amina", "Migrant Forum"));
}
