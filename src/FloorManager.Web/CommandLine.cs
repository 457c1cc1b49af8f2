namespace FloorManager.Web;

/// <summary>Tells a command such as <c>token</c>, which stands first, from the options that the configuration reads.</summary>
public static class CommandLine
{
    private const string Usage = """
        FloorManager serves hearings: floor management and speaking time.

          (no command)        serve the hearings of the data folder
          token               print a token for scripts, beside a server that runs or without one
          administrator       print a link by which one more administrator joins, where none gets in any more
          rehearse            play a day of a hearing on the server that runs, in a hearing of its own
          verify              say of each hearing, or of one, whether its journal is as it was written; exit code 1 where it is not
          archive             write a hearing's whole journal into one file
          restore             bring a hearing back from such a file, bit for bit
          health [URL]        ask a server whether it is ready; http://localhost:8080/health/ready without URL

          --data DIR          where the database lies; FloorManager in your local application data without it
          --urls URLS         where to listen, such as "http://localhost:5080;http://[::1]:5080"; http://localhost:5080 without it
          --links false       print no sign-in links
          --hearing NAME      token, rehearse, verify, archive: the hearing's short name
          --role ROLE         token: administrator, chair, secretariat, moderator, display or seat:LABEL
          --speed N           rehearse: how many times as fast, 1 to 36; 30 without it
          --seed N            rehearse: another day for each number; 1 without it
          --server URL        rehearse: where the server answers; http://localhost:5080 without it
          --head HASH         verify: a head that was noted earlier, to be looked for
          --out FILE          archive: a file that is not there yet
          --file FILE         restore: the archive
          --help              print this

        Settings of ASP.NET Core are options too: --Logging:LogLevel:Default Debug
        """;

    private static readonly string[] Commands = ["token", "administrator", "rehearse", "verify", "archive", "restore", "health"];

    /// <summary>Ours, and those of the framework's settings that have no colon in their name: it sets some of them itself where tests or tools start the program.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "data", "urls", "links", "hearing", "role", "speed", "seed", "server", "head", "out", "file",
        "environment", "contentRoot", "webRoot", "applicationName", "http_ports", "https_ports", "https_port", "allowedHosts", "detailedErrors", "captureStartupErrors",
        "preferHostingUrls", "shutdownTimeoutSeconds", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup", "suppressStatusMessages", "staticWebAssets",
    };

    public static (string? Command, string[] Options) Split(string[] args) =>
        args is [var first, .. var rest] && !first.StartsWith('-') ? (first, rest) : (null, args);

    /// <summary>The exit code where there is nothing to start: help was asked for, or something is not known. A slip is not run over, or it starts on the wrong folder.</summary>
    public static int? Answer(string? command, string[] options)
    {
        if (command == "help" || options.Any(o => o is "--help" or "-h" or "-?"))
        {
            Console.WriteLine(Usage);
            return 0;
        }

        var wrong = command is not null && !Commands.Contains(command) ? $"“{command}” is no command." : command == "health" ? null : Wrong(options);
        if (wrong is null) return null;
        Console.Error.WriteLine($"{wrong} --help lists what there is.");
        return 2;
    }

    private static string? Wrong(string[] options)
    {
        for (var i = 0; i < options.Length; i++)
        {
            if (!options[i].StartsWith('-')) return $"“{options[i]}” is no option.";
            var (name, value) = options[i].Split('=', 2) is [var key, var given] ? (key, given) : (options[i], null);
            if (value is "") continue; // Sets nothing. Whoever hands a whole configuration on writes its sections so.
            if (!name.StartsWith("--", StringComparison.Ordinal) || (!Known.Contains(name[2..]) && !name.Contains(':', StringComparison.Ordinal))) return $"“{name}” is no option.";
            if (value is null && (++i == options.Length || options[i].StartsWith("--", StringComparison.Ordinal))) return $"{name} needs a value.";
            if (name.Equals("--links", StringComparison.OrdinalIgnoreCase) && !bool.TryParse(value ?? options[i], out _)) return $"{name} takes true or false.";
        }

        return null;
    }

    /// <summary>The program finds its settings beside itself, from whatever folder it is started.</summary>
    public static WebApplicationOptions FromAnywhere(string[] options) => new()
    {
        Args = options,
        ContentRootPath = options.Any(o => o.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
    };
}
