using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using PlanSeat = FloorManager.Domain.Seating.Seat;

namespace FloorManager.Web.Screens.Shared;

/// <summary>How a seat stands on the plan. A seat is drawn again only when this is another: there may be five hundred.</summary>
/// <param name="Name">What it is called aloud and when pointed at: label, delegation, what is asked.</param>
/// <param name="Pitch">See <see cref="PlanFrame"/>.</param>
public sealed record SeatLook(PlanSeat Seat, SeatMark Mark, string Name, int Pitch, bool Chosen);

/// <summary>What is marked on a seat, the more pressing the later. Each has its own shape: the colour only helps.</summary>
public enum SeatMark { Empty, Quiet, Aside, Waiting, OnDeck, Order, Floor }

public static class SeatMarks
{
    /// <summary>What the legend explains; a seat without a mark explains itself.</summary>
    public static IReadOnlyList<SeatMark> Explained { get; } = [SeatMark.Waiting, SeatMark.OnDeck, SeatMark.Floor, SeatMark.Aside, SeatMark.Order];

    public static SeatMark Of(FloorRequest request) => request switch
    {
        { State: RequestState.Deferred } => SeatMark.Aside,
        { Kind: FloorKind.PointOfOrder } => SeatMark.Order,
        { State: RequestState.OnDeck } => SeatMark.OnDeck,
        _ => SeatMark.Waiting,
    };

    /// <summary>The outline, 100 from one seat to the next, around the middle: a dot, a small square, a ring, a disc, a diamond, a triangle, a disc in a ring.</summary>
    public static string Outline(this SeatMark mark) => mark switch
    {
        SeatMark.Empty => Disc(9),
        SeatMark.Quiet => "M-22-22H22V22H-22Z",
        SeatMark.Aside => Disc(42) + Disc(27),
        SeatMark.Waiting => Disc(42),
        SeatMark.OnDeck => "M0-56 56 0 0 56-56 0Z",
        SeatMark.Order => "M0-56 54 40H-54Z",
        _ => Disc(58) + Disc(47) + Disc(36),
    };

    private static string Disc(int radius) => $"M{-radius} 0a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0Z";
}
