using FloorManager.Domain.Hearings;

namespace FloorManager.Domain.Tests.Undoing;

/// <summary>A hearing in words without what counts on whatever happens: version, time, answers, and what may still be taken back.</summary>
internal static class AsItStands
{
    public static string InWordsOf(Hearing state) =>
        InWords.Of(state with { Version = 0, LastAt = default, Answered = Hearing.Empty.Answered, Steps = [], Blinks = 0 });
}
