using System.Security.Cryptography;
using System.Text;

namespace FloorManager.Web.Access;

/// <summary>
/// The second door of a seat: a code of eight characters that stands on its card beside the QR code, for a device without a camera. Written and typed
/// without the signs that are taken for one another; case, spaces and dashes do not matter.
/// </summary>
/// <param name="folder">Where the key lies by which codes are hashed: with the keys of the sign-in, beside the database and not in it.</param>
public sealed class SeatCode(string folder)
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;

    private const int KeyBytes = 32;

    /// <summary>Forty bits can be tried out by whoever has stolen the database, unless this is missing there. Whoever has it as well can sign any cookie anyway.</summary>
    private readonly Lazy<byte[]> _key = new(() => Key(Path.Combine(folder, "seat-codes.key")));

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is printed: <c>K7QM-42XD</c>.</summary>
    public static string Printed(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>The code that somebody typed; null for what cannot be one.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 4 * Length) return null;
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '‑')).Select(c => char.ToUpperInvariant(c)));
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    public byte[] Hash(string code) => HMACSHA256.HashData(_key.Value, Encoding.ASCII.GetBytes(code));

    /// <summary>Made once; of two programs that make it at once both take the first one's.</summary>
    private static byte[] Key(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var own = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(own, RandomNumberGenerator.GetBytes(KeyBytes));
            try
            {
                File.Move(own, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(own);
            }
        }

        return File.ReadAllBytes(file);
    }
}
