using System.Collections.Immutable;

namespace FloorManager.Domain.Seating;

/// <summary>How the seats of a drawn plan stand: in straight rows, in straight rows with an aisle in the middle, or in arcs around the podium.</summary>
public enum SeatPlanShape { Rows, Blocks, Arcs }

/// <summary>
/// Draws a seat plan from a few numbers, for a chamber that nobody has measured. Rows are lettered from the podium, seats are numbered from the left as the
/// podium sees them: <c>A-1</c> is at the left of the first row.
/// </summary>
public static class SeatPlans
{
    public const int MostRows = 40, MostInARow = 60;

    private const int SeatWidth = 70, RowDepth = 110, FirstRow = 300, Aisle = 160, FirstRadius = 600;

    /// <summary>No arc goes further round the podium than this to either side.</summary>
    private const double Widest = 75 * Math.PI / 180;

    /// <param name="rows">1 to 40.</param>
    /// <param name="inARow">1 to 60.</param>
    /// <exception cref="ArgumentOutOfRangeException">More or fewer than that.</exception>
    public static ImmutableArray<Seat> Draw(SeatPlanShape shape, int rows, int inARow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MostRows);
        ArgumentOutOfRangeException.ThrowIfLessThan(inARow, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inARow, MostInARow);
        return
        [
            .. Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, inARow).Select(seat =>
            {
                var (x, y) = shape == SeatPlanShape.Arcs ? OnArc(row, seat, inARow) : InRow(row, seat, inARow, shape == SeatPlanShape.Blocks ? Aisle : 0);
                return new Seat(new($"{Letters(row)}-{seat + 1}"), row + 1, x, y);
            })),
        ];
    }

    private static (int X, int Y) InRow(int row, int seat, int inARow, int aisle)
    {
        var left = -(((inARow - 1) * SeatWidth) + aisle) / 2.0;
        return ((int)Math.Round(left + (seat * SeatWidth) + (seat >= (inARow + 1) / 2 ? aisle : 0)), FirstRow + (row * RowDepth));
    }

    /// <summary>As far apart as in a row, or closer where the arc has no room for that many.</summary>
    private static (int X, int Y) OnArc(int row, int seat, int inARow)
    {
        var radius = FirstRadius + (row * RowDepth);
        var apart = inARow == 1 ? 0 : Math.Min((double)SeatWidth / radius, 2 * Widest / (inARow - 1));
        var angle = (seat - ((inARow - 1) / 2.0)) * apart;
        return ((int)Math.Round(radius * Math.Sin(angle)), (int)Math.Round(radius * Math.Cos(angle)));
    }

    /// <summary>A to Z, then AA to AN.</summary>
    private static string Letters(int row) => row < 26 ? $"{(char)('A' + row)}" : $"A{(char)('A' + row - 26)}";
}
