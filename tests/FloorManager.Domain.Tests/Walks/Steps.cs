using System.Collections.Immutable;
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
    private static readonly Actor TheModerator = new(Role.Moderator, "Moderator");

    private static readonly Gen<Actor> Actors =
        Gen.OneOf(Chair, Chair, Desk, TheModerator, TheSystem, At(A1), At(A2), At(A3), At(A4), At(B1), At(Z9));

    private static readonly Gen<Actor> Staff = Gen.OneOf(Chair, Chair, Desk);

    private static readonly Gen<Participant> People = Gen.OneOf([.. Everybody, Stranger]);

    private static readonly Gen<SegmentId> Segments =
        Gen.Frequency((6, Panel1), (6, Panel2), (2, Opening), (2, Lunch), (1, Closing), (1, new("panel-9")));

    private static readonly Gen<SeatLabel> Labels = Gen.OneOf(A1, A2, A3, A4, B1, Z9);

    private static readonly Gen<TopicId?> Topics = Maybe(Gen.OneOf(Rights, Remittances));

    private static readonly Gen<FloorKind> Kinds =
        Gen.Frequency<FloorKind>((6, Gen.Const(FloorKind.Intervention)), (1, Gen.Enum<FloorKind>()));

    private static readonly Gen<RequestId> Requests = Gen.Int[Step.Requests, Step.Requests + Step.Ids].Select(n => new RequestId(Number(n)));

    private static readonly Gen<InterventionId?> Floors = Maybe(Gen.Int[Step.Floors, Step.Floors + Step.Ids].Select(n => new InterventionId(Number(n))));

    private static readonly Gen<int> Late = Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[-1, 601]));

    private static readonly Gen<QuestionId> Questions = Gen.Int[Step.Questions, Step.Questions + Step.Ids].Select(n => new QuestionId(Number(n)));

    private static readonly Gen<RecommendationId> Recommendations = Gen.Int[Step.Recommendations, Step.Recommendations + Step.Notes - 1].Select(n => new RecommendationId(Number(n)));

    private static readonly Gen<string> Sentences = Gen.OneOf("", "Ratify. ", "Ratify it.", "Ratify both.", new string('x', 1001));

    /// <summary>Any command's, so that a step is often named that is gone or never was one.</summary>
    private static readonly Gen<CommandId?> Done = Maybe(Gen.Int[1, 500].Select(n => new CommandId(Number(n))));

    /// <summary>A walk takes an hour or so, and some begin it anew.</summary>
    private static readonly Gen<DateTimeOffset> Instants = Gen.OneOf<int>(Gen.Int[0, 90], Gen.Int[-20_000, 20_000]).Select(minutes => TenOClock.AddMinutes(minutes));

    /// <summary>What the plain model knows as well.</summary>
    private static readonly (int, IGen<HearingCommand>)[] OfTheFloor =
    [
        (10, Gen.Select(People, Maybe(Segments), Maybe(Gen.Enum<IntakeChannel>()), (p, s, c) => new RaiseRequest(p.Id, Channel: c, SegmentId: s))),
        (6, Requests.Select(r => new WithdrawRequest(r))),
        (3, Requests.Select(r => new DeferRequest(r))),
        (1, Requests.Select(r => new DeclineRequest(r))),
        (4, Requests.Select(r => new PlaceOnDeck(r))),
        (2, Requests.Select(r => new TakeOffDeck(r))),
        (8, Gen.Select(Requests, Gen.Bool, (r, start) => new Recognise(r, Start: start))),
        (2, Gen.Select(People, Gen.Bool, (p, start) => new Recognise(ParticipantId: p.Id, Start: start))),
        (2, People.Select(p => new Recognise(ParticipantId: p.Id, Kind: FloorKind.PointOfOrder))),
        (4, Gen.Select(Floors, Late, (f, ago) => new StartClock(f, ago))),
        (3, Floors.Select(f => new PauseClock(f))),
        (3, Floors.Select(f => new ResumeClock(f))),
        (2, Gen.Select(Gen.OneOf<int>(Gen.Int[-200, 200], Gen.Int), Floors, (s, f) => new AdjustClock(s, f))),
        (6, Floors.Select(f => new EndIntervention(f))),
        (3, Segments.Select(s => new OpenSegment(s))),
        (1, Gen.OneOf(4, 60, 120, 180, 3600, 3601).Select(s => new SetLimit(s))),
    ];

    private static readonly (int, IGen<HearingCommand>)[] OfTheRest =
    [
        (8, Gen.Select(Maybe(People.Select(p => p.Id)), Maybe(Labels), Kinds, Topics, (p, s, k, t) => new RaiseRequest(p, s, IntakeChannel.Office, k, t))),
        (3, Gen.Select(Maybe(Labels), Maybe(Gen.OneOf(President, Moderator, Panellist, new("nobody"))), Maybe(Kinds), Topics, Maybe(Gen.Int[5, 3700]),
            (s, p, k, t, seconds) => new Recognise(Seat: s, PodiumSpeakerId: p, Kind: k, TopicId: t, Seconds: seconds))),
        (6, Gen.Select(Done, Maybe(Gen.Int[0, 21]), (step, count) => new Undo(step, count))),
        (3, Gen.Select(Floors, Maybe(Requests), Maybe(People.Select(p => p.Id)), Maybe(Labels), (f, r, p, s) => new CorrectIntervention(f ?? new(Number(Step.Floors)), r, p, s))),
        (3, Gen.Select(Floors, People, (f, p) => new CorrectIntervention(f ?? new(Number(Step.Floors)), ParticipantId: p.Id))),
        (3, Gen.Select(Floors, Requests, (f, r) => new CorrectIntervention(f ?? new(Number(Step.Floors + 1)), r))),
        (4, Gen.Select(Floors, People, Maybe(Gen.Int[-90, 5]), Maybe(Gen.Int[-60, 600]), Gen.OneOf<string?>(Gen.Const(default(string)), Gen.Const<string?>("MemberState"), Gen.Const<string?>("Nobody")), Gen.OneOf("", "Wrong", "Wrong"), Maybe(Gen.Int[0, 1]),
            (f, p, s, e, k, why, seen) => new CorrectRecord(f ?? default, why, k is null ? p.Id : null, null, null, Around(s), Around(e), k, null, seen))),
        (1, Floors.Select(f => new CorrectRecord(f ?? default, "Wrong", PodiumSpeakerId: Moderator))),
        (2, Gen.Int[-1, 11].Select(size => new SetRound(size))),
        (3, Gen.Select(Segments, Maybe(Instants), Maybe(Instants), (s, opens, closes) => new SetIntake(s, opens, closes))),
        (4, Gen.Select(Requests, Gen.OneOf("", "What I said.", "What I mean.", new string('x', 10_001)), (r, text) => new HandInContribution(r, text))),
        (3, Gen.Select(Maybe(Gen.OneOf(President, Moderator, Panellist)), Gen.OneOf("", "How?", new string('x', 501)), Floors, (to, t, f) => new NoteQuestion(to, t, f))),
        (3, Gen.Select(Questions, Gen.Bool, (q, yes) => new SettleQuestion(q, yes))),
        (4, Gen.Select(Floors, Sentences, Topics, (f, text, t) => new NoteRecommendation(f ?? default, text, t))),
        (4, Gen.Select(Recommendations, Sentences, Topics, Gen.OneOf<string?>(Gen.Const(default(string)), Gen.Const<string?>("Ratify.")), (r, text, t, was) => new RewordRecommendation(r, text, t, was))),
        (2, Recommendations.Select(r => new StrikeRecommendation(r))),
        (1, Gen.Const(new Blink())),
        (1, Gen.Select(Gen.Bool, Gen.Int[-1, 30], (none, hours) => new AnnounceResumption(none ? null : TenOClock.AddHours(hours)))),
        (5, Floors.Select(f => new ExpireTime(f ?? default, default))),
        (2, Gen.Enum<PanelPhase>().Select(p => new SetPhase(p))),
        (1, Gen.OneOf("", "One", "Two ", new string('x', 201)).Select(t => new ShowMessage(t))),
        (1, Gen.Const(new ClearMessage())),
        (1, Gen.Bool.Select(on => new TellPodium(on ? "Please conclude" : null))),
        (1, Gen.Bool.Select(on => new Blackout(on))),
        (1, Gen.Const(new SetUpHearing(Details))),
        (1, Gen.OneOf<int>(-1, 0, 1, 3).Select(left => new SetProgramme(Without(left)))),
        (1, Gen.Select(Gen.Bool, Gen.Enum<RightsOfReply>(), (orders, replies) => new SetProgramme(Under(orders, replies)))),
        (1, Gen.Select(People, Maybe(Labels), Gen.Bool, (p, s, yes) =>
            new RegisterParticipants([p with { Seat = s, Admitted = yes, Delegation = yes ? p.Delegation : "Another" }]))),
        (2, Gen.Select(People, Gen.Bool, (p, comes) => comes ? new CheckIn(p.Id) : (HearingCommand)new CheckOut(p.Id))),
        (3, Gen.Select(People, Gen.Bool, (p, sits) => sits ? new TakeSeat(p.Id) : (HearingCommand)new LeaveSeat())),
        (1, Gen.Select(Gen.OneOf("left", "right", "Not a name"), Gen.OneOf<string?>(Gen.Const(default(string)), Gen.Const<string?>("queue"), Gen.Const<string?>("chair")), (n, v) => new NameScreen(n, v))),
        (1, Gen.Select(People, People, (keep, gone) => new MergeParticipants(keep.Id, gone.Id))),
        (1, Gen.Select(Gen.OneOf(Eve, Stranger, Dana), Gen.Bool, (p, named) => new ErasePersonalData(p.Id, named ? $"{p.FullName} asked for it" : "Asked for"))),
        (1, Gen.Int[2, 5].Select(seats => new SetSeatPlan([.. SeatPlan.Take(seats)]))),
    ];

    public static Gen<Step[]> Walks(int longest) => Of([.. OfTheFloor, .. OfTheRest], Actors).Array[0, longest];

    /// <summary>Of chair and desk alone, who may take back all that they do.</summary>
    public static Gen<Step[]> WalksOfTheStaff(int longest) =>
        Of([.. OfTheFloor, .. OfTheRest], Staff).Where(s => s.Command is not (ExpireTime or SetProgramme or RegisterParticipants or MergeParticipants or ErasePersonalData or CheckIn or CheckOut or TakeSeat or LeaveSeat or NameScreen or SetSeatPlan or NoteRecommendation or RewordRecommendation or StrikeRecommendation or HandInContribution or CorrectRecord)).Array[0, longest];

    public static Gen<Step[]> WalksOfTheFloor(int length) => Of(OfTheFloor, Gen.Const(Chair)).Array[length];

    /// <summary>What somebody may not do at the door never reaches the rules: there the chair does it.</summary>
    private static Actor Allowed(Actor by, HearingCommand command) => (by.Role, command) switch
    {
        (Role.Seat, not (RaiseRequest or WithdrawRequest or HandInContribution or TakeSeat or LeaveSeat)) or (Role.Moderator, not (NoteQuestion or SettleQuestion)) or (Role.System, not ExpireTime) => Chair,
        (_, ExpireTime) => TheSystem,
        (not Role.Seat, TakeSeat or LeaveSeat) => At(A4),
        (_, NoteRecommendation or RewordRecommendation or StrikeRecommendation) or (Role.Chair, HandInContribution) => Desk,
        _ => by,
    };

    private static Gen<Step> Of((int, IGen<HearingCommand>)[] commands, Gen<Actor> by) =>
        Gen.Select(Gen.OneOf<int>(Gen.Int[0, 2_000], Gen.Int[0, 90_000]), by, Gen.Int[0, 400], Gen.Frequency(commands), (ms, a, id, c) => new Step(ms, Allowed(a, c), id, c));

    private static DateTimeOffset? Around(int? seconds) => seconds is { } s ? TenOClock.AddSeconds(s) : null;

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct => Gen.Frequency((2, Gen.Const(default(T?))), (1, gen.Select(value => (T?)value)));

    /// <summary>The programme without the segment at this place, and the whole one for a place that is not there.</summary>
    private static ImmutableArray<Meeting> Without(int place) =>
        place < 0 ? Meetings : [.. Meetings.Select(m => m with { Segments = [.. m.Segments.Where(s => s != m.Segments.ElementAtOrDefault(place))] })];

    private static ImmutableArray<Meeting> Under(bool orders, RightsOfReply replies) =>
        [.. Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s with { Rules = new(Minutes(3), Seconds(30), StartsAtOnce: !orders, orders, replies) })] })];
}
