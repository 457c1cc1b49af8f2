using System.Globalization;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FloorManager.Web.Access;

/// <summary>ASP.NET Core Identity by the clock of the house: its own manager reads the machine's.</summary>
public sealed class AccountManager(
    SteadyClock clock, JournalDbContext database, IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IPasswordValidator<Account>> passwords,
    IEnumerable<IUserValidator<Account>> users, ILookupNormalizer normal, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<Account>> log)
    : UserManager<Account>(store, options, hasher, users, passwords, normal, errors, services, log)
{
    /// <summary>As it is in the database at this moment, whatever was read before.</summary>
    public async Task<Account?> FreshAsync(Guid id)
    {
        if (await FindByIdAsync(id.ToString()) is not { } account) return null;
        await database.Entry(account).ReloadAsync();
        return database.Entry(account).State == EntityState.Detached ? null : account;
    }

    public override async Task<bool> IsLockedOutAsync(Account user) => await GetLockoutEndDateAsync(user) > clock.UtcNow;

    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts) (user.AccessFailedCount, user.LockoutEnd) = (0, clock.UtcNow + Options.Lockout.DefaultLockoutTimeSpan);
        return await UpdateAsync(user);
    }

    /// <summary>The framework's refusals as one of our keys and what belongs into its sentence; null when it was done.</summary>
    public static (string Key, string Fact)? Why(IdentityResult result) => result.Succeeded ? null : result.Errors.First() switch
    {
        { Code: nameof(IdentityErrorDescriber.PasswordTooShort) } => ("Password.TooShort", PasswordRules.Shortest.ToString(CultureInfo.CurrentCulture)),
        { Code: nameof(IdentityErrorDescriber.DuplicateUserName) } => ("Account.NameTaken", ""),
        { Code: nameof(IdentityErrorDescriber.InvalidUserName) } => ("Account.BadName", ""),
        { Code: nameof(IdentityErrorDescriber.PasswordMismatch) } => ("Password.Wrong", ""),
        { Code: nameof(IdentityErrorDescriber.ConcurrencyFailure) } => ("Account.Meanwhile", ""),
        var other => (other.Code, other.Description),
    };
}
