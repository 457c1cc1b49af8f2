namespace FloorManager.Web;

/// <summary>Where the database and the keys lie: <c>--data DIR</c>, or <c>FloorManager__Data</c>, or a folder of the user's, never the source tree.</summary>
public static class DataFolder
{
    /// <summary>Null when it cannot be made or written; the reason stands on standard error.</summary>
    public static string? Choose(IConfiguration configuration)
    {
        var folder = configuration["data"] ?? configuration["FloorManager:Data"] ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "FloorManager");
        try
        {
            var made = Make(folder);
            // The database would say no much later, and in other words.
            using (new FileStream(Path.Combine(made, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) return made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"FloorManager did not start: the folder “{folder}” cannot be made or written ({e.Message}) Choose another with --data.");
            return null;
        }
    }

    /// <summary>For a command that is about what is there: a slip in the folder's name would make another database. The reason stands on standard error.</summary>
    public static bool HasDatabase(string folder)
    {
        if (File.Exists(Path.Combine(folder, Journal.JournalSetup.FileName))) return true;
        Console.Error.WriteLine($"There is no database in “{folder}”. Name the server's folder with --data.");
        return false;
    }

    // The keys that sign cookies lie here too: a new folder is its owner's alone.
    private static string Make(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder).FullName
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
