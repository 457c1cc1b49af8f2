using System.Globalization;

namespace FloorManager.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Goal">Null where a number is only to be known.</param>
internal sealed record Row(string What, string Value, string? Goal = null, bool Met = true)
{
    private const string Form = "{0,-12} {1,-62} {2,16}  {3}";

    public static void PrintHead() => Console.WriteLine(Form, "", "", "measured", "goal");

    public void Print(string name) =>
        Console.WriteLine(Form, name, What, Value, Goal is null ? "" : $"{Goal}{(Met ? "" : "   MISSED")}");

    public static Row AtMost(string what, double value, string unit, double goal) => new(what, Text(value, unit), $"≤ {Text(goal, unit)}", value <= goal);

    public static Row AtLeast(string what, double value, string unit, double goal) => new(what, Text(value, unit), $"≥ {Text(goal, unit)}", value >= goal);

    public static Row Known(string what, double value, string unit) => new(what, Text(value, unit));

    private static string Text(double value, string unit) =>
        value.ToString(value >= 100 ? "N0" : value >= 10 ? "N1" : "0.##", CultureInfo.InvariantCulture) + (unit == "×" ? unit : $" {unit}");
}

internal static class Statistics
{
    public static double Median(this IEnumerable<double> values) => values.Percentile(50);

    public static double Percentile(this IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Ceiling(sorted.Length * percent / 100.0) - 1];
    }
}
