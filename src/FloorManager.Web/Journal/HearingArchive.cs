using FloorManager.Domain.Hearings;
using FloorManager.Web.Live;

namespace FloorManager.Web.Journal;

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
            var check = await ChainCheck.Run(hearing, Checked(ArchiveFile.ReadRows(file, manifest, stop)));
            if (check.Break is { } wrong) throw new ArchiveRefusedException(ArchiveFault.Broken, chain: wrong);
            if (check.Entries != manifest.Entries) throw new ArchiveRefusedException(ArchiveFault.OtherCount);
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
        catch (JournalUnavailableException)
        {
            return new(hearing, null, ArchiveFault.NotSaved);
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
