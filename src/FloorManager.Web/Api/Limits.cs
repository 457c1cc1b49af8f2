using System.Threading.RateLimiting;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>
/// How much one credential may ask for. Many phones share one address in a conference room, so that the credential counts and not the address.
/// </summary>
public static class Limits
{
    public const string PerCredential = nameof(PerCredential), Lines = nameof(Lines);

    /// <summary>Settings: connections of screens, seats and consoles that are open at once, in all and by one credential.</summary>
    public const string MostLines = "FloorManager:Limits:Lines", MostLinesOfOne = "FloorManager:Limits:LinesPerCredential";

    /// <summary>Of any request, in bytes; a command takes half of it. Files come by a circuit, in pieces.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>Of what a circuit sends where it has no WebSocket: several messages at once, each of the greatest length.</summary>
    private const int LargestBodyOfACircuit = 1024 * 1024;

    /// <summary>Of forms with a password. Whoever is signed in or was so before in this browser is counted apart, so that nobody in the hall is in their way.</summary>
    public const string SigningIn = nameof(SigningIn);

    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            var texts = rejected.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
            var isLine = IsLine(rejected.HttpContext);
            rejected.HttpContext.Response.Headers.RetryAfter = isLine ? "10" : "1";
            if (rejected.HttpContext.Request.HasFormContentType)
            {
                await Errors.Page(texts["Error.TooMany"], StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
                return;
            }

            await FloorApi.Problem(StatusCodes.Status429TooManyRequests, isLine ? "too-many-lines" : "too-many", texts[isLine ? "Error.TooManyLines" : "Error.TooMany"])
                .ExecuteAsync(rejected.HttpContext);
        };
        limiter.AddPolicy(PerCredential, context =>
        {
            var grant = Grant.Of(context.User).LastOrDefault();
            return grant is null
                ? Bucket($"address {context.Connection.RemoteIpAddress}", perSecond: 100, burst: 1000)
                : grant.Role == Role.Seat ? Bucket($"{grant.Credential}", perSecond: 5, burst: 20) : Bucket($"{grant.Credential}", perSecond: 200, burst: 1000);
        });
        limiter.AddPolicy(SigningIn, context => HttpMethods.IsPost(context.Request.Method)
            ? Bucket($"sign-in {WhoSignsIn(context)}", perSecond: 2, burst: 60)
            : RateLimitPartition.GetNoLimiter(""));
        // A line is a request that lasts as long as it is open.
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            IsLine(context) ? AtOnce("all", Most(context)) : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Lines, context =>
        {
            var grant = Grant.Of(context.User).LastOrDefault();
            // Whoever has no credential has no name to be counted by. They leave a fifth to those who have.
            return grant is null ? AtOnce("nobody", Math.Max(1, Most(context) * 4 / 5))
                : AtOnce($"{grant.Credential}", Setting(context, MostLinesOfOne, grant.Role == Role.Seat ? 20 : 200));
        });
    });

    /// <summary>For whatever Blazor maps: its circuits are lines too.</summary>
    public static void OfCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } path } || !path.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal)) return;
        endpoint.Metadata.Add(new EnableRateLimitingAttribute(Lines));
        endpoint.Metadata.Add(new RequestSizeLimitAttribute(LargestBodyOfACircuit));
    }

    private static bool IsLine(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Lines;

    private static string WhoSignsIn(HttpContext context)
    {
        if (Grant.SessionOf(context.User) is { } session) return $"session {session}";
        if (context.RequestServices.GetRequiredService<StaffSignIn>().IdOf(SignIn.Known(context)) is { } browser) return $"browser {browser}";
        var bytes = context.Connection.RemoteIpAddress?.GetAddressBytes() ?? [];
        // A line of IPv6 has a whole network of addresses.
        return $"address {Convert.ToHexString(bytes.Length == 16 && !context.Connection.RemoteIpAddress!.IsIPv4MappedToIPv6 ? bytes[..8] : bytes)}";
    }

    private static int Most(HttpContext context) => Setting(context, MostLines, 5_000);

    private static int Setting(HttpContext context, string key, int otherwise) => Math.Max(1, context.RequestServices.GetRequiredService<IConfiguration>().GetValue(key, otherwise));

    private static RateLimitPartition<string> AtOnce(string who, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(who, _ => new() { PermitLimit = most, QueueLimit = 0 });

    private static RateLimitPartition<string> Bucket(string who, int perSecond, int burst) => RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
