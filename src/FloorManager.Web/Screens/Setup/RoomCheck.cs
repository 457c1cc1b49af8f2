using FloorManager.Domain.Hearings;
using FloorManager.Domain.Screens;
using FloorManager.Web.Push;
using FloorManager.Web.Screens.Shared;

namespace FloorManager.Web.Screens.Setup;

/// <summary>One line of the check before the meeting.</summary>
/// <param name="Key">Resource key of its sentence.</param>
/// <param name="Facts">What goes into the sentence, in its order.</param>
public sealed record RoomCheck(bool Ready, string Key, params object[] Facts)
{
    /// <summary>Further apart two screens are seen to disagree.</summary>
    public const double MostUncertainMs = 250;

    /// <summary>A screen says what it shows once a minute.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    /// <summary>So long a change may be on its way.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(5);

    /// <summary>What the room needs, then what is wrong with each screen; what needs a look comes first.</summary>
    /// <param name="screens">Those of the hearing, in the order of their numbers.</param>
    public static IReadOnlyList<RoomCheck> Of(Hearing state, IReadOnlyList<RoomScreen> screens, DateTimeOffset now) =>
        [.. ScreenAddress.Views.Where(v => v != "overlay").Select(view => Needed(view, screens)).Concat(screens.Index().SelectMany(s => Wrong(state, s.Item, s.Index + 1, now))).OrderBy(c => c.Ready)];

    private static RoomCheck Needed(string view, IReadOnlyList<RoomScreen> screens)
    {
        var shown = screens.Count(s => s.GoneAt is null && s.View == view);
        return shown > 0 ? new(true, $"Check.There.{view}", shown) : new(false, $"Check.Missing.{view}");
    }

    private static IEnumerable<RoomCheck> Wrong(Hearing state, RoomScreen screen, int number, DateTimeOffset now)
    {
        if (screen.GoneAt is { } gone)
        {
            yield return new(false, "Check.Gone", number, state.WallMoment(gone, now));
            yield break;
        }

        if (now - screen.SeenAt > LongestSilence) yield return new(false, "Check.Silent", number, state.WallMoment(screen.SeenAt, now));
        // A screen that reported before the last change knows nothing of it yet.
        else if (screen.Version < state.Version && screen.SeenAt > state.LastAt + OnItsWay) yield return new(false, "Check.Behind", number, screen.Version, state.Version);
        if (screen.UncertaintyMs > MostUncertainMs) yield return new(false, "Check.Clock", number, Math.Ceiling(screen.UncertaintyMs));
    }
}
