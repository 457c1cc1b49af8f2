using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace FloorManager.Web.Live;

/// <summary>
/// A circuit's window on one hearing: it holds the newest state, tells when it changed, and takes what its person asks to the door. One a circuit; it
/// owns no truth and stops looking when the circuit is gone. A person who goes from console to console keeps it.
/// </summary>
public sealed partial class LiveSession(
    Hearings hearings, SteadyClock clock, AuthenticationStateProvider visitor, Revocations revocations, ILogger<LiveSession> log) : IAsyncDisposable
{
    /// <summary>What still fits and how long somebody has waited change although nothing happens.</summary>
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<CommandId> _mine = [];
    private IReadOnlyList<Grant> _grants = [];
    private Watcher? _watcher;
    private Task _looking = Task.CompletedTask;
    private HearingSession? _session;
    private ITimer? _halfMinute;

    /// <summary>The newest state; null until <see cref="Follow"/> has found the hearing.</summary>
    public Hearing? State { get; private set; }

    /// <summary>The state that answers are given from; <see cref="State"/> follows it a moment later.</summary>
    public Hearing? Newest => _session?.State;

    /// <summary>The server's time, for cutting views.</summary>
    public DateTimeOffset Now => clock.UtcNow;

    /// <summary>The grant that this circuit acts by; null for someone who may not.</summary>
    public Grant? Grant { get; private set; }

    /// <summary>Raised on any thread after <see cref="State"/> became newer. Components answer with <c>InvokeAsync(StateHasChanged)</c>.</summary>
    public event Action? Changed;

    /// <summary>Whether there is a grant of the visitor's for it in this hearing, for the links to their other consoles.</summary>
    public bool May(Right right) => _session is { } session && Permissions.To(right, _grants, session.Name) is not null;

    /// <summary>
    /// Looks at a hearing by a grant of whoever has the right. False when there is no such hearing; without a role <see cref="Grant"/> is
    /// null and nothing is shown.
    /// </summary>
    public async Task<bool> Follow(string hearing, Right right)
    {
        if (await hearings.Find(hearing, _gone.Token) is not { } session) return false;
        _grants = Access.Grant.Of((await visitor.GetAuthenticationStateAsync()).User);
        Grant = Permissions.To(right, _grants, hearing) is { } held && await hearings.Stands(held, _gone.Token) ? held with { Origin = Origin.Console } : null;
        if (Grant is not null && _watcher is not null && _session == session)
        {
            Present(true);
            return true;
        }

        await Leave();
        if (Grant is null) return true;
        (_session, _watcher, State) = (session, session.Watch(), session.State);
        session.Consoles.Changed += Refresh;
        revocations.Gone += LoseGrant;
        Present(true);
        _halfMinute = clock.Time.CreateTimer(_ => Refresh(), null, HalfAMinute, HalfAMinute);
        _looking = Look(_watcher, hearing);
        return true;
    }

    /// <summary>The credential was taken away meanwhile, or its time is over: the door refuses it, and nothing more is shown by it.</summary>
    public bool IsLost => Grant is { } held && (revocations.IsGone(held) || hearings.HasEnded(held));

    private void LoseGrant(IReadOnlySet<Guid> gone)
    {
        if (!IsLost) return;
        Present(false);
        Refresh();
    }

    /// <summary>The other consoles of this hearing that somebody has open, by role.</summary>
    public IEnumerable<Role> Others => _session?.Consoles.Beside(this) ?? [];

    /// <summary>A circuit outlives its line for a while; whoever has lost theirs is not at work.</summary>
    public void Present(bool here)
    {
        if (Grant is null) return;
        if (here && !IsLost) _session?.Consoles.Enter(this, Grant.Role);
        else _session?.Consoles.Leave(this);
    }

    /// <summary>Has everything cut anew: after a cut of the line what was on its way is older than it says.</summary>
    public void Refresh() => Changed?.Invoke();

    /// <summary>Whether this circuit did it: with several consoles at work, "you" and "another" are not the same.</summary>
    public bool IsMine(CommandId command) => _mine.Contains(command);

    /// <param name="id">Minted once for the user's action; a retry passes the same.</param>
    public Task<Answer> Ask(CommandId id, HearingCommand command)
    {
        if (Grant is null) return Task.FromResult<Answer>(new Answer.Denied());
        _mine.Add(id);
        return hearings.Submit(_session!.Name, Grant, id, command, _gone.Token);
    }

    /// <summary>What stood in a field when its page was left: it is done although the circuit ends, and nobody waits for the answer.</summary>
    public void Keep(CommandId id, HearingCommand command)
    {
        if (Grant is not null) _ = Kept(_session!.Name, Grant, id, command);
    }

    private async Task Kept(string hearing, Grant by, CommandId id, HearingCommand command)
    {
        try
        {
            await hearings.Submit(hearing, by, id, command, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogNotKept(hearing, e);
        }
    }

    public Task<Answer> Ask(HearingCommand command) => Ask(new CommandId(Guid.NewGuid()), command);

    private async Task Look(Watcher watcher, string hearing)
    {
        try
        {
            await foreach (var state in watcher.States.ReadAllAsync(_gone.Token))
            {
                State = state;
                Changed?.Invoke();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The circuit is gone.
        }
        catch (Exception e)
        {
            LogFailed(hearing, e);
        }
    }

    private async Task Leave()
    {
        if (_halfMinute is not null) await _halfMinute.DisposeAsync();
        if (_session is { } left)
        {
            left.Consoles.Changed -= Refresh;
            revocations.Gone -= LoseGrant;
            left.Consoles.Leave(this);
        }

        _watcher?.Dispose();
        await _looking;
        (_session, _watcher, _halfMinute) = (null, null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Leave();
        _gone.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "{Hearing}: what stood in a field of a page that was left was not kept")]
    private partial void LogNotKept(string hearing, Exception e);

    [LoggerMessage(LogLevel.Error, "{Hearing}: a circuit stopped following")]
    private partial void LogFailed(string hearing, Exception e);
}
