using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Speaking;

public sealed class SpeakingFromThePodium : Specification
{
    private static FloorGiven To(PodiumSpeakerId id, double minutes, FloorKind kind = FloorKind.Remarks) =>
        new(NewFloor, Panel1, kind, Speaker.Of(Meetings.SelectMany(m => m.Segments).SelectMany(s => s.Podium).Single(p => p.Id == id)),
            Request: null, Topic: null, Strict: false, Minutes(minutes), Seconds(30));

    [Fact]
    public void Remarks_have_their_announced_length_and_it_is_not_strict() =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: Panellist)).Then(To(Panellist, minutes: 7));

    [Fact]
    public void The_chair_may_announce_another_length() =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: Panellist, Seconds: 120)).Then(To(Panellist, minutes: 2));

    [Theory]
    [InlineData(4)]
    [InlineData(3601)]
    [InlineData(-60)]
    [InlineData(int.MaxValue)]
    public void It_lies_between_5_seconds_and_an_hour(int seconds) =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: Panellist, Seconds: seconds)).ThenRefused(new OutOfBounds("seconds", "5", "3600"));

    [Fact]
    public void An_hour_is_allowed() =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: Panellist, Seconds: 3600)).Then(To(Panellist, minutes: 60));

    [Fact]
    public void The_warning_is_never_longer_than_the_remarks() =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: Panellist, Seconds: 10))
            .Then(To(Panellist, minutes: 1 / 6.0) with { Warning = Seconds(10) });

    [Fact]
    public void A_panellist_replies() =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: Panellist, Kind: FloorKind.Reply, Seconds: 90))
            .Then(To(Panellist, minutes: 1.5, FloorKind.Reply));

    [Fact]
    public void Someone_of_another_segments_podium_may_be_called() =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: President)).Then(To(President, minutes: 5));

    [Fact]
    public void Someone_who_is_on_no_podium_is_refused() =>
        Given(AHearing.InThePanel).When(new Recognise(PodiumSpeakerId: new("nobody"))).ThenRefused(new NoSuchPodiumSpeaker(new("nobody")));

    [Fact]
    public void A_second_tap_changes_nothing() =>
        Given(AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Panellist))).When(new Recognise(PodiumSpeakerId: Panellist)).ThenNothing();

    [Fact]
    public void A_second_tap_without_the_kind_of_the_first_changes_nothing() =>
        Given(AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Panellist, Kind: FloorKind.Reply)))
            .When(new Recognise(PodiumSpeakerId: Panellist)).ThenNothing();

    [Fact]
    public void The_floor_waits_for_the_podium_too() =>
        Given(AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Moderator))).When(new Recognise(PodiumSpeakerId: Panellist))
            .ThenRefused(new FloorTaken("The moderator", "Office"));

    [Fact]
    public void Remarks_from_the_floor_have_five_minutes_that_are_not_strict() =>
        Given(AHearing.InThePanel).When(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.Remarks))
            .Then(To(Panellist, minutes: 5) with { Speaker = Speaker.Of(Chen) });
}
