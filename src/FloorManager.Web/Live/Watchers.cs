using System.Collections.Immutable;
using System.Threading.Channels;
using FloorManager.Domain.Hearings;

namespace FloorManager.Web.Live;

/// <summary>
/// Everyone who looks at one hearing. Each has a slot for the newest state alone: showing a state never waits, and whoever is slow hurts only
/// itself.
/// </summary>
internal sealed class Watchers
{
    private readonly Lock _gate = new();
    private ImmutableList<Watcher> _all = [];
    private bool _closed;

    public Watcher Add()
    {
        var watcher = new Watcher(Remove);
        lock (_gate)
        {
            if (_closed) watcher.Close();
            else _all = _all.Add(watcher);
        }

        return watcher;
    }

    public void Show(Hearing state)
    {
        foreach (var watcher in _all) watcher.Show(state);
    }

    public void Close()
    {
        lock (_gate) _closed = true;
        foreach (var watcher in _all) watcher.Close();
    }

    private void Remove(Watcher watcher)
    {
        lock (_gate) _all = _all.Remove(watcher);
    }
}

/// <summary>One who looks at a hearing. Disposing stops looking.</summary>
public sealed class Watcher : IDisposable
{
    private readonly Action<Watcher> _leave;

    private readonly Channel<Hearing> _slot = Channel.CreateBounded<Hearing>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private long _newest = -1;

    internal Watcher(Action<Watcher> leave) => _leave = leave;

    /// <summary>Completes when the hearing is no longer served here.</summary>
    public ChannelReader<Hearing> States => _slot.Reader;

    /// <summary>Puts a state into the slot, unless it is older than one that was there.</summary>
    internal void Show(Hearing state)
    {
        lock (_slot)
        {
            if (state.Version < _newest) return;
            _newest = state.Version;
            _slot.Writer.TryWrite(state);
        }
    }

    internal void Close() => _slot.Writer.TryComplete();

    public void Dispose()
    {
        _leave(this);
        Close();
    }
}
