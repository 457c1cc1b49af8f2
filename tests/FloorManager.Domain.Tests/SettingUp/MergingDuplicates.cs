using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class MergingDuplicates : Specification
{
    private static readonly MergeParticipants DanaIsChen = new(Chen.Id, Dana.Id);

    [Fact]
    public void What_one_registration_lacked_comes_from_the_other_and_the_rest_stands()
    {
        var (one, other) = (
            Chen with { Designation = "Minister", Admitted = false },
            Dana with { Style = "Ms.", Designation = "Adviser", RegionalGroup = "African", Gender = Gender.Female, Language = "fr", Pronunciation = "DAH-na", Accommodation = Minutes(1) });
        Given(AHearing.SetUp.Had(new RegisterParticipants([one, other]))).When(DanaIsChen).Then(new ParticipantsMerged(
            one with { Style = "Ms.", RegionalGroup = "African", Gender = Gender.Female, Language = "fr", Seat = A3, Admitted = true, Pronunciation = "DAH-na", Accommodation = Minutes(1) }, Dana.Id));
    }

    [Fact]
    public void What_was_the_others_is_theirs()
    {
        var before = AHearing.InThePanel.Spoke(Dana, 60).Asked(Dana).Had(new RaiseRequest(Dana.Id, SegmentId: Panel2)).Had(new Recognise(ParticipantId: Dana.Id));
        var state = before.Had(DanaIsChen).State;
        Assert.DoesNotContain(Dana.Id, state.Participants.Keys);
        Assert.Equal(Chen.Id, state.SeatHolders[A3]);
        Assert.All(state.Requests.Values, r => Assert.Equal((Chen.Id, Chen.Delegation), (r.Participant, r.Delegation)));
        Assert.Equal((Chen.Id, Chen.Id), (state.Floor!.Speaker.Participant, state.Ended[0].Speaker.Participant));
        Assert.Equal((Dana.FullName, Dana.Delegation), (state.Ended[0].Speaker.Name, state.Ended[0].Speaker.Delegation));
    }

    [Fact]
    public void Whoever_is_interrupted_is_them_too()
    {
        var interrupted = AHearing.InThePanel.Speaking(Dana).Had(new Recognise(ParticipantId: Amina.Id, Kind: Interventions.FloorKind.PointOfOrder));
        Assert.Equal(Chen.Id, interrupted.Had(DanaIsChen).State.Interrupted!.Floor.Speaker.Participant);
    }

    [Fact]
    public void Two_wishes_become_one_with_both_times_and_the_earlier_place()
    {
        var asked = AHearing.InThePanel.Had(new RaiseRequest(Chen.Id, Channel: IntakeChannel.Office), RequestOf(Chen).Value, Desk).Later(60).Tapped(A3);
        var state = asked.Had(DanaIsChen).State;
        Assert.Equal(RequestState.Withdrawn, state.Requests[RequestOf(Dana)].State);
        Assert.Equal(
            [new(IntakeChannel.Office, TenOClock, Chen.Id, Seat: null), new Door(IntakeChannel.Seat, TenOClock.AddSeconds(60), Chen.Id, A3)], state.Requests[RequestOf(Chen)].Doors);
    }

    [Fact]
    public void What_the_chair_announced_stays_announced()
    {
        var asked = AHearing.InThePanel.Asked(Chen).Tapped(A3).OnDeck(Dana);
        var state = asked.Had(DanaIsChen).State;
        Assert.Equal([RequestOf(Dana)], state.OnDeck);
        Assert.Equal(asked.State.Requests[RequestOf(Chen)].RaisedAt, state.Requests[RequestOf(Dana)].RaisedAt);
        Assert.Equal(RequestState.Withdrawn, state.Requests[RequestOf(Chen)].State);
    }

    [Fact]
    public void Wishes_of_others_and_for_something_else_stay_apart()
    {
        var asked = AHearing.InThePanel.Asked(Amina).Asked(Chen).Had(new RaiseRequest(Dana.Id, SegmentId: Panel2));
        Assert.Equal(3, asked.Had(DanaIsChen).State.Requests.Values.Count(r => r.IsWaiting));
    }

    [Fact]
    public void The_number_that_is_gone_means_them_from_now_on()
    {
        var merged = AHearing.InThePanel.Had(DanaIsChen);
        Given(merged).By(Desk).When(new RaiseRequest(Dana.Id)).Then(new RequestRaised(NewRequest, Chen.Id, Panel1, IntakeChannel.Desk, default, Topic: null, A3));
        Given(merged).When(new RegisterParticipants([Dana with { FullName = "Dana Chen" }]))
            .Then(new ParticipantsRegistered([Dana with { Id = Chen.Id, FullName = "Dana Chen" }]));
        Given(merged).When(new RegisterParticipants([Dana, Chen with { FullName = "Chen Dana" }])).Then(new ParticipantsRegistered([Chen with { FullName = "Chen Dana" }]));
        Given(merged).When(DanaIsChen).ThenNothing();
    }

    [Fact]
    public void Of_two_seats_the_one_that_stays_is_theirs_and_the_other_is_free() =>
        Assert.Equal([(A1, Amina.Id), (A3, Dana.Id), (B1, Eve.Id)], AHearing.SetUp.Had(new MergeParticipants(Amina.Id, Bashir.Id)).State.SeatHolders.Select(h => (h.Key, h.Value)).OrderBy(h => h.Key.Value));

    [Fact]
    public void Two_numbers_of_one_person_in_a_file_are_one_row() =>
        Given(AHearing.SetUp.Had(DanaIsChen).Had(new MergeParticipants(Chen.Id, Bashir.Id))).When(new RegisterParticipants([Dana with { FullName = "One" }, Bashir with { FullName = "Two" }]))
            .Then(new ParticipantsRegistered([Dana with { Id = Chen.Id, FullName = "One" }]));

    [Fact]
    public void A_third_registration_leads_to_the_same_person()
    {
        var merged = AHearing.InThePanel.Had(DanaIsChen).Had(new MergeParticipants(Amina.Id, Chen.Id));
        Assert.Equal((Amina.Id, Amina.Id), (merged.State.NumberOf(Dana.Id), merged.State.NumberOf(Chen.Id)));
        Given(merged).When(new MergeParticipants(Dana.Id, Chen.Id)).ThenNothing();
    }

    [Fact]
    public void Somebody_is_not_merged_with_themselves_or_with_nobody()
    {
        Given(AHearing.SetUp).When(new MergeParticipants(Chen.Id, Chen.Id)).ThenNothing();
        Given(AHearing.SetUp).When(new MergeParticipants(Chen.Id, Stranger.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));
        Given(AHearing.SetUp).When(new MergeParticipants(Stranger.Id, Chen.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));
    }

    [Fact]
    public void Nothing_from_before_is_taken_back_after_it() =>
        Given(AHearing.InThePanel.Asked(Dana).Had(DanaIsChen, by: Desk)).When(new Undo()).ThenRefused(new NothingToUndo());

    [Theory]
    [InlineData("Ana María Pérez", "PEREZ ANA MARIA", true)]
    [InlineData("Ngũgĩ", "Ngugi", true)]
    [InlineData("O’Neill, Siobhán", "Siobhan O'Neill", true)]
    [InlineData("وردة", "وردة", true)]
    [InlineData("王 小明", "王小明", false)]
    [InlineData("Ana Pérez", "Ana María Pérez", false)]
    public void Names_are_alike_whatever_their_order_case_and_accents(string one, string other, bool alike)
    {
        var pairs = Likeness.In([Amina with { FullName = one }, Dana with { FullName = other }, Chen]);
        Assert.Equal(alike ? [(Amina.Id, Dana.Id, false)] : [], pairs.Select(p => (p.One.Id, p.Other.Id, p.SameDelegation)));
    }

    [Fact]
    public void Those_of_one_delegation_come_first_and_three_of_a_kind_are_two_pairs()
    {
        Participant Called(Participant p, string name, string delegation) => p with { FullName = name, Delegation = delegation };
        var pairs = Likeness.In([Called(Amina, "A", "One"), Called(Bashir, "A", "Two"), Called(Chen, "B", "Côte d’Ivoire"), Called(Dana, "B", "COTE D'IVOIRE"), Called(Eve, "A", "Three")]);
        Assert.Equal([("p-3", "p-4", true), ("p-1", "p-2", false), ("p-2", "p-5", false)], pairs.Select(p => (p.One.Id.Value, p.Other.Id.Value, p.SameDelegation)));
    }
}
