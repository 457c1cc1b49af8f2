using System.Collections.Concurrent;
using System.Net;
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
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TimeForCode = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(180);

    private readonly IDataProtector _tickets = protection.CreateProtector("sign-in ticket");
    private readonly IDataProtector _browsers = protection.CreateProtector("known browser");

    /// <summary>Wrong tries in known browsers and open sessions; they are forgotten after a while.</summary>
    private readonly ConcurrentDictionary<Guid, (Guid Account, int Wrong, DateTimeOffset Since)> _ofBrowser = new();

    /// <summary>One try at an account at a time, or many at once would all be the first. Accounts share a few turns; a try takes a tenth of a second.</summary>
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Hashing is all a processor can do: a flood of tries waits here, and the hearing goes on beside it.</summary>
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Hashed once; compared with where there is no such account, which must take as long.</summary>
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(Nobody, RandomNumberGenerator.GetHexString(32)));

    private static Account Nobody => new() { DisplayName = "", CreatedUnixMs = 0 };

    public async Task<SignInAnswer> Try(string name, string password, string? browser, IPAddress? from = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        if (await manager.FindByNameAsync(name.Trim()) is not { } found)
        {
            await IsPassword(null, password);
            return Refuse(null, "no such name", from);
        }

        return await InTurn(manager, found.Id, async account =>
        {
            var right = await IsPassword(account, password);
            if (!await Lets(manager, account, browser)) return Refuse(account, "locked", from);
            if (!right) return await Wrong(manager, account, browser, from);
            return account.SecondFactorKey is null ? await Right(manager, account, browser, from) : new SignInAnswer.NeedsCode(Ticket(account));
        });
    }

    public async Task<SignInAnswer> TryCode(string ticket, string code, string? browser, IPAddress? from = null)
    {
        if (Open<PasswordWasRight>(_tickets, ticket) is not { } read || read.Ends <= clock.UnixMs) return new SignInAnswer.TooLate();
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        return await InTurn(manager, read.Account, async account =>
        {
            if (account.SecurityStamp != read.Stamp) return new SignInAnswer.TooLate();
            if (!await Lets(manager, account, browser)) return Refuse(account, "locked", from);
            return second.Takes(account, code) ? await Right(manager, account, browser, from) : await Wrong(manager, account, browser, from);
        });
    }

    /// <summary>Whether somebody who is signed in knows their password. Wrong ones are counted by the session, so that nobody who guesses elsewhere is in their way.</summary>
    public async Task<bool> Knows(Account me, Guid session, string password)
    {
        if (Used(session) >= WrongOfKnownBrowser) return false;
        if (await IsPassword(me, password)) return true;
        Count(session, me);
        security.StaffCame(me.Id, "wrong password for a change");
        return false;
    }

    /// <summary>Why somebody who is signed in is not taken for the one who has password and second factor; null where they have both. A code is taken by it.</summary>
    public async Task<string?> Refuses(Account me, Guid session, string code, string password)
    {
        if (!await Knows(me, session, password)) return "Password.Wrong";
        if (second.Takes(me, code)) return null;
        Count(session, me);
        security.StaffCame(me.Id, "wrong code for a change");
        return "SignIn.CodeRefused";
    }

    /// <summary>An administrator lets somebody try again at once.</summary>
    public void Forget(Guid account)
    {
        foreach (var browser in _ofBrowser.Where(b => b.Value.Account == account).Select(b => b.Key)) _ofBrowser.TryRemove(browser, out _);
    }

    private async Task<SignInAnswer> InTurn(AccountManager manager, Guid id, Func<Account, Task<SignInAnswer>> act)
    {
        var turn = _turns[(id.GetHashCode() & int.MaxValue) % _turns.Length];
        await turn.WaitAsync();
        try
        {
            // Read only now: what others have counted meanwhile counts. The manager has remembered what it found before.
            return await manager.FreshAsync(id) is { } account ? await act(account) : new SignInAnswer.Refused();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<bool> IsPassword(Account? account, string password)
    {
        // Longer ones are nobody's, and hashing a megabyte is work.
        if (password.Length > PasswordRules.Longest) return false;
        await _hashing.WaitAsync();
        try
        {
            var result = await Task.Run(() => hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _nobodys.Value, password));
            return result != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <summary>A known browser has tries of its own; when they are used up it is one like any other.</summary>
    private async Task<bool> Lets(AccountManager manager, Account account, string? browser) =>
        (!account.IsBarred && KnownTo(account, browser) is { } known && Used(known) < WrongOfKnownBrowser) || !await manager.IsLockedOutAsync(account);

    private async Task<SignInAnswer> Wrong(AccountManager manager, Account account, string? browser, IPAddress? from)
    {
        if (KnownTo(account, browser) is { } known && Used(known) < WrongOfKnownBrowser)
        {
            Count(known, account);
            return Refuse(account, "wrong", from);
        }

        await manager.AccessFailedAsync(account);
        return Refuse(account, await manager.IsLockedOutAsync(account) ? "wrong, and locked from now on" : "wrong", from);
    }

    private SignInAnswer.Refused Refuse(Account? account, string why, IPAddress? from)
    {
        security.StaffCame(account?.Id, why, from);
        return new SignInAnswer.Refused();
    }

    private async Task<SignInAnswer> Right(AccountManager manager, Account account, string? browser, IPAddress? from)
    {
        if (KnownTo(account, browser) is { } known) _ofBrowser.TryRemove(known, out _);
        account.AccessFailedCount = 0;
        // A code that was taken is stored as taken, or somebody else comes with it.
        if (!(await manager.UpdateAsync(account)).Succeeded) return Refuse(account, "changed meanwhile", from);
        security.StaffCame(account.Id, "signed in", from);
        return new SignInAnswer.Done(account.Id);
    }

    private int Used(Guid browser) => _ofBrowser.TryGetValue(browser, out var used) && used.Since > clock.UtcNow - Forgotten ? used.Wrong : 0;

    private void Count(Guid browser, Account account) => _ofBrowser[browser] = (account.Id, Used(browser) + 1, clock.UtcNow);

    /// <summary>The id of a browser that somebody has signed in with, whoever it was; null for one that nobody has.</summary>
    public Guid? IdOf(string? browser) => Open<KnownBrowser>(_browsers, browser) is { } known && known.Ends > clock.UnixMs ? known.Id : null;

    /// <summary>What a browser keeps in which its owner has signed in.</summary>
    public string Known(Guid account) => _browsers.Protect(JsonSerializer.Serialize(new KnownBrowser(account, Guid.NewGuid(), (clock.UtcNow + KnownFor).ToUnixTimeMilliseconds())));

    private Guid? KnownTo(Account account, string? browser) =>
        Open<KnownBrowser>(_browsers, browser) is { } known && known.Account == account.Id && known.Ends > clock.UnixMs ? known.Id : null;

    private string Ticket(Account account) => _tickets.Protect(JsonSerializer.Serialize(new PasswordWasRight(account.Id, account.SecurityStamp ?? "", (clock.UtcNow + TimeForCode).ToUnixTimeMilliseconds())));

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
