namespace FloorManager.Web.Live;

/// <summary>What is wrong with an entry, in the order in which it is looked for.</summary>
public enum ChainFault
{
    /// <summary>Entries are missing before it; or it stands there twice, or before its turn.</summary>
    OutOfOrder,

    /// <summary>It has no hash: a program that knows of no chain wrote it.</summary>
    NoLink,

    /// <summary>Its hash is not that of what stands there and of the entry before: it was changed, or put there, or the one before it was exchanged.</summary>
    NotAsWritten,

    /// <summary>Its chain is whole, and the program cannot read it.</summary>
    Unreadable,

    /// <summary>It says that an erasure made the chain anew, and is none.</summary>
    NoErasure,
}

/// <summary>The first entry that is not as it was written. What comes after it hangs on it, and says nothing more.</summary>
/// <param name="Expected">The version that should have stood there.</param>
/// <param name="At">Null where the entry cannot be read so far.</param>
/// <param name="Kinds">Stored names of what happened; null where they cannot be read.</param>
public sealed record ChainBreak(ChainFault Fault, long Version, long Expected, DateTimeOffset? At = null, IReadOnlyList<string>? Kinds = null);

/// <summary>An erasure of personal data, the one thing that may make a chain anew.</summary>
/// <param name="HeadBefore">The head of the chain right before it, in hexadecimal.</param>
public sealed record ChainRenewal(long Version, DateTimeOffset At, string HeadBefore);

/// <summary>What holding a hearing's chain against its entries has shown.</summary>
/// <param name="Entries">That were found sound; all of them where nothing is broken.</param>
/// <param name="Head">Hash of the last of these, in hexadecimal; null without one.</param>
/// <param name="ChainedLater">How many are older than the chain, which says nothing of them before the upgrade that made it.</param>
/// <param name="NotedAt">Version whose head was the noted one.</param>
/// <param name="NotedBefore">Version of the erasure before which the head was the noted one.</param>
public sealed record JournalCheck(
    string Hearing, long Entries, string? Head, ChainBreak? Break, long ChainedLater, IReadOnlyList<ChainRenewal> Renewals, long? NotedAt = null, long? NotedBefore = null)
{
    public bool IsUnbroken => Break is null && Entries > 0;
}

/// <summary>Why an archive is not taken.</summary>
public enum ArchiveFault
{
    /// <summary>The file, a line, or what comes out of it is beyond the bounds.</summary>
    TooLarge,

    /// <summary>No ZIP, or one that is cut off or damaged.</summary>
    NotAnArchive,

    /// <summary>Files other than the two.</summary>
    ForeignFile,

    OtherFormat,

    BadManifest,

    BadLine,

    /// <summary>More or fewer entries than the manifest says.</summary>
    OtherCount,

    OtherHead,

    /// <summary>An entry sets up or changes a hearing of another name.</summary>
    OtherHearing,

    /// <summary>The chain of hashes does not hold, or this version of the program cannot read an entry.</summary>
    Broken,

    /// <summary>There is a hearing of that name.</summary>
    Taken,

    /// <summary>A command stands there twice.</summary>
    Twice,

    /// <summary>The journal cannot be written now.</summary>
    NotSaved,
}

/// <summary>What has become of an archive that was to be brought back.</summary>
/// <param name="Hearing">Its name, as far as the archive could be read.</param>
/// <param name="Fault">Null where the hearing is there now. Else nothing of it is.</param>
/// <param name="Where">Line at fault, from 1; 0 where it is none.</param>
public sealed record Restoring(string? Hearing, JournalCheck? Check = null, ArchiveFault? Fault = null, long Where = 0, ChainBreak? Break = null);
