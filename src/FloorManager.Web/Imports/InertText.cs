namespace FloorManager.Web.Imports;

/// <summary>
/// A text in a file of delimited text that a spreadsheet program would take for a formula gets an apostrophe before it, which shows it as it is; reading takes it
/// away again. A text that begins with apostrophes and such a sign gets one more, so that none is lost.
/// </summary>
internal static class InertText
{
    public static string Write(string text) => Begins(text) ? $"'{text}" : text;

    public static string Read(string cell) => cell.StartsWith('\'') && Begins(cell) ? cell[1..] : cell;

    private static bool Begins(string text) => text.AsSpan().TrimStart('\'') is [('=' or '+' or '-' or '@' or '\t' or '\r'), ..];
}
