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

/// <summary>Requests for a panel are taken from a seat from one instant to another. It is ten o'clock UTC, and the small hearing's wall shows UTC.</summary>
public sealed class TakingRequests : Specification
{
    private static readonly DateTimeOffset Opens = TenOClock.AddMinutes(10), Closes = TenOClock.AddMinutes(20);

    private static readonly AHearing Windowed = AHearing.InThePanel.Had(new SetIntake(Panel1, Opens, Closes));

    private static AHearing At(DateTimeOffset instant) => Windowed with { Now = instant };

    private static SeatView Seat(AHearing hearing) => SeatView.Of(hearing.State, A1, hearing.Now);

    [Fact]
    public void Chair_and_desk_say_from_when_until_when()
    {
        foreach (var by in new[] { Chair, Desk })
        {
            Given(AHearing.InThePanel).By(by).When(new SetIntake(Panel1, Opens, Closes)).Then(new IntakeSet(Panel1, Opens, Closes));
            Given(AHearing.InThePanel).By(by).When(new SetIntake(Panel2, ClosesAt: Closes)).Then(new IntakeSet(Panel2, OpensAt: null, Closes));
        }
    }

    [Fact]
    public void A_window_is_kept_in_UTC() =>
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, Opens.ToOffset(TimeSpan.FromHours(-4)))).Then(new IntakeSet(Panel1, Opens, ClosesAt: null));

    [Fact]
    public void The_same_window_changes_nothing_and_neither_does_taking_one_away_that_is_not_there()
    {
        Given(Windowed).When(new SetIntake(Panel1, Opens, Closes)).ThenNothing();
        Given(AHearing.InThePanel).When(new SetIntake(Panel1)).ThenNothing();
    }

    [Fact]
    public void Without_a_window_a_seat_may_ask_until_the_panel_closes()
    {
        var again = At(Closes).Had(new SetIntake(Panel1));
        Assert.Empty(again.State.Intakes);
        Assert.Equal((true, null), (Seat(again).MayAsk, Seat(again).Intake));
    }

    [Fact]
    public void Before_it_opens_a_seat_is_told_when_it_does() =>
        Given(At(Opens.AddMilliseconds(-1))).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenRefused(new IntakeNotOpen("Segment panel-1", "14:10"));

    [Fact]
    public void From_the_very_instant_it_opens_a_seat_may_ask() =>
        Given(At(Opens)).By(TheHearing.At(A1)).When(new RaiseRequest()).Then(Raised(IntakeChannel.Seat));

    [Fact]
    public void Up_to_the_instant_before_it_closes_a_seat_may_ask() =>
        Given(At(Closes.AddMilliseconds(-1))).By(TheHearing.At(A1)).When(new RaiseRequest()).Then(Raised(IntakeChannel.Seat));

    [Fact]
    public void From_the_very_instant_it_closes_a_seat_is_told_since_when() =>
        Given(At(Closes)).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenRefused(new IntakeClosed("Segment panel-1", "14:20"));

    [Fact]
    public void On_another_day_the_day_is_told_as_well()
    {
        var tomorrow = AHearing.SetUp.Had(new SetIntake(Panel1, TenOClock.AddDays(1)));
        Given(tomorrow).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenRefused(new IntakeNotOpen("Segment panel-1", "2017-07-27 14:00"));
    }

    [Fact]
    public void The_desk_takes_what_comes_late_and_for_whom_it_is_said()
    {
        foreach (var by in new[] { Desk, Chair })
            Given(At(Closes)).By(by).When(new RaiseRequest(Amina.Id)).Then(Raised(IntakeChannel.Desk));
    }

    [Theory]
    [InlineData(FloorKind.PointOfOrder)]
    [InlineData(FloorKind.RightOfReply)]
    public void Points_of_order_and_rights_of_reply_are_taken_at_any_time(FloorKind kind) =>
        Given(At(Closes)).By(TheHearing.At(A1)).When(new RaiseRequest(Kind: kind))
            .Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Seat, kind, Topic: null, A1));

    [Fact]
    public void A_second_tap_of_somebody_who_waits_is_not_refused() =>
        Given(At(Opens).Had(new RaiseRequest(Amina.Id)) with { Now = Closes }).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenNothing();

    [Fact]
    public void Another_panels_window_is_none_of_this_ones() =>
        Given(AHearing.InThePanel.Had(new SetIntake(Panel2, ClosesAt: TenOClock))).By(TheHearing.At(A1)).When(new RaiseRequest()).Then(Raised(IntakeChannel.Seat));

    [Fact]
    public void It_closes_after_it_opens()
    {
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, Opens, Opens)).ThenRefused(new IntakeClosesFirst());
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, Closes, Opens)).ThenRefused(new IntakeClosesFirst());
    }

    [Fact]
    public void A_date_that_can_only_be_a_slip_is_refused()
    {
        var (least, most) = ("2017-07-19T14:00:00.0000000+00:00", "2017-08-02T14:00:00.0000000+00:00");
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, TenOClock.AddDays(7).AddMilliseconds(1))).ThenRefused(new OutOfBounds("opensAt", least, most));
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, ClosesAt: TenOClock.AddDays(-7).AddMilliseconds(-1))).ThenRefused(new OutOfBounds("closesAt", least, most));
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, TenOClock.AddDays(-7), TenOClock.AddDays(7))).Then(new IntakeSet(Panel1, TenOClock.AddDays(-7), TenOClock.AddDays(7)));
    }

    [Fact]
    public void Only_a_panel_that_is_not_over_takes_requests()
    {
        Given(AHearing.InThePanel).When(new SetIntake(new("panel-9"))).ThenRefused(new NoSuchSegment(new("panel-9")));
        Given(AHearing.InThePanel).When(new SetIntake(Lunch, ClosesAt: Closes)).ThenRefused(new NotAPanel("Segment lunch"));
        Given(AHearing.InThePanel.In(Lunch)).When(new SetIntake(Panel1, ClosesAt: Closes)).ThenRefused(new SegmentClosed("Segment panel-1"));
    }

    [Fact]
    public void A_panel_that_is_opened_again_has_the_window_that_it_had() =>
        Given(At(Closes).In(Lunch).In(Panel1)).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenRefused(new IntakeClosed("Segment panel-1", "14:20"));

    [Fact]
    public void A_closing_that_is_taken_back_was_none()
    {
        var closed = AHearing.InThePanel.Had(new SetIntake(Panel1, ClosesAt: TenOClock));
        Assert.False(Seat(closed).MayAsk);
        Assert.True(Seat(closed.Had(new Undo())).MayAsk);
    }

    [Fact]
    public void By_hand_it_opens_now_and_the_closing_to_come_stays()
    {
        Assert.Equal(new Intake(ClosesAt: Closes), new Intake(Opens, Closes).OpenedAt(TenOClock));
        Assert.Equal(Intake.Always, new Intake(Opens, Closes).OpenedAt(Closes));
    }

    [Fact]
    public void A_seat_is_shown_both_ends_and_how_long_it_is_until_then()
    {
        Assert.Equal(new SeatIntakeView(MayAsk: true, "14:10", null, 600_000, "14:20", null, 1_200_000), Seat(At(TenOClock)).Intake);
        Assert.Equal(new SeatIntakeView(MayAsk: true, "14:10", null, -600_000, "14:20", null, 0), Seat(At(Closes)).Intake);
        var tomorrow = AHearing.InThePanel.Had(new SetIntake(Panel1, TenOClock.AddDays(1)));
        Assert.Equal(new SeatIntakeView(MayAsk: true, "14:00", "2017-07-27", 86_400_000, null, null, null), Seat(tomorrow).Intake);
    }

    [Fact]
    public void Whoever_waits_may_not_ask_whether_requests_are_taken_or_not()
    {
        var asked = At(Opens).Had(new RaiseRequest(Amina.Id));
        Assert.False(Seat(asked).Intake!.MayAsk);
        Assert.False(Seat(asked).MayAsk);
    }

    private static RequestRaised Raised(IntakeChannel channel) => new(NewRequest, Amina.Id, Panel1, channel, FloorKind.Intervention, Topic: null, A1);
}
