namespace FloorManager.Web.Logs;

/// <summary>
/// Whoever asks for more of the log gets more of ours. The framework's own lines tell at Information and Debug what visitors sent – addresses with their query, arguments
/// of hub methods with what was typed, values of a database command – and stay at Warning, unless a setting names one of its categories exactly.
/// </summary>
public static class QuietLogs
{
    private static readonly string[] Talkative =
        ["Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.HttpLogging", "Microsoft.EntityFrameworkCore", "Microsoft.IdentityModel", "System.Net.Http"];

    public static void AddQuietLogs(this ILoggingBuilder logging)
    {
        foreach (var category in Talkative) logging.AddFilter(category, LogLevel.Warning);
    }
}
