using System.Security.Cryptography;
using System.Text;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace FloorManager.Web.Access;

/// <summary>
/// Codes of six digits by time (RFC 6238), as every authenticator makes them: SHA-1, thirty seconds, one step early or late. Each is taken once. Whoever loses the
/// device has recovery codes, each good once as well.
/// </summary>
public sealed partial class SecondFactor(IDataProtectionProvider protection, SteadyClock clock, ILogger<SecondFactor> log)
{
    private const int KeyBytes = 20;
    private const int Recoveries = 10;

    /// <summary>A hundred and twenty bits, so that their hash needs neither salt nor stretching.</summary>
    private const int RecoveryLength = 24;

    /// <summary>Without letters and digits that are mistaken for each other.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly IDataProtector _keys = protection.CreateProtector("second factor");

    /// <summary>Base 32, as it is typed into an authenticator.</summary>
    public static string NewKey() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What the QR code says.</summary>
    public static string Address(string name, string key) => new OtpUri(OtpType.Totp, key, name, "FloorManager").ToString();

    /// <summary>Whether a key that is not anybody's yet makes this code now.</summary>
    public bool Makes(string key, string code, out long step) => new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.UtcNow.UtcDateTime, Digits(code), out step, new VerificationWindow(previous: 1, future: 1));

    /// <summary>Gives the account its key and the recovery codes that its owner writes down; they can be read here and never again.</summary>
    public string[] Begin(Account account, string key, long step)
    {
        account.SecondFactorKey = _keys.Protect(Encoding.ASCII.GetBytes(key));
        account.SecondFactorStep = step;
        return Renew(account);
    }

    /// <summary>Other recovery codes, for whoever has lost or used them; the old ones are good for nothing.</summary>
    public static string[] Renew(Account account)
    {
        string[] codes = [.. Enumerable.Range(0, Recoveries).Select(_ => RandomNumberGenerator.GetString(Letters, RecoveryLength))];
        account.RecoveryHashes = string.Join(' ', codes.Select(Hash));
        return codes;
    }

    public static void End(Account account) => (account.SecondFactorKey, account.SecondFactorStep, account.RecoveryHashes) = (null, 0, "");

    /// <summary>Takes a code, of the device or for recovery; the account is changed by it and has to be stored.</summary>
    public bool Takes(Account account, string code)
    {
        if (account.SecondFactorKey is null) return false;
        if (Key(account.SecondFactorKey) is { } key && Makes(key, code, out var step))
        {
            if (step <= account.SecondFactorStep) return false;
            account.SecondFactorStep = step;
            return true;
        }

        var hash = Hash(new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));
        var left = account.RecoveryHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!left.Contains(hash)) return false;
        account.RecoveryHashes = string.Join(' ', left.Where(h => h != hash));
        return true;
    }

    /// <summary>Null where the folder of keys is not the one it was protected by, as after a restore of the database alone: a recovery code still opens.</summary>
    private string? Key(byte[] guarded)
    {
        try
        {
            return Encoding.ASCII.GetString(_keys.Unprotect(guarded));
        }
        catch (CryptographicException e)
        {
            LogNoKey(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "A second factor cannot be read: the folder “keys” beside the database is not the one it was made with. Recovery codes are still good.")]
    private partial void LogNoKey(Exception e);

    private static string Digits(string typed) => new([.. typed.Where(char.IsAsciiDigit)]);

    private static string Hash(string code) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}
