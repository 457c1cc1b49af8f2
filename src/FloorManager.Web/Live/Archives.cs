using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Logs;

namespace FloorManager.Web.Live;

/// <summary>Journals verified, carried away as one file and brought back, for whoever may. An archive tells all that the audit tells, so that it takes the same right.</summary>
public sealed class Archives(HearingJournal journal, HearingArchive archive, Hearings hearings, SecurityLog security)
{
    /// <summary>Of an archive, in bytes.</summary>
    public const long LargestFile = ArchiveFile.MostBytes;

    /// <summary>The head of the chain now, in hexadecimal; null for whoever may not set the hearing up.</summary>
    public async Task<string?> Head(Grant by, string hearing, CancellationToken stop = default) =>
        await May(by, Right.OpenSetUp, hearing, stop) ? (await journal.Head(hearing, stop)).Hash : null;

    /// <summary>Null for whoever may not set the hearing up.</summary>
    /// <param name="progress">Told now and then how many entries were looked at.</param>
    public async Task<JournalCheck?> Verify(Grant by, string hearing, IProgress<long> progress, CancellationToken stop = default) =>
        await May(by, Right.OpenSetUp, hearing, stop) ? await Task.Run(() => journal.Verify(hearing, progress: progress, stop: stop), stop) : null;

    /// <summary>Null for whoever may not read the audit. That it was carried off is logged.</summary>
    /// <returns>What the chain has shown; and where it is unbroken, what writes the file.</returns>
    public async Task<(JournalCheck Check, Func<Stream, CancellationToken, Task>? Write)?> Export(Grant by, string hearing, string what, CancellationToken stop = default)
    {
        if (!await May(by, Right.ReadAudit, hearing, stop)) return null;
        var export = await archive.Export(hearing, stop);
        if (export.Write is not null) security.Exported(by, hearing, what);
        return export;
    }

    /// <summary>Null for whoever may bring none back. A hearing that is back is there at once.</summary>
    public async Task<Restoring?> Restore(Grant by, Stream file, CancellationToken stop = default)
    {
        if (!await May(by, Right.RestoreHearings, Grant.Everywhere, stop)) return null;
        var restoring = await Task.Run(() => archive.Restore(file, stop), stop);
        if (restoring is not { Fault: null, Hearing: { } hearing, Check: { } check }) return restoring;
        security.Restored(by, hearing, check.Entries);
        await hearings.Find(hearing, stop);
        return restoring;
    }

    private async ValueTask<bool> May(Grant by, Right right, string hearing, CancellationToken stop) =>
        by.Covers(hearing) && Permissions.Allows(by.Role, right) && await hearings.Stands(by, stop);
}
