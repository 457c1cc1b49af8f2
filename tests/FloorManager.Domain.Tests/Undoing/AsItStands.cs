using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;

namespace FloorManager.Domain.Tests.Undoing;

/// <summary>A hearing in words without what counts on whatever happens: version, time, answers, the last act, and what may still be taken back.</summary>
internal static class AsItStands
{
    public static string InWordsOf(Hearing state) =>
        InWords.Of(state with { Version = 0, LastAt = default, Answered = Hearing.Empty.Answered, Steps = [], LastAct = null, Blinks = 0 });

    /// <summary>The same at two instants: an interruption that is taken back moves the end of whoever speaks, and not what is left to them.</summary>
    public static string InWordsOf(Hearing state, DateTimeOffset now) =>
        InWordsOf(state with { Floor = state.Floor is { Clock: FloorClock.Running clock } floor ? floor with { Clock = new FloorClock.Paused(clock.Allowed, clock.Remaining(now)), Pauses = [] } : state.Floor });
}
