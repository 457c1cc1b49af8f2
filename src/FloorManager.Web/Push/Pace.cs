using System.Threading.RateLimiting;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Push;

/// <summary>
/// How many messages one connection may send: a screen says a few a minute and a handful when it comes back; a console one for each key, and some hundreds
/// at once for a file. It is counted by connection, so that nobody is slowed by a neighbour.
/// </summary>
public sealed class Pace(IStringLocalizer<Texts> texts) : IHubFilter
{
    /// <summary>Messages at once, and each second.</summary>
    public (int Burst, int PerSecond) OfScreens { get; init; } = (200, 50);

    public (int Burst, int PerSecond) OfCircuits { get; init; } = (2_000, 500);

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var (burst, perSecond) = context.Hub is FloorHub ? OfScreens : OfCircuits;
        // Filled up when it is asked, without a timer for each connection.
        context.Context.Items[typeof(Pace)] = new TokenBucketRateLimiter(new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
        });
        return next(context);
    }

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocation.Context.Items[typeof(Pace)] is TokenBucketRateLimiter tokens)
        {
            tokens.TryReplenish();
            using var lease = tokens.AttemptAcquire();
            if (!lease.IsAcquired)
            {
                // A circuit that has missed a message is worth nothing: it comes back by itself.
                if (invocation.Hub is not FloorHub) invocation.Context.Abort();
                throw new HubException(texts["Error.TooManyMessages"]);
            }
        }

        return next(invocation);
    }
}
