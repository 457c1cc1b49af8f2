using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PlanSeat = FloorManager.Domain.Seating.Seat;

namespace FloorManager.Web.Screens.Shared;

public sealed partial class SeatMap
{
    private ImmutableDictionary<SeatLabel, PlanSeat>? _plan;
    private PlanFrame _frame = PlanFrame.Of([]);
    private ILookup<ParticipantId, PoolRow> _asking = Array.Empty<PoolRow>().ToLookup(r => r.Request.Participant);
    private SeatLabel? _chosen;

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    /// <summary>The state that the view was cut from: where the seats are and who has them.</summary>
    [Parameter, EditorRequired]
    public required Hearing State { get; set; }

    [Parameter]
    public bool MayRecognise { get; set; }

    /// <summary>What is seen of the plan is the browser's matter alone: seat-map.ts takes these buttons and their keys.</summary>
    private static (string Zoom, string Key, string Icon)[] Zooms { get; } =
        [("In", "+", Icons.Material.Filled.Add), ("Out", "−", Icons.Material.Filled.Remove), ("Whole", "0", Icons.Material.Filled.FitScreen)];

    private string Whole => $"{_frame.Left} {_frame.Top} {_frame.Width} {_frame.Height}";

    private SeatLabel? Chosen => _chosen is { } label && State.Seats.ContainsKey(label) ? label : null;

    private IEnumerable<SeatLook> Looks => _frame.Seats.Select(LookOf);

    /// <summary>Whoever has no seat on the plan must not be forgotten over it.</summary>
    private int Unseated
    {
        get
        {
            var seated = State.SeatHolders.Where(h => State.Seats.ContainsKey(h.Key)).Select(h => h.Value).ToHashSet();
            return View.OnDeck.Concat(View.Pool).Count(r => !r.Request.Doors.Any(d => seated.Contains(d.Participant)));
        }
    }

    protected override void OnParametersSet()
    {
        _asking = View.OnDeck.Concat(View.Pool).SelectMany(r => r.Request.Doors.Select(d => d.Participant).Distinct(), (row, who) => (row, who)).ToLookup(a => a.who, a => a.row);
        if (ReferenceEquals(_plan, State.Seats)) return;
        (_plan, _frame) = (State.Seats, PlanFrame.Of(State.Seats.Values));
    }

    private SeatLook LookOf(PlanSeat seat)
    {
        var holder = State.SeatHolders.TryGetValue(seat.Label, out var id) ? State.Participants.GetValueOrDefault(id) : null;
        var pressing = holder is null ? null : _asking[holder.Id].MaxBy(r => SeatMarks.Of(r.Request));
        var mark = holder is null ? SeatMark.Empty
            : View.Floor?.Speaker.Participant == holder.Id ? SeatMark.Floor
            : pressing is null ? SeatMark.Quiet
            : SeatMarks.Of(pressing.Request);
        var says = mark switch
        {
            SeatMark.Quiet => "",
            SeatMark.Waiting when pressing?.Request.Kind == FloorKind.RightOfReply => Texts.Kind(FloorKind.RightOfReply),
            _ => Texts[$"SeatMap.{mark}"].Value,
        };
        return new(seat, mark, string.Join(", ", new[] { seat.Label.Value, holder?.Delegation ?? "", says }.Where(part => part.Length > 0)), _frame.Pitch, _chosen == seat.Label);
    }

    private void Choose(SeatLabel label) => _chosen = label;

    private void Close() => _chosen = null;
}
