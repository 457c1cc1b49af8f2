using System.Globalization;
using FloorManager.Web.Live;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Resources;

/// <summary>What a check of the journal has shown and what became of an archive, in sentences.</summary>
public static class ArchiveWords
{
    /// <summary>The one sentence: so many entries, which head, unbroken; or the first that is not as it was written.</summary>
    public static string Verified(this IStringLocalizer<ScreenTexts> texts, JournalCheck check) =>
        check.Break is { } wrong ? texts["Archive.Sound", texts.Broken(check.Hearing, wrong), check.Entries]
        : check.Entries == 0 ? texts["Archive.NoEntries", check.Hearing]
        : texts["Archive.Unbroken", check.Hearing, check.Entries, check.Head!];

    /// <summary>What the reader of that sentence has to know besides.</summary>
    public static IEnumerable<string> Notes(this IStringLocalizer<ScreenTexts> texts, JournalCheck check)
    {
        if (check.ChainedLater > 0) yield return texts["Archive.Later", check.ChainedLater];
        foreach (var renewal in check.Renewals) yield return texts["Archive.Renewed", renewal.Version, Utc(renewal.At), renewal.HeadBefore];
    }

    public static string? Restored(this IStringLocalizer<ScreenTexts> texts, Restoring restoring) => restoring.Fault switch
    {
        null => texts["Archive.Restored", texts.Verified(restoring.Check!)],
        ArchiveFault.Broken => texts["Archive.Fault.Broken", texts.Broken(restoring.Hearing!, restoring.Break!)],
        { } fault => texts[$"Archive.Fault.{fault}", restoring.Hearing ?? "", restoring.Where],
    };

    private static string Broken(this IStringLocalizer<ScreenTexts> texts, string hearing, ChainBreak wrong) =>
        texts[$"Archive.Broken.{wrong.Fault}", hearing, wrong.Version, wrong.At is { } at ? Utc(at) : "–", wrong.Kinds is { } kinds ? string.Join(", ", kinds.Select(k => texts[$"Audit.Kind.{k}"].Value)) : "–", wrong.Expected];

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);
}
