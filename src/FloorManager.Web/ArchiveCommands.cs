using System.Globalization;
using FloorManager.Web.Journal;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web;

/// <summary>
/// <c>verify</c>, <c>archive</c> and <c>restore</c>, beside a server that runs or without one. They go by the journal alone and open no hearing, so that one
/// that can no longer be read is still told about.
/// </summary>
public static class ArchiveCommands
{
    public static Func<IServiceProvider, IConfiguration, Task<int>>? Named(string? command) => command switch
    {
        "verify" => Verify,
        "archive" => Archive,
        "restore" => Restore,
        _ => null,
    };

    /// <summary>A line a hearing, and what its reader has to know; 1 where one is broken, or a head that was noted is not found.</summary>
    private static async Task<int> Verify(IServiceProvider services, IConfiguration options)
    {
        var (journal, texts) = (services.GetRequiredService<HearingJournal>(), Texts(services));
        var (named, noted) = (options["hearing"], options["head"]);
        if (noted is not null && named is null) return await Refuse("A head is one of a hearing. Name it with --hearing.");
        var all = await journal.AllNames();
        if (named is not null && !all.Contains(named)) return await Refuse($"There is no hearing “{named}” in this database.");
        var code = 0;
        foreach (var hearing in named is null ? all : [named])
        {
            var check = await journal.Verify(hearing, noted);
            Console.WriteLine(texts.Verified(check));
            foreach (var note in texts.Notes(check)) Console.WriteLine($"  {note}");
            if (noted is not null) Console.WriteLine($"  {(check.NotedAt is { } at ? texts["Archive.NotedAt", at] : check.NotedBefore is { } before ? texts["Archive.NotedBefore", before] : texts["Archive.NotedNowhere"])}");
            if (!check.IsUnbroken || (noted is not null && check is { NotedAt: null, NotedBefore: null })) code = 1;
        }

        return code;
    }

    private static async Task<int> Archive(IServiceProvider services, IConfiguration options)
    {
        var (texts, hearing, file) = (Texts(services), options["hearing"] ?? "", options["out"] ?? "");
        if (!(await services.GetRequiredService<HearingJournal>().AllNames()).Contains(hearing)) return await Refuse($"There is no hearing “{hearing}” in this database. Name one with --hearing.");
        if (file.Length == 0) return await Refuse("Name the file that is to be written with --out.");
        if (File.Exists(file)) return await Refuse($"The file “{file}” is there already.");
        var (check, write) = await services.GetRequiredService<HearingArchive>().Export(hearing);
        Console.WriteLine(texts.Verified(check));
        if (write is null) return 1;
        // It gets its name when it is whole.
        var begun = file + ".part";
        try
        {
            await using (var to = new FileStream(begun, FileMode.Create, FileAccess.Write)) await write(to, CancellationToken.None);
            File.Move(begun, file);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (e is IOException) File.Delete(begun);
            await Console.Error.WriteLineAsync($"The archive was not written: {e.Message}");
            return 1;
        }
    }

    private static async Task<int> Restore(IServiceProvider services, IConfiguration options)
    {
        var (texts, file) = (Texts(services), options["file"] ?? "");
        if (!File.Exists(file)) return await Refuse($"There is no file “{file}”. Name the archive with --file.");
        try
        {
            await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            var restoring = await services.GetRequiredService<HearingArchive>().Restore(from);
            await (restoring.Fault is null ? Console.Out : Console.Error).WriteLineAsync(texts.Restored(restoring));
            return restoring.Fault is null ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Nothing was brought back: {e.Message}");
            return 1;
        }
    }

    /// <summary>Commands speak English, whatever the machine speaks: scripts read them.</summary>
    private static IStringLocalizer<ScreenTexts> Texts(IServiceProvider services)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return services.GetRequiredService<IStringLocalizer<ScreenTexts>>();
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }
}
