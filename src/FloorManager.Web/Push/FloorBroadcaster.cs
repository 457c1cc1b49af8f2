using System.Collections.Concurrent;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace FloorManager.Web.Push;

/// <summary>
/// Takes each newest state of a hearing to the screens that watch it. The room's view is serialised once whatever the number of screens, a
/// seat's once for that seat. No command waits for any of it, and what a screen is too slow for is skipped, never queued.
/// </summary>
public sealed class FloorBroadcaster : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, HearingScreens> _hearings = new(StringComparer.Ordinal);
    private readonly ScreenConnections _connections;
    private readonly SteadyClock _clock;
    private readonly ILogger<FloorBroadcaster> _log;

    public FloorBroadcaster(ScreenConnections connections, SteadyClock clock, ILogger<FloorBroadcaster> log)
    {
        (_connections, _clock, _log) = (connections, clock, log);
        connections.Left += Leave;
    }

    /// <summary>The current view, and from now on each newer one. A connection watches one hearing as one audience; asking again replaces it.</summary>
    /// <param name="seat">Null for the room's view.</param>
    public FloorView Subscribe(string connection, HearingSession session, SeatLabel? seat)
    {
        Leave(connection);
        var screens = _hearings.GetOrAdd(session.Name, _ => new HearingScreens(session, _clock, _log));
        if (_connections.Find(connection) is { } screen) screens.Add(connection, screen, seat);
        // Cut after subscribing: a state that comes in between is pushed, and the older of the two is dropped by its version.
        return View(session.State, seat, _clock.UtcNow);
    }

    private static FloorView View(Hearing state, SeatLabel? seat, DateTimeOffset now)
    {
        var room = FloorView.Of(state, now);
        return seat is { } label ? SeatFloorView.Of(state, room, label) : room;
    }

    private void Leave(string connection)
    {
        foreach (var screens in _hearings.Values) screens.Remove(connection);
    }

    public async ValueTask DisposeAsync()
    {
        _connections.Left -= Leave;
        foreach (var screens in _hearings.Values) await screens.DisposeAsync();
    }

    private sealed class HearingScreens : IAsyncDisposable
    {
        /// <summary>A timer may come a little early, and what is cut then would show the time still.</summary>
        private static readonly TimeSpan Passed = TimeSpan.FromMilliseconds(100);

        /// <summary>Timers know no longer ones, whatever a journal says.</summary>
        private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

        private readonly ConcurrentDictionary<string, (ScreenConnection Screen, SeatLabel? Seat)> _watching = new(StringComparer.Ordinal);
        private readonly Watcher _watcher;
        private readonly SteadyClock _clock;
        private readonly Task _broadcasting;
        private ITimer? _whenResumed;

        public HearingScreens(HearingSession session, SteadyClock clock, ILogger log)
        {
            (_watcher, _clock) = (session.Watch(), clock);
            _broadcasting = Task.Run(() => Broadcast(log));
        }

        public void Add(string connection, ScreenConnection screen, SeatLabel? seat) => _watching[connection] = (screen, seat);

        public void Remove(string connection) => _watching.TryRemove(connection, out _);

        private async Task Broadcast(ILogger log)
        {
            await foreach (var state in _watcher.States.ReadAllAsync())
            {
                try
                {
                    Send(state);
                }
                catch (Exception e)
                {
                    // One state that cannot be shown must not end the broadcasts of the day.
                    log.LogError(e, "A state could not be broadcast");
                }
            }
        }

        private void Send(Hearing state)
        {
            var now = _clock.UtcNow;
            _whenResumed?.Dispose();
            // Nothing happens in a break, and "we resume at 15:00" must not stand there at five past.
            var after = state.ResumesAt - now + Passed;
            _whenResumed = after > TimeSpan.Zero && after < Longest ? _clock.Time.CreateTimer(_ => Show(state), null, after.Value, Timeout.InfiniteTimeSpan) : null;
            Show(state);
        }

        private void Show(Hearing state)
        {
            if (_watching.IsEmpty) return;
            var room = FloorView.Of(state, _clock.UtcNow);
            var message = Message(room);
            foreach (var (screen, seat) in _watching.Values)
                screen.Post(seat is { } label ? Message(SeatFloorView.Of(state, room, label)) : message, _clock.Time);
        }

        private static SerializedHubMessage Message(FloorView view) =>
            new(new InvocationMessage(nameof(IFloorClient.FloorChanged), [view]));

        public async ValueTask DisposeAsync()
        {
            _watcher.Dispose();
            await _broadcasting;
            if (_whenResumed is not null) await _whenResumed.DisposeAsync();
        }
    }
}
