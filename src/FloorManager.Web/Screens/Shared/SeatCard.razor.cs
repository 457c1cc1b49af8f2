using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using Microsoft.AspNetCore.Components;

namespace FloorManager.Web.Screens.Shared;

public sealed partial class SeatCard
{
    [Parameter, EditorRequired]
    public required SeatLabel Seat { get; set; }

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    [Parameter, EditorRequired]
    public required Hearing State { get; set; }

    [Parameter]
    public bool MayRecognise { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    private Participant? Holder { get; set; }

    private bool HasFloor { get; set; }

    /// <summary>The most pressing first.</summary>
    private IReadOnlyList<PoolRow> Asking { get; set; } = [];

    /// <summary>What is said of someone who waits for nothing; null where a request says it, or nobody sits there.</summary>
    private string? Idle =>
        Holder is null ? null
        : HasFloor ? Texts["SeatMap.Floor"].Value
        : Asking.Count > 0 ? null
        : Texts[Holder.Admitted ? "SeatMap.Quiet" : "Log.NotAdmitted"].Value;

    protected override void OnParametersSet()
    {
        Holder = State.SeatHolders.TryGetValue(Seat, out var id) ? State.Participants.GetValueOrDefault(id) : null;
        HasFloor = Holder is not null && View.Floor?.Speaker.Participant == Holder.Id;
        Asking = [.. View.OnDeck.Concat(View.Pool).Where(r => Holder is not null && r.Request.IsBy(Holder.Id)).OrderByDescending(r => SeatMarks.Of(r.Request))];
    }
}
