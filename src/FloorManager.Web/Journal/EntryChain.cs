using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FloorManager.Web.Journal;

/// <summary>
/// The hashes by which each entry of a hearing holds on to the one before. A link is SHA-256 over the link before – 32 zero bytes for the first – and
/// the fields of the row in the order of <see cref="Link"/>: each as its length in bytes (four bytes, the highest first) and its text in UTF-8, and
/// <c>ff ff ff ff</c> alone for a field that has no value, so that no two rows read the same. Numbers are decimal, ids are UUIDs in small
/// letters, bytes are hexadecimal in small letters, the mark of a later chain is <c>1</c> or <c>0</c>. <c>docs/archive.md</c> tells it to others.
/// </summary>
public static class EntryChain
{
    private const int Size = 32;

    private static readonly byte[] Nothing = new byte[Size];

    /// <param name="before">The link of the entry before; null for the first, and after an entry that has none.</param>
    public static byte[] Link(byte[]? before, EntryRow row)
    {
        var bytes = new ArrayBufferWriter<byte>(512 + row.Events.Length);
        bytes.Write(before ?? Nothing);
        string?[] fields =
        [
            "floormanager.entry/1", row.Hearing, row.Version.ToString(CultureInfo.InvariantCulture), row.CommandId.ToString("D"), row.AtUnixMs.ToString(CultureInfo.InvariantCulture),
            row.Role, row.Actor, row.Seat, row.Origin, row.Credential?.ToString("D"), row.Events, Text(row.Salt), Text(row.HeadBefore), row.ChainedLater ? "1" : "0",
        ];
        foreach (var field in fields)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), field is null ? -1 : Encoding.UTF8.GetByteCount(field));
            bytes.Advance(4);
            if (field is not null) Encoding.UTF8.GetBytes(field, bytes);
        }

        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>Links new rows to what they are appended to.</summary>
    internal static IEnumerable<EntryRow> Chain(byte[]? before, IEnumerable<EntryRow> rows, Func<EntryRow, bool> erases)
    {
        foreach (var row in rows)
        {
            row.Salt = NewSalt();
            if (erases(row)) row.HeadBefore = before;
            row.Hash = before = Link(before, row);
            yield return row;
        }
    }

    internal static byte[] NewSalt() => RandomNumberGenerator.GetBytes(Size);

    /// <summary>A hash as people read it: 64 hexadecimal digits in small letters.</summary>
    internal static string? Text(byte[]? hash) => hash is null ? null : Convert.ToHexStringLower(hash);
}
