using System.Collections.Concurrent;
using FloorManager.Domain.Screens;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace FloorManager.Web.Push;

/// <summary>
/// The screens of the rooms as the secretariat knows them: what each says of itself, and the orders they take. A screen that has gone is kept for a
/// while, so that it is missed. Seats are none of them.
/// </summary>
public sealed class RoomScreens
{
    public const int LongestName = 60;

    /// <summary>A hearing has a dozen; whoever may watch could say that they are more.</summary>
    public const int Most = 200;

    private const int LongestId = 36, LongestPage = 300;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, RoomScreen> _all = new(StringComparer.Ordinal);
    private readonly IHubContext<FloorHub, IFloorClient> _hub;
    private readonly Credentials _credentials;
    private readonly SteadyClock _clock;

    public RoomScreens(ScreenConnections connections, IHubContext<FloorHub, IFloorClient> hub, Credentials credentials, SteadyClock clock)
    {
        (_hub, _credentials, _clock) = (hub, credentials, clock);
        connections.Left += Leave;
    }

    public event Action? Changed;

    /// <summary>The screens of a hearing, by name; those that have gone last.</summary>
    public IReadOnlyList<RoomScreen> Of(string hearing)
    {
        var since = _clock.UtcNow - KeptFor;
        return [.. _all.Values.Where(s => s.Hearing == hearing && (s.GoneAt is not { } gone || gone > since))
            .OrderBy(s => s.GoneAt is not null).ThenBy(s => s.Name.Length == 0).ThenBy(s => s.Name, StringComparer.CurrentCulture).ThenBy(s => s.Page, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>What a screen says of itself; nothing of what does not fit is kept.</summary>
    public void Report(string connection, string hearing, string id, string name, string page, long version, double uncertaintyMs)
    {
        if (id.Length is 0 or > LongestId || name.Length > LongestName || page.Length > LongestPage || !double.IsFinite(uncertaintyMs)) return;
        // The same browser with another connection is the same screen, and one that has gone to another view is there; two windows with two views are two.
        var key = $"{hearing}\n{id}\n{page.Split('?')[0]}";
        foreach (var (other, screen) in _all)
            if (other != key && (screen.Connection == connection || screen.GoneAt < _clock.UtcNow - KeptFor || (screen.GoneAt is not null && screen.Hearing == hearing && screen.Id == id)))
                _all.TryRemove(other, out _);
        if (_all.Count >= Most && !_all.ContainsKey(key)) return;
        _all[key] = new(connection, hearing, id, name, page, version, Math.Max(0, uncertaintyMs), _clock.UtcNow, GoneAt: null);
        Changed?.Invoke();
    }

    // Orders are the secretariat's: of a hearing, or of the server. Of whose credential does not stand nothing is passed on.

    /// <summary>Each shows its place in the list, large and for a moment.</summary>
    public async Task Identify(Grant by, string hearing)
    {
        if (!await May(by, hearing)) return;
        await Task.WhenAll(Of(hearing).Index().Where(s => s.Item.GoneAt is null).Select(s => _hub.Clients.Client(s.Item.Connection).Identify(s.Index + 1)));
    }

    public async Task Rename(Grant by, RoomScreen screen, string name)
    {
        var clean = name.Trim();
        if (await May(by, screen.Hearing)) await _hub.Clients.Client(screen.Connection).Rename(clean[..Math.Min(clean.Length, LongestName)]);
    }

    /// <summary>Sends it to another view of its hearing.</summary>
    /// <param name="view">What <see cref="ScreenAddress.IsOne"/> takes; nothing else is passed on.</param>
    public async Task Open(Grant by, RoomScreen screen, string view)
    {
        if (ScreenAddress.IsOne(view) && await May(by, screen.Hearing)) await _hub.Clients.Client(screen.Connection).Open($"/{screen.Hearing}/{view}");
    }

    /// <summary>One that has gone and is not missed any more.</summary>
    public async Task Forget(Grant by, RoomScreen screen)
    {
        if (!await May(by, screen.Hearing)) return;
        foreach (var kept in _all)
            if (kept.Value == screen && screen.GoneAt is not null) _all.TryRemove(kept);
        Changed?.Invoke();
    }

    private async Task<bool> May(Grant by, string hearing) => Permissions.Allows(by.Role, Right.OrderScreens) && by.Covers(hearing) && await _credentials.Stands(by);

    private void Leave(string connection)
    {
        foreach (var (key, screen) in _all)
            if (screen.Connection == connection && _all.TryUpdate(key, screen with { GoneAt = _clock.UtcNow }, screen)) Changed?.Invoke();
    }
}

/// <param name="Id">Of the browser; it stays the same when the page is loaded again.</param>
/// <param name="Name">As somebody called it; may be empty.</param>
/// <param name="Page">Path and query of what it shows.</param>
/// <param name="Version">Of the newest state that it shows, when it reported last.</param>
/// <param name="UncertaintyMs">By how much it may misread the server's clock at most; 0 before it knows.</param>
/// <param name="SeenAt">When it reported last, UTC; once a minute.</param>
/// <param name="GoneAt">When its line ended, UTC; null while it is there.</param>
public sealed record RoomScreen(
    string Connection, string Hearing, string Id, string Name, string Page, long Version, double UncertaintyMs, DateTimeOffset SeenAt, DateTimeOffset? GoneAt)
{
    /// <summary>Such as <c>queue</c>; what the page says of itself.</summary>
    public string View => Page.Split('?')[0].Split('/')[^1];
}
