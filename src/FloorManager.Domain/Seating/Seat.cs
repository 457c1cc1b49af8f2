namespace FloorManager.Domain.Seating;

/// <summary>A place in the chamber. A plan with an empty, too long or repeated label is refused.</summary>
/// <param name="Label">As printed on the desk, 1 to 16 characters.</param>
/// <param name="Row">Row, counted from the podium.</param>
/// <param name="X">Centimetres to the right of the chamber's middle line, seen from the podium.</param>
/// <param name="Y">Centimetres away from the podium.</param>
public sealed record Seat(SeatLabel Label, int Row, int X, int Y);

/// <summary>The label printed on the seat's desk, such as <c>A-12</c>; compared as printed.</summary>
public readonly record struct SeatLabel(string Value)
{
    public override string ToString() => Value;
}
