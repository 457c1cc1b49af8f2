using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Web.Tests.Journals;

/// <summary>One of each event with every field set, and one more where a field may be missing.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset At = new(2017, 7, 26, 14, 15, 0, TimeSpan.Zero);
    private static readonly SegmentId Panel = new("panel-1");
    private static readonly RequestId Request = new(Guid.Parse("00000000-0000-0000-0000-0000000000a1"));
    private static readonly InterventionId Floor = new(Guid.Parse("00000000-0000-0000-0000-0000000000b2"));

    public static ImmutableArray<HearingEvent> Events { get; } =
    [
        new HearingSetUp(HearingDetails.Named("gcm-2017", "Hearing") with { Place = "New York", TimeZone = "America/New_York", Languages = ["en", "fr"], Categories = [new("EcosocNgo", true)] }),
        new HearingChanged(HearingDetails.Named("gcm-2017", "Hearing, as amended") with { Rules = FloorRules.Default with { Grace = TimeSpan.FromSeconds(20) } }),
        new HearingArchived(On: true),
        new ProgrammeSet([new Meeting("Morning meeting",
        [
            new Segment(Panel, SegmentKind.Panel, "Panel 1", "Rights", At, At.AddMinutes(80), new FloorRules(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20), StartsAtOnce: true, PointsOfOrder: false, RightsOfReply.AtMeetingEnd),
                [new PodiumSpeaker(new("moderator"), PodiumRole.Moderator, "Mr.", "A. Moderator", "Office", ToBeConfirmed: true, TimeSpan.FromMinutes(5))],
                [new SuggestedTopic(new("t-1"), "A question?")]),
            new Segment(new("break"), SegmentKind.Break, "Break", "", At.AddHours(2), At.AddHours(3), Rules: null, [], []),
        ])]),
        new ParticipantsRegistered(
        [
            new Participant(new("p-1"), "H.E. Ms.", "Wardé ‏وردة", "Ambassador", "State", "MemberState", "African", Gender.Female, "fr", new SeatLabel("A-1"), Admitted: true, "WAR-day", TimeSpan.FromMinutes(2)),
            new Participant(new("p-2"), "", "Mononym", "", "Network", "EcosocNgo", RegionalGroups.None, null, "", null, Admitted: false),
        ]),
        new ParticipantCheckedIn(new("p-1")),
        new ParticipantCheckedOut(new("p-1")),
        new ScreenNamed("left-wall", "screen?lang=fr"),
        new ScreenNamed("left-wall", View: null),
        new SeatTaken(new("A-1"), new("p-1")),
        new SeatLeft(new("A-1"), new("p-1")),
        new SeatPlanSet([new Seat(new("A-1"), 1, -120, 340)]),
        new SegmentOpened(Panel),
        new PhaseSet(PanelPhase.InteractiveExchange),
        new RequestRaised(Request, new("p-1"), Panel, IntakeChannel.Seat, FloorKind.Intervention, new TopicId("t-1"), new SeatLabel("A-1")),
        new RequestRaised(Request, new("p-2"), Panel, IntakeChannel.Desk, FloorKind.RightOfReply, Topic: null, Seat: null),
        new RequestWithdrawn(Request),
        new RequestDeferred(Request),
        new RequestDeclined(Request),
        new RequestPlacedOnDeck(Request),
        new RequestTakenOffDeck(Request),
        new RequestsLapsed([Request]),
        new RequestsRestored([Request]),
        new FloorGiven(Floor, Panel, FloorKind.Intervention, new Speaker("H.E. Ms.", "Wardé", "Ambassador", "State", "MemberState", "African", new SeatLabel("A-1"), new ParticipantId("p-1"), Podium: null),
            Request, new TopicId("t-1"), Strict: true, TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), Suggested: 1),
        new FloorGiven(Floor, Panel, FloorKind.Remarks, new Speaker("", "A. Moderator", "", "Office", "", RegionalGroups.None, Seat: null, Participant: null, new PodiumSpeakerId("moderator")),
            Request: null, Topic: null, Strict: false, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)),
        new FloorInterrupted(Floor, Resumes: true),
        new FloorReturned(Floor),
        new SpeakerCorrected(Floor, new Speaker("", "Mononym", "", "Network", "EcosocNgo", RegionalGroups.None, Seat: null, new ParticipantId("p-2"), Podium: null), Request, TimeSpan.FromMinutes(1), new TopicId("t-1")),
        new SpeakerCorrected(Floor, new Speaker("", "Mononym", "", "Network", "EcosocNgo", RegionalGroups.None, Seat: null, new ParticipantId("p-2"), Podium: null), Request: null),
        new RecordCorrected(Floor, new Speaker("", "Mononym", "", "Network", "EcosocNgo", RegionalGroups.None, Seat: null, new ParticipantId("p-2"), Podium: null), Request, new TopicId("t-1"), TimeSpan.FromMinutes(1), At, At.AddSeconds(90), "The clock was “forgotten”.", Role.Secretariat),
        new RecordCorrected(Floor, new Speaker("", "A. Moderator", "", "Office", "", RegionalGroups.None, Seat: null, Participant: null, new PodiumSpeakerId("moderator")), Request: null, Topic: null, Accommodation: null, At, At.AddSeconds(90), "Somebody else.", Role.Chair),
        new ClockStarted(Floor, SecondsAgo: 20),
        new ClockPaused(Floor),
        new ClockResumed(Floor),
        new ClockAdjusted(Floor, -30),
        new TimeExpired(Floor),
        new InterventionEnded(Floor),
        new MessageShown("We resume at 15:00"),
        new MessageCleared(),
        new PodiumTold("Please conclude"),
        new PodiumTold(Text: null),
        new BlackoutSet(On: true),
        new RoomBlinked(),
        new ResumptionAnnounced(At),
        new ResumptionAnnounced(At: null),
        new LimitSet(Panel, TimeSpan.FromMinutes(2)),
        new RoundSizeSet(Panel, 3),
        new QuestionNoted(new(Guid.Parse("00000000-0000-0000-0000-0000000000c3")), Panel, new PodiumSpeakerId("moderator"), Floor, "How?"),
        new QuestionNoted(new(Guid.Parse("00000000-0000-0000-0000-0000000000c3")), Panel, To: null, From: null, ""),
        new QuestionSettled(new(Guid.Parse("00000000-0000-0000-0000-0000000000c3")), Answered: true),
        new RecommendationNoted(new(Guid.Parse("00000000-0000-0000-0000-0000000000e5")), Floor, new TopicId("t-1"), "Ratify the convention."),
        new RecommendationNoted(new(Guid.Parse("00000000-0000-0000-0000-0000000000e5")), Floor, Topic: null, "Ratify."),
        new RecommendationReworded(new(Guid.Parse("00000000-0000-0000-0000-0000000000e5")), new TopicId("t-1"), "Ratify both conventions."),
        new RecommendationReworded(new(Guid.Parse("00000000-0000-0000-0000-0000000000e5")), Topic: null, "Ratify both."),
        new RecommendationStruck(new(Guid.Parse("00000000-0000-0000-0000-0000000000e5"))),
        new RequestJoined(Request, new("p-2"), IntakeChannel.Desk, new TopicId("t-1"), new SeatLabel("A-2")),
        new RequestJoined(Request, new("p-2"), IntakeChannel.Office, Topic: null, Seat: null),
        new RequestLeft(Request, new("p-2")),
        new ParticipantsMerged(
            new Participant(new("p-1"), "H.E. Ms.", "Wardé", "Ambassador", "State", "MemberState", "African", Gender.Female, "fr", new SeatLabel("A-1"), Admitted: true, "WAR-day", TimeSpan.FromMinutes(2)),
            new("p-2")),
        new PersonalDataErased(new("p-1"), "Asked for in writing", [new Mention(MentionPlace.Recommendation, "00000000-0000-0000-0000-0000000000e5"), new Mention(MentionPlace.Message, "")]),
        new PersonalDataErased(new("p-1"), "Asked for in writing", []),
        new IntakeSet(Panel, At, At.AddMinutes(65)),
        new IntakeSet(Panel, OpensAt: null, ClosesAt: null),
        new ContributionHandedIn(Request, new("p-2"), IntakeChannel.Seat, "First “point”.\n\nثانيا"),
        new StepsUndone([new CommandId(Guid.Parse("00000000-0000-0000-0000-0000000000d4"))]),
    ];
}
