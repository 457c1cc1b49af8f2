using System.Collections.Concurrent;
using FloorManager.Domain.Forecast;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace FloorManager.Web.Push;

/// <summary>
/// Takes each newest state of a hearing to the screens that watch it. The view of an audience is serialised once whatever the number of
/// screens, a seat's once for that seat. No command waits for any of it, and what a screen is too slow for is skipped, never queued.
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
    /// <param name="audience">Such as <c>chamber</c>.</param>
    /// <param name="seat">Whose view it is; null for every audience but <c>seat</c>.</param>
    public FloorView Subscribe(string connection, HearingSession session, string audience, SeatLabel? seat)
    {
        Leave(connection);
        var screens = _hearings.GetOrAdd(session.Name, _ => new HearingScreens(session, _clock, _log));
        if (_connections.Find(connection) is { } screen) screens.Add(connection, screen, audience, seat);
        // Cut after subscribing: a state that comes in between is pushed, and the older of the two is dropped by its version.
        return FloorView.Of(session.State, _clock.UtcNow).For(audience, seat, session.State);
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

        /// <summary>Time alone makes less of what fits; nobody counts the seconds of it.</summary>
        private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

        /// <summary>Timers know no longer ones, whatever a journal says.</summary>
        private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

        private readonly ConcurrentDictionary<string, (ScreenConnection Screen, string Audience, SeatLabel? Seat)> _watching = new(StringComparer.Ordinal);
        private readonly Watcher _watcher;
        private readonly SteadyClock _clock;
        private readonly Task _broadcasting;
        private readonly Lock _showing = new();
        private readonly ILogger _log;
        private ITimer? _whenResumed, _whatFits;
        private (int? Fits, SeatOutlook? Outlook) _told;
        private long _shown;

        public HearingScreens(HearingSession session, SteadyClock clock, ILogger log)
        {
            (_watcher, _clock, _log) = (session.Watch(), clock, log);
            _broadcasting = Task.Run(Broadcast);
        }

        public void Add(string connection, ScreenConnection screen, string audience, SeatLabel? seat) => _watching[connection] = (screen, audience, seat);

        public void Remove(string connection) => _watching.TryRemove(connection, out _);

        private async Task Broadcast()
        {
            await foreach (var state in _watcher.States.ReadAllAsync()) Try(() => Send(state));
        }

        /// <summary>One state that cannot be shown must end neither the broadcasts of the day nor, from a timer, the program.</summary>
        private void Try(Action show)
        {
            try
            {
                show();
            }
            catch (Exception e)
            {
                _log.LogError(e, "A state could not be broadcast");
            }
        }

        private void Send(Hearing state)
        {
            var now = _clock.UtcNow;
            _whenResumed?.Dispose();
            _whatFits?.Dispose();
            _whatFits = state.OpenSegment is { IsPanel: true } ? Timer(() => ShowWhatFits(state), BetweenLooks, BetweenLooks) : null;
            // Nothing happens in a break, and "we resume at 15:00" must not stand there at five past.
            var after = state.ResumesAt - now + Passed;
            _whenResumed = after > TimeSpan.Zero && after < Longest ? Timer(() => Show(state), after.Value, Timeout.InfiniteTimeSpan) : null;
            Show(state);
        }

        private ITimer Timer(Action show, TimeSpan first, TimeSpan then) => _clock.Time.CreateTimer(_ => Try(show), null, first, then);

        /// <summary>To the queue, and to seats that wait, it is news, though nothing has happened.</summary>
        private void ShowWhatFits(Hearing state)
        {
            var (told, now) = (_told, WhatFits(FloorForecast.Of(state, _clock.UtcNow)));
            if (told.Fits != now.Fits) Show(state, "queue");
            if (told.Outlook != now.Outlook) Show(state, "seat");
        }

        private static (int? Fits, SeatOutlook? Outlook) WhatFits(FloorForecast? forecast) => (forecast?.Fits, SeatFloorView.OutlookOf(forecast));

        /// <summary>One at a time, and none that is older than what was shown: a timer may come while a newer state is on its way.</summary>
        /// <param name="to">One audience; null for all.</param>
        private void Show(Hearing state, string? to = null)
        {
            lock (_showing)
            {
                if (state.Version < _shown) return;
                _shown = state.Version;
                var room = FloorView.Of(state, _clock.UtcNow);
                var forecast = new Lazy<FloorForecast?>(() => FloorForecast.Of(state, DateTimeOffset.FromUnixTimeMilliseconds(room.ServerUnixMs)));
                if (state.OpenSegment is { IsPanel: true }) _told = WhatFits(forecast.Value);
                // Serialised once for each audience that somebody watches; a seat's is that seat's alone.
                var messages = new Dictionary<string, SerializedHubMessage>(StringComparer.Ordinal);
                foreach (var (screen, audience, seat) in _watching.Values)
                {
                    if (to is not null && to != audience) continue;
                    if (seat is not null || !messages.TryGetValue(audience, out var message)) message = Message(room.For(audience, seat, state, forecast));
                    if (seat is null) messages[audience] = message;
                    screen.Post(message);
                }
            }
        }

        private static SerializedHubMessage Message(FloorView view) =>
            new(new InvocationMessage(nameof(IFloorClient.FloorChanged), [view]));

        public async ValueTask DisposeAsync()
        {
            _watcher.Dispose();
            await _broadcasting;
            foreach (var timer in new[] { _whenResumed, _whatFits })
                if (timer is not null) await timer.DisposeAsync();
        }
    }
}
