using System.Security.Cryptography;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Wording;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Access;

/// <summary>An account as administrators see it.</summary>
public sealed record StaffMember(Guid Id, string SignInName, string DisplayName, bool HasJoined, bool ByOrganisation, bool HasSecondFactor, bool IsLocked, bool IsBarred, IReadOnlyList<StaffRole> Roles);

/// <param name="FromClaims">Given by the organisation's sign-in, which gives it again if it is taken here.</param>
public sealed record StaffRole(Guid Credential, string Hearing, Role Role, bool FromClaims);

/// <summary>What an administrator's act came to: the secret of a link where one was made, or why it was not done. Both null: done.</summary>
public sealed record AccountAnswer(string? Secret = null, (string Key, string Fact)? Refused = null);

/// <summary>The accounts of the staff: invited, given roles, unlocked and removed by administrators of the server. Nothing here knows a password.</summary>
public sealed class Accounts(IServiceScopeFactory scopes, IServiceProvider services, IDbContextFactory<JournalDbContext> database, Credentials credentials, Sessions sessions, SteadyClock clock, SecurityLog security)
{
    /// <summary>Long enough for somebody who is away until Monday.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    private const int SecretBytes = 16;

    /// <summary>Null for whoever may not know.</summary>
    public async Task<IReadOnlyList<StaffMember>?> All(Grant by, CancellationToken stop = default)
    {
        if (!await May(by, stop)) return null;
        await using var db = await database.CreateDbContextAsync(stop);
        var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.DisplayName).ToListAsync(stop);
        var roles = (await db.Credentials.AsNoTracking().Where(c => c.Account != null).ToListAsync(stop)).ToLookup(c => c.Account!.Value);
        var organised = (await db.Set<IdentityUserLogin<Guid>>().Select(l => l.UserId).ToListAsync(stop)).ToHashSet();
        return [.. accounts.Select(a => new StaffMember(a.Id, a.UserName ?? "", a.DisplayName, a.HasJoined, organised.Contains(a.Id), a.SecondFactorKey is not null, a.LockoutEnd > clock.UtcNow, a.IsBarred,
            [.. roles[a.Id].OrderBy(c => c.Hearing, StringComparer.Ordinal).Select(c => new StaffRole(c.Id, c.Hearing, Enum.Parse<Role>(c.Role), c.FromClaims))]))];
    }

    /// <summary>A new account with one role, and the secret of the link by which its owner chooses a password.</summary>
    public async Task<AccountAnswer> Invite(Grant by, string signInName, string displayName, string hearing, Role role, CancellationToken stop = default)
    {
        if (!await May(by, stop)) return new(Refused: ("Answer.Denied", ""));
        if (CleanText.Of(displayName) is not { Length: > 0 and <= Account.LongestName } called || !IsGiven(role)) return new(Refused: ("Account.BadName", ""));
        await using var scope = scopes.CreateAsyncScope();
        var account = new Account { Id = Guid.NewGuid(), UserName = signInName.Trim(), DisplayName = called, CreatedUnixMs = clock.UnixMs };
        if (AccountManager.Why(await scope.ServiceProvider.GetRequiredService<AccountManager>().CreateAsync(account)) is { } why) return new(Refused: why);
        await credentials.Give(account.Id, hearing, role, fromClaims: false, stop);
        security.StaffChanged(account.Id, $"invited as {role} of {hearing}", by);
        return new(await NewInvitation(account.Id, stop));
    }

    /// <summary>A link to choose a new password by; the old one is good until it is used.</summary>
    public async Task<AccountAnswer> InviteAgain(Grant by, Guid account, CancellationToken stop = default) =>
        await IsBarred(account, stop) || !await Manage(by, account, "new invitation", () => Task.CompletedTask, stop) ? new(Refused: ("Answer.Denied", "")) : new(await NewInvitation(account, stop));

    public Task<bool> Give(Grant by, Guid account, string hearing, Role role, CancellationToken stop = default) =>
        Manage(by, account, $"given {role} of {hearing}", () => credentials.Give(account, hearing, role, fromClaims: false, stop), stop, role);

    /// <summary>Takes one role away: whoever acts by it is out at once. Never the one by which this is asked, so that somebody is left who can give it back.</summary>
    public Task<bool> Take(Grant by, Guid account, Guid role, CancellationToken stop = default) =>
        Manage(by, account, $"role {role} taken", () => credentials.Take(account, c => c.Id == role && c.Id != by.Credential, stop), stop);

    /// <summary>
    /// Shuts somebody out, at once and until they are unlocked, whose roles the organisation would give again at the next sign-in. Never oneself.
    /// </summary>
    public async Task<bool> Bar(Grant by, Guid account, CancellationToken stop = default) =>
        !await IsOwn(by, account, stop) && await Manage(by, account, "barred", async () =>
        {
            await Change(account, a => a.LockoutEnd = DateTimeOffset.MaxValue);
            await ForgetInvitation(account, stop);
            await sessions.End(account, stop: stop);
        }, stop);

    private async Task<bool> IsOwn(Grant by, Guid account, CancellationToken stop) => by.Session is { } session && (await sessions.Behind(session, stop))?.Account == account;

    private async Task<bool> IsBarred(Guid account, CancellationToken stop)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == account, stop))?.IsBarred == true;
    }

    /// <summary>Lets somebody try again who was locked out or barred.</summary>
    public Task<bool> Unlock(Grant by, Guid account, CancellationToken stop = default) =>
        Manage(by, account, "unlocked", async () =>
        {
            await Change(account, a => (a.LockoutEnd, a.AccessFailedCount) = (null, 0));
            services.GetRequiredService<StaffSignIn>().Forget(account);
        }, stop);

    /// <summary>
    /// For somebody who lost the device and the recovery codes; their browsers are signed out, since nobody knows who has the device. Never one's own: at one's own
    /// account it takes password and code.
    /// </summary>
    public async Task<bool> EndSecondFactor(Grant by, Guid account, CancellationToken stop = default) => !await IsOwn(by, account, stop) && await Manage(by, account, "second factor taken away", async () =>
    {
        await Change(account, SecondFactor.End);
        await sessions.End(account, stop: stop);
    }, stop);

    /// <summary>Removes an account with its roles. What they did stays in the journal under their name.</summary>
    public Task<bool> Remove(Grant by, Guid account, CancellationToken stop = default) => Manage(by, account, "removed", async () =>
    {
        await credentials.Take(account, c => c.Id != by.Credential, stop);
        await sessions.End(account, but: by.Session, stop: stop);
        await using var db = await database.CreateDbContextAsync(stop);
        if (await db.Credentials.AnyAsync(c => c.Account == account, stop)) return; // One's own: a last administrator stays.
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == account).ExecuteDeleteAsync(stop);
        await db.Invitations.Where(i => i.Account == account).ExecuteDeleteAsync(stop);
        await db.Accounts.Where(a => a.Id == account).ExecuteDeleteAsync(stop);
    }, stop);

    /// <summary>Seats have cards, and nobody is the system.</summary>
    private static bool IsGiven(Role role) => role is not (Role.System or Role.Seat);

    private async Task<bool> Manage(Grant by, Guid account, string what, Func<Task> act, CancellationToken stop, Role role = Role.Secretariat)
    {
        if (!IsGiven(role) || !await May(by, stop)) return false;
        await using (var db = await database.CreateDbContextAsync(stop))
        {
            if (!await db.Accounts.AnyAsync(a => a.Id == account, stop)) return false;
        }

        await act();
        security.StaffChanged(account, what, by);
        return true;
    }

    private async Task<bool> May(Grant by, CancellationToken stop) =>
        by.Covers(Grant.Everywhere) && Permissions.Allows(by.Role, Right.ManageAccounts) && (by.Session is not { } session || await sessions.Stands(session, stop)) && await credentials.Stands(by, stop);

    private async Task Change(Guid id, Action<Account> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        // Whoever is guessing at the account at this moment changes it too: read again until it is ours.
        IdentityResult result;
        do
        {
            if (await manager.FreshAsync(id) is not { } account) return;
            change(account);
            result = await manager.UpdateAsync(account);
        }
        while (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)));
        if (!result.Succeeded) throw new InvalidOperationException(result.Errors.First().Description);
    }

    /// <summary>
    /// The secret of the link by which the first administrator joins; null once there is one who can sign in. It is another at every start, and only the last is good.
    /// </summary>
    public async Task<string?> FirstAdministrator(CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var name = nameof(Role.Administrator);
        var administrators = await (from c in db.Credentials join a in db.Accounts on c.Account equals a.Id where c.Role == name && c.Hearing == Grant.Everywhere select new { a.Id, a.HasJoined }).ToListAsync(stop);
        if (administrators.Exists(a => a.HasJoined)) return null;
        if (administrators.FirstOrDefault()?.Id is { } waiting) return await NewInvitation(waiting, stop);
        return await NewAdministrator(stop);
    }

    /// <summary>The secret of a link by which one more administrator joins: for whoever runs the server, where no administrator gets in any more.</summary>
    public async Task<string> NewAdministrator(CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Whoever joins chooses another; nobody is called so already.
        var account = new Account { Id = Guid.NewGuid(), UserName = $"administrator-{RandomNumberGenerator.GetHexString(6, lowercase: true)}", DisplayName = "Administrator", CreatedUnixMs = clock.UnixMs };
        if (AccountManager.Why(await scope.ServiceProvider.GetRequiredService<AccountManager>().CreateAsync(account)) is var (key, fact)) throw new InvalidOperationException($"{key} {fact}");
        await credentials.Give(account.Id, Grant.Everywhere, Role.Administrator, fromClaims: false, stop);
        security.StaffChanged(account.Id, "invited as administrator by whoever runs the server");
        return await NewInvitation(account.Id, stop);
    }

    internal async Task ForgetInvitation(Guid account, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await db.Invitations.Where(i => i.Account == account).ExecuteDeleteAsync(stop);
    }

    private async Task<string> NewInvitation(Guid account, CancellationToken stop)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        await using var db = await database.CreateDbContextAsync(stop);
        await db.Invitations.Where(i => i.Account == account).ExecuteDeleteAsync(stop);
        db.Invitations.Add(new InvitationRow { Account = account, Hash = SHA256.HashData(secret), EndsUnixMs = (clock.UtcNow + InvitationLife).ToUnixTimeMilliseconds() });
        await db.SaveChangesAsync(stop);
        return WebEncoders.Base64UrlEncode(secret);
    }

    /// <summary>Whom a link invites; null when it was used, replaced or left too long.</summary>
    public async Task<Account?> Invited(string secret, CancellationToken stop = default)
    {
        if (Credentials.Hash(secret) is not { } hash) return null;
        await using var db = await database.CreateDbContextAsync(stop);
        return await (from i in db.Invitations join a in db.Accounts on i.Account equals a.Id where i.Hash == hash && i.EndsUnixMs > clock.UnixMs select a).AsNoTracking().SingleOrDefaultAsync(stop);
    }

    /// <summary>
    /// Takes an invitation: the account gets the name and the password its owner chooses, and every browser that was signed in to it before is out. The link is good
    /// for this once.
    /// </summary>
    public async Task<(Account? Joined, (string Key, string Fact)? Refused)> Join(string secret, string signInName, string displayName, string password, CancellationToken stop = default)
    {
        if (await Invited(secret, stop) is not { IsBarred: false } invited) return (null, ("Join.Unknown", ""));
        if (CleanText.Of(displayName) is not { Length: > 0 and <= Account.LongestName } called) return (null, ("Account.BadName", ""));
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        var account = (await manager.FindByIdAsync(invited.Id.ToString()))!;
        // Whoever has a name keeps it: others know them by it.
        if (!account.HasJoined) (account.UserName, account.DisplayName) = (signInName.Trim(), called);
        foreach (var rule in manager.PasswordValidators)
            if (AccountManager.Why(await rule.ValidateAsync(manager, account, password)) is { } plain) return (null, plain);
        if (!account.HasJoined && AccountManager.Why(await new UserValidator<Account>().ValidateAsync(manager, account)) is { } taken) return (null, taken);
        // The link is spent if the password stands, and only then.
        var db = scope.ServiceProvider.GetRequiredService<JournalDbContext>();
        await using var both = await db.Database.BeginTransactionAsync(stop);
        // Whoever deletes the row has the link; a second who came with it at the same moment has not.
        if (await db.Invitations.Where(i => i.Account == account.Id && i.Hash == Credentials.Hash(secret)).ExecuteDeleteAsync(stop) == 0) return (null, ("Join.Unknown", ""));
        account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
        (account.HasJoined, account.LockoutEnd, account.AccessFailedCount) = (true, null, 0);
        if (AccountManager.Why(await manager.UpdateSecurityStampAsync(account)) is { } why) return (null, why);
        await both.CommitAsync(stop);
        await sessions.End(account.Id, stop: stop);
        security.StaffChanged(account.Id, "joined by an invitation");
        return (account, null);
    }
}
