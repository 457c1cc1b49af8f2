using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace FloorManager.Web.Access;

/// <summary>
/// Length, and not to be a password that others have lost already; what characters it has is its owner's matter (NIST SP 800-63B). The list is a file of
/// SHA-1 sums in hexadecimal, sorted, one a line, with or without <c>:count</c> behind, as lists of breached passwords are handed out
/// (<c>FloorManager:BreachedPasswords</c>). It may be as large as a disk: a look is some thirty reads.
/// </summary>
public sealed class PasswordRules(IConfiguration settings) : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    public const string List = "FloorManager:BreachedPasswords";
    private const int SumLength = 40;

    /// <summary>A sum, a count, and room: a file with longer lines is another one.</summary>
    private const int LongestLine = 80;

    /// <summary>Whether a file begins as a list of breached passwords does; what is not known at the start is found out when somebody chooses a password.</summary>
    public static bool IsList(string path)
    {
        try
        {
            using var file = new StreamReader(path);
            return file.ReadLine() is { Length: >= SumLength and <= LongestLine } line && line[..SumLength].All(char.IsAsciiHexDigit);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // As good as none: the start says so.
        }
    }

    /// <summary>What people take who are told to take twelve characters. The rest stands in the file.</summary>
    private static readonly string[] Common =
    [
        "password", "passwort", "motdepasse", "contraseña", "qwertyuiop", "azertyuiop", "qwertzuiop", "1234567890", "abcdefghij", "iloveyou", "letmein", "welcome", "bienvenue", "administrator",
        "administrateur", "changeme", "floormanager", "unitednations", "nationsunies", "secretariat", "interactivehearing", "trustno1", "superman", "football", "baseball", "sunshine", "princess", "dragon", "monkey",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var why = password is null || password.Length < Shortest ? "Password.TooShort"
            : password.Length > Longest ? "Password.TooLong"
            : IsPlain(password, user) ? "Password.TooPlain"
            : IsBreached(password) ? "Password.Breached"
            : null;
        return Task.FromResult(why is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = why, Description = Shortest.ToString(CultureInfo.CurrentCulture) }));
    }

    /// <summary>Made of hardly more than a common word, the owner's name, or one piece again and again.</summary>
    private static bool IsPlain(string password, Account user)
    {
        var plain = password.ToLowerInvariant();
        if (plain.Distinct().Count() < 5) return true;
        foreach (var word in Common.Concat([user.UserName ?? "", .. user.DisplayName.Split(' ')]).Where(w => w.Length > 3).OrderByDescending(w => w.Length))
            plain = plain.Replace(word.ToLowerInvariant(), "", StringComparison.Ordinal);
        return plain.Distinct().Count() < 5 && plain.Length < Shortest - 2;
    }

    private bool IsBreached(string password)
    {
        if (settings[List] is not { Length: > 0 } path) return false;
        // The lists are of SHA-1 sums; nothing of ours is kept by it.
        var sum = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 128);
        var (low, high) = (0L, file.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var (start, line) = LineAt(file, middle);
            var order = line.Length < SumLength ? 1 : string.Compare(line[..SumLength], sum, StringComparison.OrdinalIgnoreCase);
            if (order == 0) return true;
            if (order < 0) low = start + line.Length + 1;
            else high = start;
        }

        return false;
    }

    /// <summary>The line around a place, and where it begins.</summary>
    private static (long Start, string Line) LineAt(FileStream file, long place)
    {
        var start = place;
        while (start > 0 && place - start < LongestLine)
        {
            file.Position = start - 1;
            if (file.ReadByte() == '\n') break;
            start--;
        }

        file.Position = start;
        var line = new StringBuilder(64);
        for (var next = file.ReadByte(); next is not (-1 or '\n'); next = file.ReadByte()) line.Append((char)next);
        return (start, line.ToString());
    }
}
