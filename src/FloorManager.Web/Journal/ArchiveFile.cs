using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using FloorManager.Domain.Programme;
using FloorManager.Web.Imports;
using FloorManager.Web.Live;

namespace FloorManager.Web.Journal;

/// <summary>An archive is refused as a whole.</summary>
/// <param name="where">Line of the journal in it, where one is at fault; else 0.</param>
/// <param name="chain">What is wrong with its chain.</param>
internal sealed class ArchiveRefusedException(ArchiveFault fault, long where = 0, ChainBreak? chain = null) : Exception($"The archive is refused: {fault}.")
{
    public ArchiveFault Fault { get; } = fault;

    public long Where { get; } = where;

    public ChainBreak? Chain { get; } = chain;
}

/// <summary>What an archive says of itself.</summary>
/// <param name="Version">Of the hearing: that of its last entry.</param>
/// <param name="Head">Hash of the last entry, in hexadecimal.</param>
public sealed record ArchiveManifest(string Format, string Hearing, long Version, long Entries, string Head);

/// <summary>
/// A hearing in one file: a ZIP of <c>journal.jsonl</c>, an entry a line as it is stored, and <c>manifest.json</c>. Two archives of the same journal
/// are the same file. <c>docs/archive.md</c> tells the format to others.
/// </summary>
internal static class ArchiveFile
{
    public const string Format = "floormanager.archive/1", MediaType = "application/zip";

    /// <summary>Of the file, in bytes: a million entries of a hearing as it goes are less.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    private const long MostUnpacked = 2L * 1024 * 1024 * 1024, MostEntries = 1_000_000;

    /// <summary>Of an entry, in bytes: a register of twenty thousand people is one.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private const int LargestManifest = 4096, LargestDirectory = 1024, EndOfDirectory = 22;

    private const string Manifest = "manifest.json", Journal = "journal.jsonl";

    /// <summary>The earliest that a ZIP can tell. The time of making would make two archives of one journal differ.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private static readonly JsonSerializerOptions Exact = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="Events">The JSON of the events as a text, so that not a space of it changes.</param>
    private sealed record Line(
        long Version, Guid CommandId, long AtUnixMs, string Role, string Actor, string? Seat, string? Origin, Guid? Credential, string Events,
        string? Salt, string? HeadBefore, bool ChainedLater, string Hash);

    /// <summary>Writes row by row. Throws where a row does not follow from the one before: an erasure came in between, and what was written so far is of no use.</summary>
    public static async Task Write(string hearing, IAsyncEnumerable<EntryRow> rows, Stream to, CancellationToken stop)
    {
        // What closes a file in a ZIP writes its last bytes synchronously, which a response refuses.
        await using var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true)).AsStream();
        await using var zip = await ZipArchive.CreateAsync(pipe, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        var (before, version) = ((byte[]?)null, 0L);
        var journal = zip.CreateEntry(Journal, CompressionLevel.Fastest);
        journal.LastWriteTime = NoTime;
        await using (var lines = await journal.OpenAsync(stop))
        {
            await foreach (var row in rows.WithCancellation(stop))
            {
                if (row.Version != version + 1 || row.Hash is null || !row.Hash.AsSpan().SequenceEqual(EntryChain.Link(before, row))) throw new IOException("The journal was changed while it was written to the archive.");
                var line = new Line(row.Version, row.CommandId, row.AtUnixMs, row.Role, row.Actor, row.Seat, row.Origin, row.Credential, row.Events, EntryChain.Text(row.Salt), EntryChain.Text(row.HeadBefore), row.ChainedLater, EntryChain.Text(row.Hash)!);
                await lines.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, Exact), stop);
                await lines.WriteAsync(NewLine, stop);
                (before, version) = (row.Hash, row.Version);
            }
        }

        var manifest = zip.CreateEntry(Manifest, CompressionLevel.NoCompression);
        manifest.LastWriteTime = NoTime;
        await using var text = await manifest.OpenAsync(stop);
        await text.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new ArchiveManifest(Format, hearing, version, version, EntryChain.Text(before)!), Exact), stop);
    }

    /// <param name="file">Can be read more than once; whoever made it may have written anything into it.</param>
    /// <exception cref="ArchiveRefusedException" />
    public static async Task<ArchiveManifest> ReadManifest(Stream file, CancellationToken stop)
    {
        using var zip = await Open(file, stop);
        await using var text = await OpenFile(zip, Manifest, LargestManifest, stop);
        try
        {
            var manifest = await JsonSerializer.DeserializeAsync<JsonElement>(text, Exact, stop);
            if (manifest.ValueKind != JsonValueKind.Object || !manifest.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String) throw new ArchiveRefusedException(ArchiveFault.BadManifest);
            if (format.GetString() != Format) throw new ArchiveRefusedException(ArchiveFault.OtherFormat);
            return manifest.Deserialize<ArchiveManifest>(Exact) is { Entries: > 0 and <= MostEntries, Head.Length: 64 } said && said.Version == said.Entries && HearingDetails.IsShortName(said.Hearing)
                ? said
                : throw new ArchiveRefusedException(ArchiveFault.BadManifest);
        }
        // A text that is no UTF-8 is an invalid operation to the reader of JSON.
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidDataException or EndOfStreamException or ArchiveTooLarge)
        {
            throw new ArchiveRefusedException(ArchiveFault.BadManifest);
        }
    }

    /// <summary>The entries as they stand there; whether they hold together is for <see cref="ChainCheck"/> to say.</summary>
    /// <exception cref="ArchiveRefusedException" />
    public static async IAsyncEnumerable<EntryRow> ReadRows(Stream file, ArchiveManifest manifest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        using var zip = await Open(file, stop);
        await using var text = await OpenFile(zip, Journal, MostUnpacked, stop);
        var reader = PipeReader.Create(text, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        for (var number = 1L; ; number++)
        {
            if (await NextLine(reader, number, stop) is not { } line) yield break;
            if (number > manifest.Entries) throw new ArchiveRefusedException(ArchiveFault.OtherCount);
            yield return Row(manifest.Hearing, line, number);
        }
    }

    private static async Task<byte[]?> NextLine(PipeReader reader, long number, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(stop);
                if (read.Buffer.PositionOf((byte)'\n') is { } end)
                {
                    var line = read.Buffer.Slice(0, end).ToArray();
                    reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                    return line;
                }

                if (read.IsCompleted) return read.Buffer.IsEmpty ? null : throw new ArchiveRefusedException(ArchiveFault.BadLine, number);
                if (read.Buffer.Length > LongestLine) throw new ArchiveRefusedException(ArchiveFault.TooLarge);
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (ArchiveTooLarge)
        {
            throw new ArchiveRefusedException(ArchiveFault.TooLarge);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new ArchiveRefusedException(ArchiveFault.NotAnArchive);
        }
    }

    private static EntryRow Row(string hearing, byte[] text, long number)
    {
        try
        {
            var line = JsonSerializer.Deserialize<Line>(text, Exact)!;
            return new EntryRow
            {
                Hearing = hearing,
                Version = line.Version,
                CommandId = line.CommandId,
                AtUnixMs = line.AtUnixMs,
                Role = line.Role,
                Actor = line.Actor,
                Seat = line.Seat,
                Origin = line.Origin,
                Credential = line.Credential,
                Events = line.Events,
                Salt = Bytes(line.Salt),
                HeadBefore = Bytes(line.HeadBefore),
                ChainedLater = line.ChainedLater,
                Hash = Bytes(line.Hash),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            throw new ArchiveRefusedException(ArchiveFault.BadLine, number);
        }
    }

    private static byte[]? Bytes(string? text) => text is null ? null : text.Length == 64 ? Convert.FromHexString(text) : throw new FormatException();

    private static async Task<ZipArchive> Open(Stream file, CancellationToken stop)
    {
        if (file.Length > MostBytes) throw new ArchiveRefusedException(ArchiveFault.TooLarge);
        await FewFiles(file, stop);
        try
        {
            file.Position = 0;
            var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop);
            if (zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal).SequenceEqual([Journal, Manifest])) return zip;
            zip.Dispose();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new ArchiveRefusedException(ArchiveFault.NotAnArchive);
        }

        throw new ArchiveRefusedException(ArchiveFault.ForeignFile);
    }

    private static async Task<Stream> OpenFile(ZipArchive zip, string name, long most, CancellationToken stop)
    {
        try
        {
            return new CountedStream(await zip.GetEntry(name)!.OpenAsync(stop), new UnpackBudget(most));
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new ArchiveRefusedException(ArchiveFault.NotAnArchive);
        }
    }

    /// <summary>Looks at the end of the file alone. To open a ZIP is to read the list of its files, and that of a million names takes the memory that was to be saved.</summary>
    private static async Task FewFiles(Stream file, CancellationToken stop)
    {
        var end = new byte[EndOfDirectory];
        if (file.Length < end.Length) throw new ArchiveRefusedException(ArchiveFault.NotAnArchive);
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, stop);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054b50) throw new ArchiveRefusedException(ArchiveFault.NotAnArchive);
        var directory = file.Length - end.Length - BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (directory is < 0 or > LargestDirectory) throw new ArchiveRefusedException(directory < 0 ? ArchiveFault.NotAnArchive : ArchiveFault.ForeignFile);
    }
}
