using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Views;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Screens.Shared;

/// <summary>
/// What comes next on the floor, and the command that does it: give the floor to whom the chair has announced, start the clock, resume it, thank and
/// end. The command names the intervention it is meant for, so that a tap that comes late never hits the next speaker.
/// </summary>
/// <param name="Key">Key of its label.</param>
/// <param name="Fact">What the label names: a person, a length.</param>
public sealed record NextStep(string Key, string Fact, HearingCommand Command)
{
    /// <summary>Null when nobody has the floor and nobody has been announced: whom to recognise is the chair's own choice.</summary>
    public static NextStep? Of(ChairView view, bool mayRecognise) => view.Floor switch
    {
        { Clock: FloorClock.NotStarted clock } floor => new("Step.Start", ScreenWords.Length(clock.Allowed), new StartClock(floor.Id)),
        { Clock: FloorClock.Paused } floor => new("Step.Resume", "", new ResumeClock(floor.Id)),
        { Kind: FloorKind.PointOfOrder } order when view.Interrupted is { } waits => new("Step.Settle", waits.Floor.Speaker.Name, new EndIntervention(order.Id)),
        { } floor => new("Step.End", "", new EndIntervention(floor.Id)),
        null when mayRecognise && view.OnDeck is [var first, ..] =>
            new("Step.Give", first.Participant?.FullName ?? first.Request.Delegation, new Recognise(RequestId: first.Request.Id)),
        null => null,
    };
}
