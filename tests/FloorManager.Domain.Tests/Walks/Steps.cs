using CsCheck;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Walks;

/// <summary>Random submissions to the small hearing, right and wrong ones.</summary>
internal static class Steps
{
    private static readonly Gen<Actor> Actors =
        Gen.OneOf(Chair, Chair, Desk, TheSystem, At(A1), At(A2), At(A3), At(A4), At(B1), At(Z9));

    private static readonly Gen<Participant> People = Gen.OneOf([.. Everybody, Stranger]);

    private static readonly Gen<SegmentId> Segments =
        Gen.Frequency((6, Panel1), (6, Panel2), (2, Opening), (2, Lunch), (1, Closing), (1, new("panel-9")));

    private static readonly Gen<SeatLabel> Labels = Gen.OneOf(A1, A2, A3, A4, B1, Z9);

    private static readonly Gen<TopicId?> Topics = Maybe(Gen.OneOf(Rights, Remittances));

    private static readonly Gen<FloorKind> Kinds =
        Gen.Frequency<FloorKind>((6, Gen.Const(FloorKind.Intervention)), (1, Gen.Enum<FloorKind>()));

    private static readonly Gen<RequestId> Requests = Gen.Int[Step.Requests, Step.Requests + Step.Ids].Select(n => new RequestId(Number(n)));

    private static readonly Gen<InterventionId?> Floors = Maybe(Gen.Int[Step.Floors, Step.Floors + Step.Ids].Select(n => new InterventionId(Number(n))));

    /// <summary>What the plain model knows as well.</summary>
    private static readonly (int, IGen<HearingCommand>)[] OfTheFloor =
    [
        (10, Gen.Select(People, Maybe(Segments), (p, s) => new RaiseRequest(p.Id, SegmentId: s))),
        (3, Requests.Select(r => new WithdrawRequest(r))),
        (3, Requests.Select(r => new DeferRequest(r))),
        (1, Requests.Select(r => new DeclineRequest(r))),
        (4, Requests.Select(r => new PlaceOnDeck(r))),
        (2, Requests.Select(r => new TakeOffDeck(r))),
        (8, Gen.Select(Requests, Gen.Bool, (r, start) => new Recognise(r, Start: start))),
        (2, Gen.Select(People, Gen.Bool, (p, start) => new Recognise(ParticipantId: p.Id, Start: start))),
        (4, Floors.Select(f => new StartClock(f))),
        (3, Floors.Select(f => new PauseClock(f))),
        (3, Floors.Select(f => new ResumeClock(f))),
        (2, Gen.Select(Gen.OneOf<int>(Gen.Int[-200, 200], Gen.Int), Floors, (s, f) => new AdjustClock(s, f))),
        (6, Floors.Select(f => new EndIntervention(f))),
        (3, Segments.Select(s => new OpenSegment(s))),
    ];

    private static readonly (int, IGen<HearingCommand>)[] OfTheRest =
    [
        (8, Gen.Select(Maybe(People.Select(p => p.Id)), Maybe(Labels), Kinds, Topics, (p, s, k, t) => new RaiseRequest(p, s, IntakeChannel.Office, k, t))),
        (3, Gen.Select(Maybe(Labels), Maybe(Gen.OneOf(President, Moderator, Panellist, new("nobody"))), Maybe(Kinds), Topics, Maybe(Gen.Int[5, 3700]),
            (s, p, k, t, seconds) => new Recognise(Seat: s, PodiumSpeakerId: p, Kind: k, TopicId: t, Seconds: seconds))),
        (5, Floors.Select(f => new ExpireTime(f ?? default, default))),
        (2, Gen.Enum<PanelPhase>().Select(p => new SetPhase(p))),
        (1, Gen.OneOf("", "One", "Two ", new string('x', 201)).Select(t => new ShowMessage(t))),
        (3, Gen.Select(Floors, Maybe(Requests), Maybe(People.Select(p => p.Id)), (f, r, p) => new CorrectIntervention(f ?? default, r, p))),
        (3, Maybe(Gen.Int[Step.Requests, Step.Others + 400].Select(n => new CommandId(Number(n)))).Select(s => new Undo(s))),
        (2, Gen.Int[5, 3700].Select(s => new SetLimit(s))),
        (2, Gen.Int[-1, 11].Select(n => new SetRound(n))),
        (2, Gen.Select(Maybe(Gen.OneOf(Moderator, Panellist, new("nobody"))), Floors, (to, f) => new NoteQuestion(to, "Why?", f))),
        (2, Gen.Int[Step.Questions, Step.Questions + Step.Ids].Select(n => new SettleQuestion(new(Number(n))))),
        (2, Floors.Select(f => new StartClock(f, 20))),
        (1, Gen.Const(new Blink())),
        (1, Gen.OneOf<int>(-1, 1, 30).Select(h => new AnnounceResumption(h < 0 ? null : TenOClock.AddHours(h)))),
        (1, Gen.Const(new ClearMessage())),
        (1, Gen.Bool.Select(on => new Blackout(on))),
        (1, Gen.Const(new SetUpHearing(Details))),
        (1, Gen.OneOf<int>(-1, 0, 1, 3).Select(left => new SetProgramme(Without(left)))),
        (1, Gen.Select(People, Maybe(Labels), Gen.Bool, (p, s, yes) =>
            new RegisterParticipants([p with { Seat = s, Admitted = yes, Delegation = yes ? p.Delegation : "Another" }]))),
        (1, Gen.Int[2, 5].Select(seats => new SetSeatPlan([.. SeatPlan.Take(seats)]))),
    ];

    public static Gen<Step[]> Walks(int longest) => Of([.. OfTheFloor, .. OfTheRest], Actors).Array[0, longest];

    public static Gen<Step[]> WalksOfTheFloor(int length) => Of(OfTheFloor, Gen.Const(Chair)).Array[length];

    private static Gen<Step> Of((int, IGen<HearingCommand>)[] commands, Gen<Actor> by) =>
        Gen.Select(Gen.OneOf<int>(Gen.Int[0, 2_000], Gen.Int[0, 90_000]), by, Gen.Int[0, 400], Gen.Frequency(commands), (ms, a, id, c) => new Step(ms, a, id, c));

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct => Gen.Frequency((2, Gen.Const(default(T?))), (1, gen.Select(value => (T?)value)));

    /// <summary>The programme without the segment at this place, and the whole one for a place that is not there.</summary>
    private static System.Collections.Immutable.ImmutableArray<Meeting> Without(int place) =>
        place < 0 ? Meetings : [.. Meetings.Select(m => m with { Segments = [.. m.Segments.Where(s => s != m.Segments.ElementAtOrDefault(place))] })];
}
