using System.Collections.Immutable;
using FloorManager.Domain.Hearings;

namespace FloorManager.Web.Live;

/// <summary>
/// The consoles of one hearing that are open on this server, so that whoever works at one knows that others do. It is no state of the hearing: it goes
/// with the circuits, and nothing is decided by it.
/// </summary>
public sealed class Consoles
{
    private ImmutableDictionary<object, Role> _open = ImmutableDictionary<object, Role>.Empty;

    /// <summary>Raised on any thread after somebody came or went.</summary>
    public event Action? Changed;

    /// <summary>Everybody but whoever asks.</summary>
    public IEnumerable<Role> Beside(object console) => _open.Where(o => o.Key != console).Select(o => o.Value).Order();

    /// <summary>Whoever goes from one console to another is there in the role of the last.</summary>
    public void Enter(object console, Role role)
    {
        var before = _open;
        ImmutableInterlocked.AddOrUpdate(ref _open, console, role, (_, _) => role);
        if (_open != before) Changed?.Invoke();
    }

    public void Leave(object console)
    {
        if (ImmutableInterlocked.TryRemove(ref _open, console, out _)) Changed?.Invoke();
    }
}
