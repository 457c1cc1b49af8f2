namespace FloorManager.Web;

/// <summary>Tells a command such as <c>token</c>, which stands first, from the options that the configuration reads.</summary>
public static class CommandLine
{
    public static (string? Command, string[] Options) Split(string[] args) =>
        args is [var first, .. var rest] && !first.StartsWith('-') ? (first, rest) : (null, args);

    /// <summary>The program finds its settings beside itself, from whatever folder it is started.</summary>
    public static WebApplicationOptions FromAnywhere(string[] options) => new()
    {
        Args = options,
        ContentRootPath = options.Any(o => o.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
    };
}
