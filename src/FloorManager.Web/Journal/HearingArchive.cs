using FloorManager.Domain.Hearings;

namespace FloorManager.Web.Journal;

/// <summary>What has become of an archive that was to be brought back.</summary>
/// <param name="Hearing">Its name, as far as the archive could be read.</param>
/// <param name="Fault">Null where the hearing is there now. Else nothing of it is.</param>
/// <param name="Where">Line at fault, from 1; 0 where it is none.</param>
public sealed record Restoring(string? Hearing, JournalCheck? Check = null, ArchiveFault? Fault = null, long Where = 0, ChainBreak? Break = null);

/// <summary>Hearings out of this server's journal into a file, and from a file into the journal: all of one, bit for bit, or nothing.</summary>
public sealed class HearingArchive(HearingJournal journal)
{
    /// <summary>Holds the journal against its chain first: what is not as it was written is not given out as if it were.</summary>
    /// <returns>What that has shown, and where it is unbroken what writes the file.</returns>
    public async Task<(JournalCheck Check, Func<Stream, CancellationToken, Task>? Write)> Export(string hearing, CancellationToken stop = default)
    {
        var check = await journal.Verify(hearing, stop: stop);
        return (check, check.IsUnbroken ? (to, stopping) => ArchiveFile.Write(hearing, journal.Chained(hearing, check.Entries, stopping), to, stopping) : null);
    }

    /// <summary>Reads the file twice: once to look at all of it, and once to write it in one transaction.</summary>
    /// <param name="file">Whoever made it may have written anything into it. It is not changed meanwhile.</param>
    public async Task<Restoring> Restore(Stream file, CancellationToken stop = default)
    {
        string? hearing = null;
        try
        {
            var manifest = await ArchiveFile.ReadManifest(file, stop);
            hearing = manifest.Hearing;
            if ((await journal.Head(hearing, stop)).Version > 0) throw new ArchiveRefusedException(ArchiveFault.Taken);
            var check = await JournalCheck.Run(hearing, Checked(ArchiveFile.ReadRows(file, manifest, stop)));
            if (check.Break is { } wrong) throw new ArchiveRefusedException(ArchiveFault.Broken, chain: wrong);
            if (check.Entries != manifest.Entries) throw new ArchiveRefusedException(ArchiveFault.Fewer);
            if (check.Head != manifest.Head) throw new ArchiveRefusedException(ArchiveFault.OtherHead);
            await journal.Insert(hearing, ArchiveFile.ReadRows(file, manifest, stop), stop);
            return new(hearing, check);

            async IAsyncEnumerable<EntryRow> Checked(IAsyncEnumerable<EntryRow> rows)
            {
                await foreach (var row in rows)
                {
                    yield return row; // Looked at by the check, which goes on where it can be read.
                    if (!KeepsItsName(row)) throw new ArchiveRefusedException(ArchiveFault.OtherHearing, row.Version);
                }
            }
        }
        catch (ArchiveRefusedException e)
        {
            return new(hearing, null, e.Fault, e.Where, e.Chain);
        }
    }

    /// <summary>Who may watch and act goes by the name in the hearing's details; it is the one in addresses, from the first event on.</summary>
    private static bool KeepsItsName(EntryRow row)
    {
        if (row.Version > 1 && !row.Events.Contains("ShortName", StringComparison.OrdinalIgnoreCase)) return true;
        var events = EventNames.Read(row.Events);
        return (row.Version > 1 || events is [HearingEvent.HearingSetUp, ..])
            && events.All(e => e switch
            {
                HearingEvent.HearingSetUp { Details.ShortName: var name } => name == row.Hearing,
                HearingEvent.HearingChanged { Details.ShortName: var name } => name == row.Hearing,
                _ => true,
            });
    }
}
