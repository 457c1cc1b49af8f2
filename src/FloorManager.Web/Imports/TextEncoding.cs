using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace FloorManager.Web.Imports;

/// <summary>The encodings in which registration systems write their tables, and which of them a file is in.</summary>
public static class TextEncoding
{
    // Enough letters to tell an alphabet by, and quick for any file.
    private const int Looked = 256 * 1024;

    /// <summary>What may be chosen by hand.</summary>
    public static readonly string[] Names = ["utf-8", "utf-16", "utf-16BE", "windows-1252", "windows-1256", "GB18030"];

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Refuses bytes that are none of its characters instead of putting question marks into names.</summary>
    internal static Encoding Named(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    internal static string Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("\uFEFF"u8)) return "utf-8";
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return "utf-16";
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "utf-16BE";
        // A separator or a line break beside a NUL: no text of single bytes holds one.
        if (file.Length > 1 && file[1] == 0) return "utf-16";
        if (file.Length > 1 && file[0] == 0) return "utf-16BE";
        return Utf8.IsValid(file) ? "utf-8" : Guess(file[..Math.Min(file.Length, Looked)]);
    }

    private static string Guess(ReadOnlySpan<byte> file)
    {
        // The separators and digits of a table say nothing about its alphabet.
        var found = CharsetDetector.DetectFromBytes(file.ToArray()).Detected?.EncodingName?.ToUpperInvariant() ?? "";
        return found.StartsWith("GB", StringComparison.Ordinal) || found.StartsWith("HZ", StringComparison.Ordinal) ? "GB18030"
            : found is "WINDOWS-1256" or "ISO-8859-6" ? "windows-1256"
            : "windows-1252";
    }
}
