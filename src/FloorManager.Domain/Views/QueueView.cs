using System.Collections.Immutable;
using FloorManager.Domain.Forecast;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Views;

/// <summary>What the speaker queue sees: the room's view, what still fits, and who waits where the hearing publishes that.</summary>
public sealed record QueueFloorView : FloorView
{
    /// <summary>Names that a screen has room for; how many wait is told besides.</summary>
    public const int MostNames = 30;

    private QueueFloorView(FloorView room) : base(room)
    {
    }

    /// <summary>How many more interventions fit before the open panel ends, 0 or more; null outside a panel.</summary>
    public int? Fits { get; private init; }

    /// <summary>
    /// Those who wait and have not been announced, by delegation, since there is no order among them; empty where the hearing keeps them to itself, as it does
    /// by default (<see cref="HearingDetails.PublicViews"/>).
    /// </summary>
    public ImmutableArray<OnDeckView> Waiting { get; private init; } = [];

    /// <param name="forecast">As of the room's view, where it is reckoned once for many; else it is reckoned here.</param>
    public static QueueFloorView Of(Hearing state, FloorView room, Lazy<FloorForecast?>? forecast = null) => new(room)
    {
        Fits = state.OpenSegment is { IsPanel: true }
            ? (forecast is null ? FloorForecast.Of(state, DateTimeOffset.FromUnixTimeMilliseconds(room.ServerUnixMs)) : forecast.Value)?.Fits : null,
        Waiting = state.Details?.PublicViews.Contains(HearingDetails.WaitingNames) == true && state.PanelForRequests is { } panel ? [.. Names(state, panel)] : [],
    };

    private static IEnumerable<OnDeckView> Names(Hearing state, Segment panel) => state.RequestsFor(panel.Id)
        .Where(r => r.State == RequestState.Pending)
        .OrderBy(r => r.Delegation, StringComparer.InvariantCultureIgnoreCase).ThenBy(r => r.Id.Value)
        .Take(MostNames).Select(r => OnDeckView.Of(state, r.Id));
}
