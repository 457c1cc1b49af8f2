using System.Collections.Immutable;
using PlanSeat = FloorManager.Domain.Seating.Seat;

namespace FloorManager.Web.Screens.Shared;

/// <summary>
/// A seat plan as it is drawn, in centimetres: the podium at the lower edge and the chamber above it, as the chair sees it, so that right is right
/// in every language. The drawing's y grows downwards.
/// </summary>
/// <param name="Seats">By row, and in a row from left to right: the order in which they are read out.</param>
/// <param name="Pitch">The way from one seat to the next; a seat is drawn as large as leaves its neighbours alone.</param>
public sealed record PlanFrame(ImmutableArray<PlanSeat> Seats, int Pitch, int Left, int Top, int Width, int Height)
{
    private const int Margin = 80;

    /// <summary>For the podium and its name.</summary>
    private const int BelowPodium = 180;

    public static PlanFrame Of(IEnumerable<PlanSeat> plan)
    {
        ImmutableArray<PlanSeat> seats = [.. plan.OrderBy(s => s.Row).ThenBy(s => s.X).ThenBy(s => s.Y).ThenBy(s => s.Label.Value, StringComparer.Ordinal)];
        if (seats.IsEmpty) return new(seats, 0, 0, 0, 0, 0);
        // The podium is in the middle, wherever the seats are.
        var (left, right) = (Math.Min(seats.Min(s => s.X), -100) - Margin, Math.Max(seats.Max(s => s.X), 100) + Margin);
        var (top, bottom) = (Math.Min(-seats.Max(s => s.Y), 0) - Margin, Math.Max(-seats.Min(s => s.Y) + Margin, BelowPodium));
        return new(seats, PitchOf(seats), left, top, right - left, bottom - top);
    }

    /// <summary>Two desks that were put at one place by mistake do not make all the others small.</summary>
    private static int PitchOf(ImmutableArray<PlanSeat> seats)
    {
        var nearest = seats.Select(s => seats.Where(o => o != s).Select(o => Math.Sqrt(Square(o.X - s.X) + Square(o.Y - s.Y))).DefaultIfEmpty(Widest).Min()).Order().ToArray();
        return (int)Math.Clamp(nearest[nearest.Length / 10], Narrowest, Widest);
    }

    private const int Narrowest = 30;
    private const int Widest = 120;

    private static double Square(double length) => length * length;
}
