using System.Buffers;
using System.Text.Unicode;

namespace FloorManager.Web.Imports;

/// <summary>The text of an imported file: UTF-8, with or without a byte order mark.</summary>
public static class FileText
{
    /// <summary>Largest file that is read, in bytes; the register of a hearing of ten thousand takes about two million.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Largest table that is read, in bytes: ten thousand people in the sixty columns of a registration system take nine million. In memory it is four times as much.
    /// </summary>
    public const int MostBytesOfATable = 12 * 1024 * 1024;

    /// <summary>False, and a fault, when there is no text to go on with.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> file, ImportFaults faults, out string text)
    {
        text = "";
        if (file.Length > MostBytes)
        {
            faults.Add(0, "", ImportCodes.FileTooLarge, "", $"{MostBytes / 1024 / 1024}");
            return false;
        }

        if (file.StartsWith("\uFEFF"u8)) file = file[3..];
        var characters = new char[file.Length];
        if (Utf8.ToUtf16(file, characters, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            faults.Add(1 + file[..read].Count((byte)'\n'), "", ImportCodes.NotUtf8);
            return false;
        }

        text = new string(characters, 0, written);
        // Plain letters in UTF-16 without its mark pass for UTF-8, each beside a NUL.
        if (text.AsSpan(0, Math.Min(2, text.Length)).Contains('\0')) faults.Add(1, "", ImportCodes.NotUtf8);
        else if (string.IsNullOrWhiteSpace(text)) faults.Add(0, "", ImportCodes.FileEmpty);
        return !faults.Any;
    }
}
