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
    public const int Ids = 16, Notes = 4, Requests = 1, Floors = 20, Questions = 40, Recommendations = 60, Others = 100;

    public Guid CommandId => Number(Command switch
    {
        RaiseRequest => Requests + (Id % Ids),
        Recognise => Floors + (Id % Ids),
        NoteQuestion => Questions + (Id % Ids),
        NoteRecommendation => Recommendations + (Id % Notes),
        _ => Others + Id,
    });

    public (AHearing After, Decision Decision) From(AHearing hearing)
    {
        var now = hearing with { Now = hearing.Now.AddMilliseconds(Milliseconds) };
        return now.Try(Due(hearing.State), CommandId, By);
    }

    /// <summary>The system names the deadline that it sees, and the desk the intervention that it hears; a walk cannot know them beforehand.</summary>
    private HearingCommand Due(Hearing state) => Command switch
    {
        ExpireTime expire when state.Floor is { Clock: Interventions.FloorClock.Running running } floor && expire.ExpiresAt == default => new ExpireTime(floor.Id, running.ExpiresAt),
        NoteRecommendation note when note.InterventionId == default && (state.Floor ?? state.Ended.LastOrDefault()) is { } heard => note with { InterventionId = heard.Id },
        // Around the end of what was said, where what is wrong in a record mostly is.
        CorrectRecord { InterventionId: var wrong } c when wrong == default && state.Ended.Where(i => i.Spoke).Skip(Id % 2).FirstOrDefault() is { EndedAt: { } end } spoke =>
            c with { InterventionId = spoke.Id, StartedAt = end + (c.StartedAt - TenOClock), EndedAt = end + (c.EndedAt - TenOClock) },
        _ => Command,
    };
}
