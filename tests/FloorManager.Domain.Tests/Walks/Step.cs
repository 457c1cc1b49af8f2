using FloorManager.Domain.Hearings;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Walks;

/// <summary>One submission of a random walk: so much later, somebody taps.</summary>
/// <param name="Id">
/// Requests and interventions have few ids, so that commands about them often meet one, and so that ids come twice as they do when a
/// reply is lost.
/// </param>
internal sealed record Step(int Milliseconds, Actor By, int Id, HearingCommand Command)
{
    public const int Ids = 16, Requests = 1, Floors = 20, Questions = 40, Others = 100;

    public Guid CommandId => Number(Command switch
    {
        RaiseRequest => Requests + (Id % Ids),
        Recognise => Floors + (Id % Ids),
        NoteQuestion => Questions + (Id % Ids),
        _ => Others + Id,
    });

    public (AHearing After, Decision Decision) From(AHearing hearing)
    {
        var now = hearing with { Now = hearing.Now.AddMilliseconds(Milliseconds) };
        return now.Try(Due(hearing.State), CommandId, By);
    }

    /// <summary>The system names the deadline that it sees; a walk cannot know it beforehand.</summary>
    private HearingCommand Due(Hearing state) =>
        Command is ExpireTime expire && state.Floor is { Clock: Interventions.FloorClock.Running running } floor && expire.ExpiresAt == default
            ? new ExpireTime(floor.Id, running.ExpiresAt)
            : Command;
}
