using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Journal;

/// <summary>
/// Brings the database to the form that this version of the program knows. EF Core keeps two programs from doing so at once by a row in the
/// database, which one that is killed meanwhile leaves behind, and the next waits for it for ever. A lock on a file goes with its process.
/// </summary>
internal static class JournalUpgrade
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    public static async Task Run(JournalDbContext db, string data)
    {
        var file = Path.Combine(data, JournalSetup.FileName);
        // Asked first of all: opening a file of no bytes makes a database of it.
        if (!IsCutOff(file) && !(await db.Database.GetPendingMigrationsAsync()).Any()) return;
        await using var alone = await Alone(Path.Combine(data, "floormanager.lock"));
        // Nobody is making it at this moment, and what stood in it is not to be replaced by an empty hearing.
        if (IsCutOff(file)) throw new IOException("it is empty");
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        await db.Database.MigrateAsync();
    }

    private static bool IsCutOff(string file) => new FileInfo(file) is { Exists: true, Length: 0 };

    private static async Task<FileStream> Alone(string file)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(began) < LongestWait)
            {
                await Task.Delay(BetweenTries, TimeProvider.System);
            }
        }
    }
}
