using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

/// <summary>Dana was registered twice: as Dana of the Diaspora Network, and as Chen, who is the same person here.</summary>
public sealed class MergingParticipants : Specification
{
    private static readonly MergeParticipants ChenIsDana = new(Dana.Id, Chen.Id);

    private static Hearing Merged(AHearing hearing, Participant? keep = null, Participant? gone = null) =>
        hearing.Had(new MergeParticipants((keep ?? Dana).Id, (gone ?? Chen).Id)).State;

    private static FloorRequest[] WaitingIn(Hearing state) => [.. state.RequestsFor(Panel1).Where(r => r.IsWaiting)];

    [Fact]
    public void What_is_empty_is_filled_in_from_the_other_and_nothing_else()
    {
        var known = Chen with { Style = "Ms.", Designation = "Director", Gender = Gender.Female, Language = "fr", RegionalGroup = "African", Pronunciation = "CHEN", Accommodation = Minutes(1) };
        var has = Dana with { Designation = "President" };
        Given(AHearing.SetUp.Had(new RegisterParticipants([known, has]))).By(Desk).When(ChenIsDana).Then(new ParticipantsMerged(
            has with { Style = "Ms.", Gender = Gender.Female, Language = "fr", RegionalGroup = "African", Pronunciation = "CHEN", Accommodation = Minutes(1) }, Chen.Id));
    }

    [Fact]
    public void Whoever_was_admitted_as_one_of_the_two_is_admitted() =>
        Given(AHearing.SetUp).When(new MergeParticipants(Eve.Id, Chen.Id)).Then(new ParticipantsMerged(Eve with { Admitted = true }, Chen.Id));

    [Fact]
    public void The_seat_of_the_one_is_the_others_unless_they_have_one()
    {
        var seated = Merged(AHearing.SetUp, keep: Chen, gone: Dana);
        Assert.Equal((A3, Chen.Id), (seated.Participants[Chen.Id].Seat, seated.SeatHolders[A3]));
        var both = Merged(AHearing.SetUp, keep: Dana, gone: Amina);
        Assert.Equal((A3, Dana.Id, false), (both.Participants[Dana.Id].Seat, both.SeatHolders[A3], both.SeatHolders.ContainsKey(A1)));
    }

    [Fact]
    public void A_seat_that_was_given_to_somebody_else_stays_theirs()
    {
        var given = AHearing.SetUp.Had(new RegisterParticipants([Eve with { Seat = A3 }]));
        Assert.Equal(Eve.Id, Merged(given, keep: Chen, gone: Dana).SeatHolders[A3]);
    }

    [Fact]
    public void Requests_and_interventions_are_theirs_and_the_record_reads_as_it_did()
    {
        var state = Merged(AHearing.InThePanel.Spoke(Chen, 60).Asked(Chen));
        var request = Assert.Single(WaitingIn(state));
        Assert.Equal((Dana.Id, "Diaspora Network"), (request.Participant, request.Delegation));
        var spoken = Assert.Single(state.Ended).Speaker;
        Assert.Equal((Dana.Id, "Chen", "Republic of Example"), (spoken.Participant, spoken.Name, spoken.Delegation));
        Assert.DoesNotContain(Chen.Id, state.Participants);
    }

    [Fact]
    public void Of_two_requests_that_wait_the_older_keeps_both_doors_and_both_times()
    {
        var state = Merged(AHearing.InThePanel.Asked(Chen).Asked(Dana));
        var request = Assert.Single(WaitingIn(state));
        Assert.Equal((RequestOf(Chen), TenOClock, "Diaspora Network"), (request.Id, request.RaisedAt, request.Delegation));
        Assert.Equal([TenOClock, TenOClock.AddSeconds(1)], request.Doors.Select(d => d.At));
        Assert.All(request.Doors, d => Assert.Equal(Dana.Id, d.Participant));
        Assert.Equal(RequestOf(Dana), Assert.Single(WaitingIn(Merged(AHearing.InThePanel.Asked(Dana).Asked(Chen)))).Id);
    }

    [Fact]
    public void A_delegation_that_waits_by_somebody_else_has_one_request_afterwards()
    {
        var request = Assert.Single(WaitingIn(Merged(AHearing.InThePanel.Asked(Bashir).Asked(Chen), keep: Amina)));
        Assert.Equal([Bashir.Id, Amina.Id], request.Doors.Select(d => d.Participant));
    }

    [Fact]
    public void The_announced_stay_announced_in_their_place()
    {
        var asked = AHearing.InThePanel.Asked(Chen).Asked(Dana).Asked(Amina);
        Assert.Equal([RequestOf(Chen), RequestOf(Amina)], Merged(asked.OnDeck(Dana).OnDeck(Amina)).OnDeck);
        Assert.Equal([RequestOf(Amina), RequestOf(Chen)], Merged(asked.OnDeck(Dana).OnDeck(Amina).OnDeck(Chen)).OnDeck);
    }

    [Fact]
    public void What_was_set_aside_stays_so() =>
        Assert.Equal([RequestState.Deferred, RequestState.Pending], Merged(AHearing.InThePanel.Asked(Chen).Deferred(Chen).Asked(Dana)).Requests.Values.OrderBy(r => r.RaisedAt).Select(r => r.State));

    [Fact]
    public void Whoever_has_the_floor_keeps_it_under_the_number_that_is_left()
    {
        var same = AHearing.SetUp.Had(new RegisterParticipants([Chen with { Delegation = "diaspora network" }])).In(Panel1).Asked(Chen).Speaking(Chen);
        var state = Merged(same);
        Assert.Equal((Dana.Id, RequestState.Recognised, Dana.Id), (state.Floor!.Speaker.Participant, state.Requests[RequestOf(Chen)].State, state.Requests[RequestOf(Chen)].Participant));
    }

    [Fact]
    public void Nobody_speaks_for_another_delegation_by_the_way() =>
        Given(AHearing.InThePanel.Speaking(Chen)).When(ChenIsDana).ThenRefused(new SpeaksNow("Chen", "Republic of Example"));

    [Fact]
    public void Whoever_speaks_for_the_delegation_that_stays_is_no_hindrance() =>
        Given(AHearing.InThePanel.Speaking(Dana)).When(ChenIsDana).Then(new ParticipantsMerged(Dana, Chen.Id));

    [Fact]
    public void Nobody_has_interrupted_themselves_by_the_way()
    {
        var order = AHearing.InThePanel.Speaking(Amina).Had(new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder));
        Given(order).When(new MergeParticipants(Amina.Id, Bashir.Id)).ThenRefused(new SpeaksNow("Amina", "Migrant Forum"));
        Given(order).When(new MergeParticipants(Bashir.Id, Amina.Id)).ThenRefused(new SpeaksNow("Amina", "Migrant Forum"));
    }

    [Fact]
    public void Somebody_who_is_not_on_the_register_is_refused()
    {
        Given(AHearing.SetUp).When(new MergeParticipants(Stranger.Id, Chen.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));
        Given(AHearing.SetUp).When(new MergeParticipants(Chen.Id, Stranger.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));
    }

    [Fact]
    public void Nobody_is_merged_with_themselves() => Given(AHearing.SetUp).When(new MergeParticipants(Chen.Id, Chen.Id)).ThenRefused(new MergedWithThemselves("Chen"));

    [Fact]
    public void What_another_has_merged_meanwhile_is_nothing() => Given(AHearing.SetUp.Had(ChenIsDana)).When(ChenIsDana).ThenNothing();

    [Fact]
    public void The_old_number_still_means_them()
    {
        Given(AHearing.InThePanel.Had(ChenIsDana)).By(Desk).When(new RaiseRequest(Chen.Id))
            .Then(new RequestRaised(NewRequest, Dana.Id, Panel1, IntakeChannel.Desk, FloorKind.Intervention, Topic: null, A3));
        Given(AHearing.InThePanel.Had(ChenIsDana).Had(new MergeParticipants(Amina.Id, Dana.Id))).By(Desk).When(new RaiseRequest(Chen.Id))
            .Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Desk, FloorKind.Intervention, Topic: null, A1));
    }

    [Fact]
    public void A_register_that_brings_the_old_number_again_updates_whoever_it_means()
    {
        var known = AHearing.SetUp.Had(new RegisterParticipants([Dana with { Pronunciation = "DAH-na" }])).Had(ChenIsDana);
        Given(known).By(Desk).When(new RegisterParticipants([Chen with { FullName = "Dana Chen", Designation = "Director" }])).Then(new ParticipantsRegistered(
            [Chen with { Id = Dana.Id, FullName = "Dana Chen", Designation = "Director", Seat = A3, Pronunciation = "DAH-na" }]));
    }

    [Fact]
    public void Their_own_number_goes_before_the_old_one_and_the_same_register_again_changes_nothing()
    {
        var twice = new RegisterParticipants([Chen with { Designation = "Director" }, Dana]);
        var merged = AHearing.SetUp.Had(new RegisterParticipants([Chen with { Designation = "Director" }])).Had(ChenIsDana);
        Given(merged).By(Desk).When(twice).ThenNothing();
        Given(merged).By(Desk).When(new RegisterParticipants([Chen, Dana with { FullName = "Dana D." }])).Then(new ParticipantsRegistered([Dana with { FullName = "Dana D." }]));
    }

    [Fact]
    public void Steps_that_know_whoever_is_gone_cannot_be_taken_back_and_others_can()
    {
        Assert.Empty(Merged(AHearing.InThePanel.Asked(Chen)).Steps);
        Assert.Empty(Merged(AHearing.InThePanel.Speaking(Chen).Had(new CorrectIntervention(FloorOf(Chen), ParticipantId: Amina.Id))).Steps);
        var undone = AHearing.InThePanel.Asked(Amina).Had(ChenIsDana).Had(new Undo());
        Assert.Empty(undone.State.Requests);
    }
}
