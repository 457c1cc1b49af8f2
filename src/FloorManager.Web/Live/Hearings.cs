using System.Collections.Concurrent;
using System.Threading.Channels;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Logs;

namespace FloorManager.Web.Live;

/// <summary>
/// The only door. Whatever wants something of a hearing – a page, the hub, the API, the timekeeper, the importer – comes through
/// <see cref="Submit"/>, and here alone it is asked whether the credential allows the command.
/// </summary>
public sealed class Hearings(HearingJournal journal, SteadyClock clock, Credentials credentials, Sessions sessions, SecurityLog security, ILogger<HearingSession> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, HearingSession> _open = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1);
    private readonly Channel<HearingSession> _opened = Channel.CreateUnbounded<HearingSession>();

    /// <summary>Every session as it is opened, for the one that keeps their time.</summary>
    internal ChannelReader<HearingSession> Opened => _opened.Reader;

    /// <summary>The live session of a hearing; null when this server knows no such hearing.</summary>
    public ValueTask<HearingSession?> Find(string hearing, CancellationToken stop = default) =>
        _open.TryGetValue(hearing, out var session) && session.State.Version > 0 ? new(session) : new(Open(hearing, create: false, stop));

    public async Task<Answer> Submit(string hearing, Grant by, CommandId id, HearingCommand command, CancellationToken stop = default)
    {
        var answer = await Decide(hearing, by, id, command, stop);
        security.Answered(by, hearing, command, answer);
        return answer;
    }

    private async Task<Answer> Decide(string hearing, Grant by, CommandId id, HearingCommand command, CancellationToken stop)
    {
        if (!by.Covers(hearing) || !Permissions.Allows(by.Role, command.GetType()) || !await Stands(by, stop)) return new Answer.Denied();
        var session = _open.GetValueOrDefault(hearing) ?? await Open(hearing, create: command is HearingCommand.SetUpHearing, stop);
        return session is null ? new Answer.UnknownHearing(hearing) : await session.Enter(id, by.Actor, command);
    }

    /// <summary>Whether the credential behind a grant is still there and has not come to its end: a cookie outlives both.</summary>
    public async ValueTask<bool> Stands(Grant grant, CancellationToken stop = default) =>
        (grant.Session is not { } session || await sessions.Stands(session, stop)) && await credentials.MadeAt(grant, stop) is { } made && !HasEnded(grant, made);

    /// <summary>Of a grant that is known to stand otherwise.</summary>
    internal bool HasEnded(Grant grant) => (grant.Session is { } session && sessions.HasEnded(session)) || (credentials.Remembered(grant) is { } made && HasEnded(grant, made));

    private bool HasEnded(Grant grant, DateTimeOffset made) =>
        _open.GetValueOrDefault(grant.Hearing) is { } session && LinkLife.Of(grant.Role, made, session.State) is { } end && end <= clock.UtcNow;

    /// <summary>Opens every hearing of the journal, so that clocks that ran when the program ended are kept again.</summary>
    public async Task OpenAll(CancellationToken stop = default)
    {
        foreach (var hearing in await journal.Hearings(stop)) await Open(hearing, create: false, stop);
    }

    public IEnumerable<HearingSession> All => _open.Values.Where(s => s.State.Version > 0).OrderBy(s => s.Name, StringComparer.Ordinal);

    private async Task<HearingSession?> Open(string hearing, bool create, CancellationToken stop)
    {
        if (!HearingDetails.IsShortName(hearing)) return null;
        await _opening.WaitAsync(stop);
        try
        {
            // One whose setting up was refused is kept for the next try, and is not there for anybody else.
            var kept = _open.GetValueOrDefault(hearing);
            if (kept is not null && (create || kept.State.Version > 0)) return kept;
            var session = await HearingSession.Load(hearing, journal, clock, log, stop);
            if (session.State.Version == 0 && !create)
            {
                await session.DisposeAsync();
                return null;
            }

            // A hearing of that name was brought back meanwhile.
            if (kept is not null) await kept.DisposeAsync();
            _open[hearing] = session;
            _opened.Writer.TryWrite(session);
            return session;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _opened.Writer.TryComplete();
        foreach (var session in _open.Values) await session.DisposeAsync();
        _opening.Dispose();
    }
}
