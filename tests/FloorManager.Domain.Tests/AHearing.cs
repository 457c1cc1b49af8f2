using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests;

/// <summary>
/// A hearing in which some things have happened. They all happened by accepted commands, so that no spec begins in a state that
/// cannot be.
/// </summary>
internal sealed record AHearing(Hearing State, DateTimeOffset Now, ImmutableList<JournalEntry> Journal)
{
    public static AHearing NotSetUp { get; } = new(Hearing.Empty, TenOClock, []);

    public static AHearing SetUp { get; } = NotSetUp
        .Had(new SetUpHearing(Details)).Had(new SetProgramme(Meetings)).Had(new SetSeatPlan(SeatPlan)).Had(new RegisterParticipants(Everybody));

    public static AHearing InThePanel { get; } = SetUp.In(Panel1);

    public AHearing Had(HearingCommand command, Guid? id = null, Actor? by = null)
    {
        var (after, decision) = Try(command, id ?? Number(1000 + (int)State.Version), by ?? Chair);
        Assert.IsType<Decision.Accepted>(decision);
        return after;
    }

    /// <summary>The door without the web around it: decides, and keeps what was accepted.</summary>
    public (AHearing After, Decision Decision) Try(HearingCommand command, Guid id, Actor by)
    {
        var decision = HearingDecider.Decide(State, new Submission(new(id), by, Now, command));
        if (decision is not Decision.Accepted { Events: var events }) return (this, decision);
        var entry = new JournalEntry(State.Version + 1, new(id), by, Now, events);
        return (this with { State = State.After(entry), Journal = Journal.Add(entry) }, decision);
    }

    public AHearing In(SegmentId segment) => Had(new OpenSegment(segment));

    /// <summary>Asks by the desk. The next one asks a second later.</summary>
    public AHearing Asked(Participant p, SegmentId? panel = null) => Had(new RaiseRequest(p.Id, SegmentId: panel), RequestOf(p).Value).Later(1);

    public AHearing Deferred(Participant p) => Had(new DeferRequest(RequestOf(p)));

    public AHearing OnDeck(Participant p) => Had(new PlaceOnDeck(RequestOf(p)));

    public AHearing GaveTheFloorTo(Participant p) => Had(new Recognise(ParticipantId: p.Id), FloorOf(p).Value);

    public AHearing Speaking(Participant p) => GaveTheFloorTo(p).Had(new StartClock());

    /// <summary>Spoke for the seconds given, and ended.</summary>
    public AHearing Spoke(Participant p, double seconds) => Speaking(p).Later(seconds).Had(new EndIntervention());

    public AHearing Later(double seconds) => this with { Now = Now.AddSeconds(seconds) };
}
