using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Tests;

/// <summary>
/// The data of the small hearing that the specs speak about: one of everything that the rules tell apart. Amina and Bashir speak for
/// one delegation, written in two ways; Chen is a State without a seat; Dana sits at A-3; Eve is not admitted; nobody sits at A-4.
/// </summary>
internal static class TheHearing
{
    public static readonly DateTimeOffset TenOClock = new(2017, 7, 26, 14, 0, 0, TimeSpan.Zero);

    public static readonly SegmentId Opening = new("opening"), Panel1 = new("panel-1"), Lunch = new("lunch"), Panel2 = new("panel-2"), Closing = new("closing");
    public static readonly TopicId Rights = new("rights"), Remittances = new("remittances");
    public static readonly PodiumSpeakerId President = new("president"), Moderator = new("moderator"), Panellist = new("panellist");
    public static readonly SeatLabel A1 = new("A-1"), A2 = new("A-2"), A3 = new("A-3"), A4 = new("A-4"), B1 = new("B-1"), Z9 = new("Z-9");

    public static readonly Participant Amina = Person(1, "Amina", "Migrant Forum", "CivilSociety", A1);
    public static readonly Participant Bashir = Person(2, "Bashir", "MIGRANT FORUM", "CivilSociety", A2);
    public static readonly Participant Chen = Person(3, "Chen", "Republic of Example", "MemberState", seat: null);
    public static readonly Participant Dana = Person(4, "Dana", "Diaspora Network", "DiasporaGroup", A3);
    public static readonly Participant Eve = Person(5, "Eve", "Walk-in Group", "CivilSociety", B1) with { Admitted = false };
    public static readonly Participant Stranger = Person(9, "Stranger", "Nowhere", "CivilSociety", seat: null);

    public static readonly Actor Chair = new(Role.Chair, "Chair"), Desk = new(Role.Secretariat, "Desk"), TheSystem = new(Role.System, "System");

    public static HearingDetails Details { get; } = HearingDetails.Named("hearing", "A hearing");

    public static ImmutableArray<Participant> Everybody { get; } = [Amina, Bashir, Chen, Dana, Eve];

    public static ImmutableArray<Seat> SeatPlan => [.. new[] { A1, A2, A3, A4, B1 }.Select((label, i) => new Seat(label, 1 + (i / 4), 100 * i, 300))];

    /// <summary>Made anew each time, as an importer does.</summary>
    public static ImmutableArray<Meeting> Meetings =>
    [
        new("Morning meeting",
        [
            Segment(Opening, SegmentKind.Opening, 0) with { Podium = [Podium(President, PodiumRole.OpeningSpeaker, 5)] },
            Segment(Panel1, SegmentKind.Panel, 1) with
            {
                Theme = "Rights", Topics = [new(Rights, "Rights and goals?")],
                Podium = [Podium(Moderator, PodiumRole.Moderator, 4), Podium(Panellist, PodiumRole.Panellist, 7)],
            },
            Segment(Lunch, SegmentKind.Break, 2),
        ]),
        new("Afternoon meeting",
        [
            Segment(Panel2, SegmentKind.Panel, 3) with { Rules = new(Minutes(2), Seconds(20)), Topics = [new(Remittances, "Cheaper how?")] },
            Segment(Closing, SegmentKind.Closing, 4),
        ]),
    ];

    public static Actor At(SeatLabel seat) => new(Role.Seat, seat.Value, seat);

    public static Guid Number(int n) => new(n, 0, 0, new byte[8]);

    /// <summary>The id of the request that somebody made, and of the command that made it.</summary>
    public static RequestId RequestOf(Participant p) => new(Number(100 + NumberOf(p)));

    /// <summary>The id of the intervention that somebody was given, and of the command that gave it.</summary>
    public static InterventionId FloorOf(Participant p) => new(Number(200 + NumberOf(p)));

    public static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static int NumberOf(Participant p) => p.Id.Value[^1] - '0';

    private static Participant Person(int number, string name, string delegation, string category, SeatLabel? seat) =>
        new(new($"p-{number}"), "", name, "", delegation, category, RegionalGroups.None, Gender: null, "", seat, Admitted: true);

    public static PodiumSpeaker Podium(PodiumSpeakerId id, PodiumRole role, int minutes) =>
        new(id, role, "", $"The {id}", "Office", ToBeConfirmed: false, Minutes(minutes));

    public static Segment Segment(SegmentId id, SegmentKind kind, int hour) =>
        new(id, kind, $"Segment {id}", "", TenOClock.AddHours(hour), TenOClock.AddHours(hour + 1), Rules: null, [], []);
}
