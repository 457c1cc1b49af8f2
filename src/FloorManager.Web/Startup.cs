using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Imports;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web;

/// <summary>What happens before the first request: the database is brought up to date, the hearings are opened, a new database gets the sample.</summary>
public static class Startup
{
    private const string SampleHearing = "gcm-2017";

    /// <summary>False when the database cannot be used; the reason stands on standard error. A damaged database is never replaced by an empty one.</summary>
    public static Task<bool> Prepare(WebApplication app, string data) => Guard(data, async () =>
    {
        await Upgrade(app, data);
        await app.Services.GetRequiredService<HearingJournal>().Clean();
        var hearings = app.Services.GetRequiredService<Hearings>();
        await hearings.OpenAll();
        await SeedSample(hearings);
    });

    /// <summary>For a command that looks at the journal as it is, perhaps because it can no longer be read: nothing is opened, and nothing seeded.</summary>
    public static Task<bool> PrepareJournal(WebApplication app, string data) => Guard(data, () => Upgrade(app, data));

    private static async Task Upgrade(WebApplication app, string data)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync();
        await JournalUpgrade.Run(db, data);
    }

    private static async Task<bool> Guard(string data, Func<Task> prepare)
    {
        try
        {
            await prepare();
            return true;
        }
        catch (Exception e) when (e is Microsoft.Data.Sqlite.SqliteException or System.Text.Json.JsonException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"FloorManager did not start: the database in {data} cannot be used ({e.Message}). It was left as it is; put a backup in its place or choose another folder with --data.");
            return false;
        }
    }

    /// <summary>
    /// A new database gets the sample. Each of its commands is one version, so that a program killed while it seeded goes on where it was; and its
    /// id is always the same, so that two programs that start on one new folder, such as a server and <c>token</c>, do it once.
    /// </summary>
    private static async Task SeedSample(Hearings hearings)
    {
        if (hearings.All.Any(h => h.Name != SampleHearing)) return;
        var begun = (await hearings.Find(SampleHearing))?.State ?? Hearing.Empty;
        if (!begun.Participants.IsEmpty) return; // They come last: the sample is whole, and its files need not be read.
        var folder = Path.Combine(AppContext.BaseDirectory, "Sample", SampleHearing);
        var sample = HearingFolder.Read(folder);
        if (!sample.Succeeded) throw new IOException($"the sample in {folder} is not right: {sample.Faults[0]}");
        foreach (var (number, command) in sample.Value.Commands.Index().Skip((int)Math.Min(begun.Version, int.MaxValue)))
        {
            var id = new CommandId(new Guid(number + 1, 0, 0, new byte[8]));
            if (await hearings.Submit(SampleHearing, Grant.System(SampleHearing), id, command) is not Answer.Done)
                throw new IOException($"the sample could not be set up at {command.GetType().Name}");
        }
    }

    /// <summary>Prints a sign-in link for each role, unless <c>--links false</c>. They hold until the next start, and for good once somebody used them.</summary>
    public static async Task PrintLinks(WebApplication app)
    {
        if (!app.Configuration.GetValue("links", true)) return;
        var credentials = app.Services.GetRequiredService<Credentials>();
        await credentials.ForgetUnused();
        var address = app.Urls.FirstOrDefault(u => u.StartsWith("http", StringComparison.Ordinal))?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        Console.WriteLine();
        // Whoever opens it chooses the password; there is none before.
        if (await app.Services.GetRequiredService<Accounts>().FirstAdministrator() is { } first) Console.WriteLine($"  {"first administrator"} {address}/join#{first}");
        Console.WriteLine($"  {"setup",-10} {address}/enter#{await credentials.Issue(Grant.Everywhere, Role.Secretariat, forOneStart: true)}");
        foreach (var session in app.Services.GetRequiredService<Hearings>().All.Where(h => !h.State.IsArchived))
        {
            var seat = session.State.SeatHolders.OrderBy(s => s.Key.Value, StringComparer.Ordinal).Select(s => (SeatLabel?)s.Key).FirstOrDefault();
            Console.WriteLine();
            Console.WriteLine($"{session.State.Details?.Title}");
            foreach (var (name, role, label) in new[] { ("chair", Role.Chair, null), ("desk", Role.Secretariat, null), ("screens", Role.Display, null), ($"seat {seat}", Role.Seat, seat) })
            {
                if (role == Role.Seat && label is null) continue;
                Console.WriteLine($"  {name,-10} {address}/enter#{await credentials.Issue(session.Name, role, label, forOneStart: true)}");
            }
        }

        Console.WriteLine();
    }
}
