using System.Collections.Concurrent;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Access;

/// <summary>A browser that somebody is signed in with, as its owner sees it.</summary>
public sealed record OpenSession(Guid Id, string Browser, DateTimeOffset Since);

/// <summary>The browsers in which staff are signed in by name. Each ends after a day's work, and at once where it is ended.</summary>
public sealed class Sessions(IDbContextFactory<JournalDbContext> database, SteadyClock clock, Revocations revocations)
{
    /// <summary>A day of hearings from the first check of the room to the last note; nobody is asked to sign in while they are at work.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private const int LongestBrowser = 200;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _known = new();

    public async Task<Guid> Begin(Guid account, string browser, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await db.Sessions.Where(s => s.EndsUnixMs <= clock.UnixMs).ExecuteDeleteAsync(stop);
        // A day longer than they last: whoever still looks is told that they ended.
        foreach (var (ended, at) in _known)
            if (at < clock.UtcNow - TimeSpan.FromDays(1)) _known.TryRemove(ended, out _);
        var row = new SessionRow { Id = Guid.NewGuid(), Account = account, CreatedUnixMs = clock.UnixMs, EndsUnixMs = (clock.UtcNow + Life).ToUnixTimeMilliseconds(), Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser };
        db.Sessions.Add(row);
        await db.SaveChangesAsync(stop);
        return row.Id;
    }

    /// <summary>Who is signed in by it and what they may do; null when it is over.</summary>
    public async Task<(Guid Account, IReadOnlyList<Grant> Grants)?> Behind(Guid session, CancellationToken stop = default)
    {
        if (revocations.IsGone(session)) return null;
        await using var db = await database.CreateDbContextAsync(stop);
        var found = await (from s in db.Sessions join a in db.Accounts on s.Account equals a.Id where s.Id == session select new { a.Id, a.DisplayName, a.LockoutEnd, s.EndsUnixMs }).SingleOrDefaultAsync(stop);
        // Whoever was shut out while they were signing in is out as well.
        if (found is null || found.EndsUnixMs <= clock.UnixMs || found.LockoutEnd == DateTimeOffset.MaxValue) return null;
        _known[session] = DateTimeOffset.FromUnixTimeMilliseconds(found.EndsUnixMs);
        var roles = await db.Credentials.AsNoTracking().Where(c => c.Account == found.Id).OrderBy(c => c.CreatedUnixMs).ToListAsync(stop);
        return (found.Id, [.. roles.Select(c => c.Grant with { Session = session, Name = found.DisplayName })]);
    }

    public async ValueTask<bool> Stands(Guid session, CancellationToken stop = default) =>
        !revocations.IsGone(session) && (_known.TryGetValue(session, out var ends) ? ends > clock.UtcNow : await Behind(session, stop) is not null);

    /// <summary>Of one that was looked up before.</summary>
    internal bool HasEnded(Guid session) => _known.TryGetValue(session, out var ends) && ends <= clock.UtcNow;

    public async Task<IReadOnlyList<OpenSession>> Of(Guid account, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var rows = await db.Sessions.AsNoTracking().Where(s => s.Account == account && s.EndsUnixMs > clock.UnixMs).OrderByDescending(s => s.CreatedUnixMs).ToListAsync(stop);
        return [.. rows.Select(s => new OpenSession(s.Id, s.Browser, DateTimeOffset.FromUnixTimeMilliseconds(s.CreatedUnixMs)))];
    }

    /// <summary>Ends one of the account's, or all but one; how many there were. Their open pages are cut off.</summary>
    public async Task<int> End(Guid account, Guid? one = null, Guid? but = null, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var gone = await db.Sessions.Where(s => s.Account == account && (one == null || s.Id == one) && (but == null || s.Id != but)).ToListAsync(stop);
        db.Sessions.RemoveRange(gone);
        await db.SaveChangesAsync(stop);
        revocations.Announce(gone.Select(s => s.Id).ToHashSet());
        foreach (var row in gone) _known.TryRemove(row.Id, out _);
        return gone.Count;
    }
}
