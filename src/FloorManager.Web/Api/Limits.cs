using System.Threading.RateLimiting;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>
/// How much one credential may ask for. Many phones share one address in a conference room, so that the credential counts and not the address.
/// </summary>
public static class Limits
{
    public const string PerCredential = nameof(PerCredential);

    /// <summary>Of forms with a password: each costs a hundred milliseconds of work. Staff, not a hall, come by them from one address.</summary>
    public const string SigningIn = nameof(SigningIn);

    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            var texts = rejected.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            await FloorApi.Problem(StatusCodes.Status429TooManyRequests, "too-many", texts["Error.TooMany"]).ExecuteAsync(rejected.HttpContext);
        };
        limiter.AddPolicy(PerCredential, context =>
        {
            var grant = Grant.Of(context.User).LastOrDefault();
            return grant is null
                ? Bucket($"address {context.Connection.RemoteIpAddress}", perSecond: 100, burst: 1000)
                : grant.Role == Role.Seat ? Bucket($"{grant.Credential}", perSecond: 5, burst: 20) : Bucket($"{grant.Credential}", perSecond: 200, burst: 1000);
        });
        limiter.AddPolicy(SigningIn, context => HttpMethods.IsPost(context.Request.Method)
            ? Bucket($"sign-in {context.Connection.RemoteIpAddress}", perSecond: 1, burst: 30)
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static RateLimitPartition<string> Bucket(string who, int perSecond, int burst) => RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
