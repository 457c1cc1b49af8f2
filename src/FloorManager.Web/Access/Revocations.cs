namespace FloorManager.Web.Access;

/// <summary>
/// Tells whoever acts by a credential that it is no longer good: circuits and connections outlive the cookie they came with. What is announced here
/// is refused from then on, whatever was on its way.
/// </summary>
public sealed class Revocations
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, bool> _gone = new();

    /// <summary>Raised on the thread that announces, after <see cref="IsGone(Guid)"/> has become true.</summary>
    public event Action<IReadOnlySet<Guid>>? Gone;

    public bool IsGone(Guid id) => _gone.ContainsKey(id);

    public bool IsGone(Grant grant) => IsGone(grant.Credential) || (grant.Session is { } session && IsGone(session));

    /// <param name="ids">Of credentials and sessions that are gone from the database already.</param>
    public void Announce(IReadOnlySet<Guid> ids)
    {
        foreach (var id in ids) _gone[id] = true;
        if (ids.Count > 0) Gone?.Invoke(ids);
    }
}
