using System.Threading.RateLimiting;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Push;

/// <summary>
/// How many messages one connection may send: a screen says a few a minute and a handful when it comes back; a console one for each key, and some hundreds
/// at once for a file. It is counted by connection, so that nobody is slowed by a neighbour; and over all the connections of a seat together, so that more of them
/// give it no more to say.
/// </summary>
public sealed class Pace : IHubFilter, IDisposable
{
    private readonly IStringLocalizer<Texts> _texts;
    private readonly PartitionedRateLimiter<Guid> _seats;

    public Pace(IStringLocalizer<Texts> texts)
    {
        _texts = texts;
        // Forgets by itself what has been quiet for a while.
        _seats = PartitionedRateLimiter.Create<Guid, Guid>(seat => RateLimitPartition.GetTokenBucketLimiter(seat, _ => Tokens(OfSeats)));
    }

    /// <summary>Messages at once, and each second.</summary>
    public (int Burst, int PerSecond) OfScreens { get; init; } = (200, 50);

    /// <summary>Of the twenty connections that a seat may have, each with what a page says when it comes back.</summary>
    public (int Burst, int PerSecond) OfSeats { get; init; } = (400, 100);

    public (int Burst, int PerSecond) OfCircuits { get; init; } = (2_000, 500);

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        // Filled up when it is asked, without a timer for each connection.
        context.Context.Items[typeof(Pace)] = new TokenBucketRateLimiter(Tokens(context.Hub is FloorHub ? OfScreens : OfCircuits));
        // A console in whose browser somebody also has a seat's card is a console all the same.
        context.Context.Items[typeof(Grant)] = context.Hub is FloorHub ? Grant.Of(context.Context.User).Where(g => g.Role == Role.Seat).Select(g => g.Credential).ToArray() : [];
        return next(context);
    }

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!MaySay(invocation.Context))
        {
            // A circuit that has missed a message is worth nothing: it comes back by itself.
            if (invocation.Hub is not FloorHub) invocation.Context.Abort();
            throw new HubException(_texts["Error.TooManyMessages"]);
        }

        return next(invocation);
    }

    private bool MaySay(HubCallerContext line)
    {
        if (line.Items[typeof(Pace)] is TokenBucketRateLimiter tokens)
        {
            tokens.TryReplenish();
            using var lease = tokens.AttemptAcquire();
            if (!lease.IsAcquired) return false;
        }

        foreach (var seat in (Guid[])line.Items[typeof(Grant)]!)
        {
            using var lease = _seats.AttemptAcquire(seat);
            if (!lease.IsAcquired) return false;
        }

        return true;
    }

    private static TokenBucketRateLimiterOptions Tokens((int Burst, int PerSecond) pace) => new()
    {
        TokenLimit = pace.Burst,
        TokensPerPeriod = pace.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = false,
    };

    public void Dispose() => _seats.Dispose();
}
