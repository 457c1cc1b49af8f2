namespace FloorManager.Web.Screens.Setup;

/// <summary>Whether whoever sits farthest can read a projected picture: each text of the chamber screen against what its distance asks for.</summary>
/// <param name="Part">Resource key of the text's name.</param>
/// <param name="OfHeight">Height of its capitals or digits in parts of the image height, as the chamber screen has it where names are short.</param>
/// <param name="OfDistance">Least height in parts of the viewer's distance (acuity factor of DISCAS; the 150 rule for names, 50 for digits).</param>
public sealed record Legibility(string Part, double OfHeight, double OfDistance)
{
    public static readonly IReadOnlyList<Legibility> Parts =
    [
        new("Legible.Digits", 0.35, 1 / 50d), new("Legible.Name", 0.08, 1 / 150d), new("Legible.Delegation", 0.067, 1 / 150d), new("Legible.Rest", 0.05, 1 / 200d),
    ];

    /// <summary>Metres, as the height of the picture is.</summary>
    public double Is(double height) => OfHeight * height;

    public double Needs(double distance) => OfDistance * distance;

    public bool Passes(double distance, double height) => Is(height) >= Needs(distance);

    /// <summary>How far the farthest viewer may sit from a picture of this height for all of it to be read.</summary>
    public static double Farthest(double height) => Parts.Min(p => p.Is(height) / p.OfDistance);
}
