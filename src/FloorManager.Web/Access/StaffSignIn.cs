using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace FloorManager.Web.Access;

/// <summary>What a try to sign in came to.</summary>
public abstract record SignInAnswer
{
    public sealed record Done(Guid Account) : SignInAnswer;

    /// <summary>The password was right and a code is wanted; the ticket says so for some minutes.</summary>
    public sealed record NeedsCode(string Ticket) : SignInAnswer;

    /// <summary>One answer for a wrong name, a wrong password, a wrong code and a locked account: whoever guesses learns nothing.</summary>
    public sealed record Refused : SignInAnswer;

    /// <summary>The code came too late after the password.</summary>
    public sealed record TooLate : SignInAnswer;
}

/// <summary>
/// Signs staff in by name and password, and a code where they have a second factor. Wrong tries lock an account for a while; a browser in which its owner has signed in
/// before is counted by itself, so that nobody locks the chair out of the meeting by guessing at their name.
/// </summary>
public sealed class StaffSignIn(IServiceScopeFactory scopes, IDataProtectionProvider protection, SecondFactor second, SteadyClock clock, IPasswordHasher<Account> hasher, SecurityLog security)
{
    private const int WrongOfKnownBrowser = 10;
    private static readonly TimeSpan TimeForCode = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(180);

    private readonly IDataProtector _tickets = protection.CreateProtector("sign-in ticket");
    private readonly IDataProtector _browsers = protection.CreateProtector("known browser");
    private readonly ConcurrentDictionary<Guid, int> _wrongOfBrowser = new();

    /// <summary>Hashed once; compared with where there is no such account, which must take as long.</summary>
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(Nobody, RandomNumberGenerator.GetHexString(32)));

    private static Account Nobody => new() { DisplayName = "", CreatedUnixMs = 0 };

    public async Task<SignInAnswer> Try(string name, string password, string? browser)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        var account = await manager.FindByNameAsync(name.Trim());
        // Longer ones are nobody's, and hashing a megabyte is work.
        var right = password.Length <= PasswordRules.Longest
            && hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _nobodys.Value, password) != PasswordVerificationResult.Failed
            && account?.PasswordHash is not null;
        if (account is null) return Refuse(null, "no such name");
        if (!await Lets(manager, account, browser)) return Refuse(account, "locked");
        if (!right) return await Wrong(manager, account, browser);
        if (account.SecondFactorKey is not null) return new SignInAnswer.NeedsCode(Ticket(account));
        return await Right(manager, account, browser);
    }

    public async Task<SignInAnswer> TryCode(string ticket, string code, string? browser)
    {
        if (Read(ticket) is not { } read || read.Ends <= clock.UnixMs) return new SignInAnswer.TooLate();
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        if (await manager.FindByIdAsync(read.Account.ToString()) is not { } account || account.SecurityStamp != read.Stamp) return new SignInAnswer.TooLate();
        if (!await Lets(manager, account, browser)) return Refuse(account, "locked");
        return second.Takes(account, code) ? await Right(manager, account, browser) : await Wrong(manager, account, browser);
    }

    private async Task<bool> Lets(AccountManager manager, Account account, string? browser) =>
        KnownTo(account, browser) is { } known ? _wrongOfBrowser.GetValueOrDefault(known) < WrongOfKnownBrowser : !await manager.IsLockedOutAsync(account);

    private async Task<SignInAnswer> Wrong(AccountManager manager, Account account, string? browser)
    {
        if (KnownTo(account, browser) is { } known) _wrongOfBrowser.AddOrUpdate(known, 1, (_, wrong) => wrong + 1);
        else await manager.AccessFailedAsync(account);
        return Refuse(account, "wrong");
    }

    private SignInAnswer.Refused Refuse(Account? account, string why)
    {
        security.StaffCame(account?.Id, why);
        return new SignInAnswer.Refused();
    }

    private async Task<SignInAnswer> Right(AccountManager manager, Account account, string? browser)
    {
        if (KnownTo(account, browser) is { } known) _wrongOfBrowser.TryRemove(known, out _);
        account.AccessFailedCount = 0;
        // A code that was taken is stored as taken, or somebody else came with it at the same moment.
        if (!(await manager.UpdateAsync(account)).Succeeded) return Refuse(account, "changed meanwhile");
        security.StaffCame(account.Id, "signed in");
        return new SignInAnswer.Done(account.Id);
    }

    /// <summary>What a browser keeps in which its owner has signed in.</summary>
    public string Known(Guid account) => _browsers.Protect(JsonSerializer.Serialize(new KnownBrowser(account, Guid.NewGuid(), (clock.UtcNow + KnownFor).ToUnixTimeMilliseconds())));

    private Guid? KnownTo(Account account, string? browser) =>
        Open<KnownBrowser>(_browsers, browser) is { } known && known.Account == account.Id && known.Ends > clock.UnixMs ? known.Id : null;

    private string Ticket(Account account) => _tickets.Protect(JsonSerializer.Serialize(new PasswordWasRight(account.Id, account.SecurityStamp ?? "", (clock.UtcNow + TimeForCode).ToUnixTimeMilliseconds())));

    private PasswordWasRight? Read(string ticket) => Open<PasswordWasRight>(_tickets, ticket);

    private static T? Open<T>(IDataProtector protector, string? sealedText) where T : class
    {
        if (sealedText is not { Length: > 0 and < 2000 }) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(sealedText));
        }
        catch (CryptographicException)
        {
            return null; // Made up, or by keys that are no more: as if there were none.
        }
    }

    private sealed record PasswordWasRight(Guid Account, string Stamp, long Ends);

    private sealed record KnownBrowser(Guid Account, Guid Id, long Ends);
}
