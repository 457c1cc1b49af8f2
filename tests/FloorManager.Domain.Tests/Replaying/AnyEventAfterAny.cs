using CsCheck;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Replaying;

/// <summary>Events that no rule would let happen, in any order, about people and requests that may not be there.</summary>
public sealed class AnyEventAfterAny
{
    private static readonly Gen<RequestId> Requests = Gen.Int[1, 6].Select(n => new RequestId(Number(n)));

    private static readonly Gen<InterventionId> Floors = Gen.Int[1, 3].Select(n => new InterventionId(Number(n)));

    private static readonly Gen<QuestionId> Questions = Gen.Int[1, 3].Select(n => new QuestionId(Number(n)));

    private static readonly Gen<RecommendationId> Recommendations = Gen.Int[1, 3].Select(n => new RecommendationId(Number(n)));

    private static readonly Gen<FloorKind> Kinds = Gen.Frequency<FloorKind>((3, Gen.Const(FloorKind.Intervention)), (2, Gen.Enum<FloorKind>()));

    private static readonly Gen<SegmentId> Segments = Gen.OneOf(Opening, Panel1, Panel2, new SegmentId("panel-9"));

    private static readonly Gen<Participant> People = Gen.OneOf([.. Everybody, Stranger]);

    private static readonly Gen<TimeSpan> Lengths = Gen.OneOf<long>(Gen.Long, Gen.Long[0, TimeSpan.TicksPerHour]).Select(TimeSpan.FromTicks);

    private static readonly Gen<DateTimeOffset?> Instants = Gen.Int[0, 700_000].Select(days => days < 100_000 ? default(DateTimeOffset?) : DateTimeOffset.UnixEpoch.AddDays(days));

    private static readonly Gen<HearingEvent> Events = Gen.Frequency(
        (1, Gen.Bool.Select(whole => new HearingSetUp(whole ? Details : Details with { Categories = default }))),
        (1, Gen.Bool.Select(whole => new HearingChanged(whole ? Details : Details with { PublicViews = default }))),
        (1, Gen.Bool.Select(on => new HearingArchived(on))),
        (1, Gen.Int[0, 2].Select(n => new ProgrammeSet(n == 2 ? default : [.. Meetings.Take(n)]))),
        (1, People.Array[0, 3].Select(p => new ParticipantsRegistered([.. p]))),
        (2, Gen.Select(People, People, (kept, gone) => new ParticipantsMerged(kept, gone.Id))),
        (1, Gen.Select(People, Gen.Bool, (p, named) => new PersonalDataErased(p.Id, "Asked for", named ? [new(MentionPlace.Message, "")] : default))),
        (1, People.Select(p => new ParticipantCheckedIn(p.Id))),
        (1, People.Select(p => new ParticipantCheckedOut(p.Id))),
        (1, Gen.Select(Gen.OneOf("left", "right"), Gen.Bool, (n, kept) => new ScreenNamed(n, kept ? "queue" : null))),
        (1, Gen.Select(Gen.OneOf(A1, A4, Z9), People, Gen.Bool, (s, p, sits) => sits ? new SeatTaken(s, p.Id) : (HearingEvent)new SeatLeft(s, p.Id))),
        (1, Gen.Int[0, 5].Select(n => new SeatPlanSet([.. SeatPlan.Take(n), .. SeatPlan.Take(n)]))),
        (3, Segments.Select(s => new SegmentOpened(s))),
        (1, Gen.Enum<PanelPhase>().Select(p => new PhaseSet(p))),
        (8, Gen.Select(Requests, People, Segments, Kinds, (r, p, s, k) => new RequestRaised(r, p.Id, s, IntakeChannel.Desk, k, Rights, Z9))),
        (4, Gen.Select(Requests, People, Gen.Enum<IntakeChannel>(), (r, p, c) => new RequestJoined(r, p.Id, c, Rights, Z9))),
        (2, Gen.Select(Requests, People, (r, p) => new RequestLeft(r, p.Id))),
        (2, Requests.Select(r => new RequestWithdrawn(r))),
        (2, Requests.Select(r => new RequestDeferred(r))),
        (2, Requests.Select(r => new RequestDeclined(r))),
        (4, Requests.Select(r => new RequestPlacedOnDeck(r))),
        (2, Requests.Select(r => new RequestTakenOffDeck(r))),
        (2, Requests.Array[0, 4].Select(r => new RequestsLapsed([.. r]))),
        (2, Requests.Array[0, 4].Select(r => new RequestsRestored([.. r]))),
        (8, Gen.Select(Floors, Segments, People, Requests, Lengths, Kinds, (f, s, p, r, l, k) =>
            new FloorGiven(f, s, k, Speaker.Of(p), r, Rights, Strict: true, l, l / 6, l, Suggested: 9))),
        (4, Gen.Select(Floors, Gen.OneOf<int>(Gen.Const(0), Gen.Int), (f, ago) => new ClockStarted(f, ago))),
        (3, Gen.Select(Floors, Gen.Bool, (f, resumes) => new FloorInterrupted(f, resumes))),
        (3, Floors.Select(f => new FloorReturned(f))),
        (3, Gen.Select(Floors, People, Requests, Lengths, (f, p, r, l) => new SpeakerCorrected(f, Speaker.Of(p), r, l, Rights))),
        (3, Gen.Select(Floors, People, Requests, Lengths, Instants, Instants, (f, p, r, l, start, end) => new RecordCorrected(f, Speaker.Of(p), r, Rights, l, start ?? default, end ?? default, "Wrong", Role.Chair))),
        (1, Gen.Select(Segments, Instants, Instants, (s, opens, closes) => new IntakeSet(s, opens, closes))),
        (2, Gen.Select(Requests, People, Gen.String, (r, p, t) => new ContributionHandedIn(r, p.Id, IntakeChannel.Seat, t))),
        (1, Gen.Select(Segments, Lengths, (s, l) => new LimitSet(s, l))),
        (1, Gen.Select(Segments, Gen.OneOf<int>(Gen.Int[-1, 3], Gen.Int), (s, size) => new RoundSizeSet(s, size))),
        (2, Gen.Select(Questions, Segments, Floors, Gen.String, (q, s, f, t) => new QuestionNoted(q, s, Panellist, f, t))),
        (2, Gen.Select(Recommendations, Floors, Gen.String, (r, f, t) => new RecommendationNoted(r, f, Rights, t))),
        (1, Gen.Select(Recommendations, Gen.String, (r, t) => new RecommendationReworded(r, Topic: null, t))),
        (1, Recommendations.Select(r => new RecommendationStruck(r))),
        (2, Gen.Select(Questions, Gen.Bool, (q, yes) => new QuestionSettled(q, yes))),
        (1, Gen.Const<HearingEvent>(new RoomBlinked())),
        (1, Gen.Int[0, 700_000].Select(days => new ResumptionAnnounced(days < 1_000 ? null : DateTimeOffset.UnixEpoch.AddDays(days)))),
        (4, Gen.Int[0, 80].Array[0, 3].Select(steps => new StepsUndone([.. steps.Select(n => new CommandId(Number(n)))]))),
        (1, Gen.Const<HearingEvent>(new StepsUndone(default))),
        (3, Floors.Select(f => new ClockPaused(f))),
        (3, Floors.Select(f => new ClockResumed(f))),
        (3, Gen.Select(Floors, Gen.Int, (f, s) => new ClockAdjusted(f, s))),
        (2, Floors.Select(f => new TimeExpired(f))),
        (4, Floors.Select(f => new InterventionEnded(f))),
        (1, Gen.String.Select(t => new MessageShown(t))),
        (1, Gen.Const<HearingEvent>(new MessageCleared())),
        (1, Gen.String.Select(text => new PodiumTold(text))),
        (1, Gen.Bool.Select(on => new BlackoutSet(on))));

    private static readonly Gen<(int Days, HearingEvent Event)[]> Journals = Gen.Select(Gen.Int[0, 700_000], Events).Array[0, 80];

    [Fact]
    public void Whatever_stands_in_a_journal_loads_and_can_be_shown() => Journals.Sample(
        journal =>
        {
            foreach (var start in new[] { Hearing.Empty, AHearing.InThePanel.State })
            {
                var (state, at, version) = (start, DateTimeOffset.UnixEpoch, start.Version);
                foreach (var (days, happened) in journal)
                {
                    at = DateTimeOffset.UnixEpoch.AddDays(days);
                    state = state.After(new JournalEntry(++version, new(Number((int)version)), Chair, at, [Newest(happened, state)]));
                    var onDeck = state.Requests.Values.Where(r => r.State == RequestState.OnDeck);
                    Assert.Equal(onDeck.Select(r => r.Id.Value).Order(), state.OnDeck.Select(r => r.Value).Order());
                }

                Assert.NotNull(ChairView.Of(state, at));
                Assert.NotNull(HearingRecord.Of(state));
                Assert.NotNull(SeatFloorView.Of(state, FloorView.Of(state, at), A1));
            }
        },
        iter: 2_000,
        print: journal => string.Join(Environment.NewLine, journal.Select(e => $"{e.Days} {InWords.Of(e.Event)}")));

    /// <summary>Chen was announced, and Dana had come by the same request and by one of her own: she is Chen.</summary>
    [Fact]
    public void A_request_that_became_part_of_another_does_not_come_back_in_the_same_merge()
    {
        var (state, version) = (AHearing.InThePanel.State, 900);
        var (own, shared) = (new RequestId(Number(3)), new RequestId(Number(6)));
        foreach (var (minute, happened) in new (int, HearingEvent)[]
        {
            (2, new RequestRaised(shared, Chen.Id, Panel1, IntakeChannel.Desk, FloorKind.Intervention, Rights, Z9)),
            (3, new RequestPlacedOnDeck(shared)),
            (4, new RequestJoined(shared, Dana.Id, IntakeChannel.Office, Rights, Z9)),
            (1, new RequestRaised(own, Dana.Id, Panel1, IntakeChannel.Desk, FloorKind.Intervention, Rights, Z9)),
            (5, new ParticipantsMerged(Chen, Dana.Id)),
        })
        {
            state = state.After(new JournalEntry(++version, new(Number(version)), Chair, TenOClock.AddMinutes(minute), [happened]));
        }

        Assert.Equal((own, own), (Assert.Single(state.Requests).Key, Assert.Single(state.OnDeck)));
    }

    /// <summary>Steps that are not the newest change nothing, which would be all that was tried.</summary>
    private static HearingEvent Newest(HearingEvent happened, Hearing state) => happened is StepsUndone { Steps: { IsDefault: false, Length: var some } }
        ? new StepsUndone([.. state.Steps.Reverse().Take(some).Select(s => s.Command)])
        : happened;

    [Fact]
    public void Every_event_is_tried() =>
        Assert.Equal(
            typeof(HearingEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(HearingEvent))).Select(t => t.Name).Order(),
            Events.Array[2_000].Generate(new PCG(1, 20170726), null, out _).Select(e => e.GetType().Name).Distinct().Order());
}
