using System.Security.Cryptography;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using Microsoft.AspNetCore.DataProtection;

namespace FloorManager.Web.Access;

/// <summary>What somebody may change of their own account. Each change asks for the password again: a console may stand open on a table.</summary>
public sealed class OwnAccount(AccountManager manager, StaffSignIn door, Accounts accounts, Sessions sessions, SecondFactor second, IDataProtectionProvider protection, SteadyClock clock, SecurityLog security)
{
    private static readonly TimeSpan TimeToScan = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _offers = protection.CreateProtector("offered second factor");

    public async Task<Account?> Of(Guid session) => await sessions.Behind(session) is { } staff ? await manager.FindByIdAsync(staff.Account.ToString()) : null;

    public Task<IReadOnlyList<OpenSession>> Browsers(Account me) => sessions.Of(me.Id);

    /// <summary>A key that was offered goes to the browser and back; it is of this account and this quarter of an hour.</summary>
    public string Seal(Account me, string key) => _offers.Protect($"{me.Id:N} {(clock.UtcNow + TimeToScan).ToUnixTimeMilliseconds()} {key}");

    public string? Unseal(Account me, string offer)
    {
        try
        {
            return _offers.Unprotect(offer).Split(' ') is [var owner, var ends, var key] && owner == me.Id.ToString("N") && long.Parse(ends, System.Globalization.CultureInfo.InvariantCulture) > clock.UnixMs ? key : null;
        }
        catch (CryptographicException)
        {
            return null; // Made up: as if nothing had been offered.
        }
    }

    /// <summary>The recovery codes, or why not. Whoever is signed in elsewhere signs in again with the code.</summary>
    public async Task<(string[]? Codes, string? Refused)> BeginFactor(Account me, Guid session, string offer, string code, string password)
    {
        if (me.SecondFactorKey is not null || Unseal(me, offer) is not { } key) return (null, "SignIn.TooLate");
        if (!await door.Knows(me, session, password)) return (null, "Password.Wrong");
        if (!second.Makes(key, code, out var step)) return (null, "SignIn.CodeRefused");
        var codes = second.Begin(me, key, step);
        if (await Store(me) is { } refused) return (null, refused);
        await sessions.End(me.Id, but: session);
        security.StaffChanged(me.Id, "second factor begun");
        return (codes, null);
    }

    /// <summary>Other recovery codes, or why not.</summary>
    public async Task<(string[]? Codes, string? Refused)> RenewRecoveries(Account me, Guid session, string code, string password)
    {
        if (await door.Refuses(me, session, code, password) is { } refused) return (null, refused);
        var codes = SecondFactor.Renew(me);
        if (await Store(me) is { } meanwhile) return (null, meanwhile);
        security.StaffChanged(me.Id, "recovery codes renewed");
        return (codes, null);
    }

    /// <summary>Only who has it switches it off: a password that somebody found out is not enough.</summary>
    public async Task<string?> EndFactor(Account me, Guid session, string code, string password)
    {
        if (await door.Refuses(me, session, code, password) is { } wrong) return wrong;
        SecondFactor.End(me);
        if (await Store(me) is { } refused) return refused;
        security.StaffChanged(me.Id, "second factor ended");
        return null;
    }

    public async Task<string?> ChangePassword(Account me, Guid session, string current, string next)
    {
        if (!await door.Knows(me, session, current)) return "Password.Wrong";
        if (AccountManager.Why(await manager.ChangePasswordAsync(me, current, next)) is var (key, _)) return key;
        await sessions.End(me.Id, but: session);
        // A link that was made before would undo it.
        await accounts.ForgetInvitation(me.Id);
        security.StaffChanged(me.Id, "password changed");
        return null;
    }

    public async Task<string?> EndOthers(Account me, Guid session)
    {
        await sessions.End(me.Id, but: session);
        return null;
    }

    private async Task<string?> Store(Account me) => AccountManager.Why(await manager.UpdateAsync(me)) is var (key, _) ? key : null;
}
