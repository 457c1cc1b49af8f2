using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace FloorManager.Web.Live;

/// <summary>
/// A circuit's window on one hearing: it holds the newest state, tells when it changed, and takes what its person asks to the door. One a circuit; it
/// owns no truth and stops looking when the circuit is gone. A person who goes from console to console keeps it.
/// </summary>
public sealed partial class LiveSession(
    Hearings hearings, SteadyClock clock, AuthenticationStateProvider visitor, ILogger<LiveSession> log) : IAsyncDisposable
{
    /// <summary>What still fits and how long somebody has waited change although nothing happens.</summary>
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    /// <summary>Timers know no much longer one; what lies further off is looked at again with the next change of the hearing.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<CommandId> _mine = [];
    private Watcher? _watcher;
    private Task _looking = Task.CompletedTask;
    private HearingSession? _session;
    private ITimer? _halfMinute, _intake;

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

    /// <summary>Every role that the visitor has in this hearing, for the links to their other consoles.</summary>
    public IReadOnlySet<Role> Held { get; private set; } = new HashSet<Role>();

    /// <summary>
    /// Looks at a hearing in the first of these roles that the visitor has. False when there is no such hearing; without a role <see cref="Grant"/> is
    /// null and nothing is shown.
    /// </summary>
    public async Task<bool> Follow(string hearing, params Role[] roles)
    {
        if (await hearings.Find(hearing, _gone.Token) is not { } session) return false;
        var grants = Access.Grant.Of((await visitor.GetAuthenticationStateAsync()).User);
        Grant = Permissions.Staff(grants, hearing, roles) is { } held && await hearings.Stands(held, _gone.Token) ? held : null;
        Held = grants.Where(g => g.Covers(hearing)).Select(g => g.Role).ToHashSet();
        if (Grant is not null && _watcher is not null && _session == session)
        {
            Present(true);
            return true;
        }

        await Leave();
        if (Grant is null) return true;
        (_session, _watcher, State) = (session, session.Watch(), session.State);
        session.Consoles.Changed += Refresh;
        Present(true);
        _intake = clock.Time.CreateTimer(_ => AtIntake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        AwaitIntake();
        _halfMinute = clock.Time.CreateTimer(_ => Refresh(), null, HalfAMinute, HalfAMinute);
        _looking = Look(_watcher, hearing);
        return true;
    }

    /// <summary>The other consoles of this hearing that somebody has open, by role.</summary>
    public IEnumerable<Role> Others => _session?.Consoles.Beside(this) ?? [];

    /// <summary>A circuit outlives its line for a while; whoever has lost theirs is not at work.</summary>
    public void Present(bool here)
    {
        if (Grant is null) return;
        if (here) _session?.Consoles.Enter(this, Grant.Role);
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

    public Task<Answer> Ask(HearingCommand command) => Ask(new CommandId(Guid.NewGuid()), command);

    private async Task Look(Watcher watcher, string hearing)
    {
        try
        {
            await foreach (var state in watcher.States.ReadAllAsync(_gone.Token))
            {
                State = state;
                AwaitIntake();
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

    private void AtIntake()
    {
        AwaitIntake();
        Refresh();
    }

    /// <summary>The instant at which a panel begins or ceases to take requests changes no state, and what the console says of it.</summary>
    private void AwaitIntake()
    {
        var next = State?.Intakes.Values.Select(i => i.NextChange(Now)).Min();
        _intake?.Change(next is { } at && at - Now is var wait && wait < LongestWait ? wait : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private async Task Leave()
    {
        if (_intake is not null) await _intake.DisposeAsync();
        if (_halfMinute is not null) await _halfMinute.DisposeAsync();
        if (_session is { } left)
        {
            left.Consoles.Changed -= Refresh;
            left.Consoles.Leave(this);
        }

        _watcher?.Dispose();
        await _looking;
        (_session, _watcher, _halfMinute, _intake) = (null, null, null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Leave();
        _gone.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "{Hearing}: a circuit stopped following")]
    private partial void LogFailed(string hearing, Exception e);
}
