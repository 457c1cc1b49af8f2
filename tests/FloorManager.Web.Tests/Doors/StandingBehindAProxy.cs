using System.Net;
using System.Net.Http.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Xunit;

namespace FloorManager.Web.Tests.Doors;

/// <summary>What a proxy says of whom it speaks for is believed of the proxies that the configuration names, and of nobody else.</summary>
public sealed class StandingBehindAProxy
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static FloorServer With(string proxies) => new() { Settings = new Dictionary<string, string> { [Surroundings.Proxies] = proxies } };

    /// <param name="from">The address that the connection comes from.</param>
    private static async Task<HttpResponseMessage> Enter(FloorServer server, string from, string key, string forwardedFor)
    {
        using var client = new HttpClient(server.Server.CreateHandler(context => context.Connection.RemoteIpAddress = IPAddress.Parse(from))) { BaseAddress = server.Server.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return await client.PostAsJsonAsync("/enter", new { key }, Stop);
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", true)]
    [InlineData("192.0.2.7, 10.1.0.0/16", "10.1.2.3", true)]
    [InlineData("10.0.0.5", "::ffff:10.0.0.5", true)]
    [InlineData("2001:db8::/32", "2001:db8::7", true)]
    [InlineData("10.0.0.5", "10.0.0.6", false)]
    [InlineData("10.0.0.5", "127.0.0.1", false)]
    [InlineData("", "10.0.0.5", false)]
    public async Task The_cookie_is_tied_to_HTTPS_where_a_named_proxy_says_so(string named, string from, bool believed)
    {
        await using var server = With(named);
        using var answer = await Enter(server, from, await server.Token(Role.Chair), "198.51.100.1");
        Assert.StartsWith(believed ? "__Host-floormanager=" : "floormanager=", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    /// <summary>Whoever guesses from ten thousand made-up addresses is still one.</summary>
    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.0.0.6", false)]
    public async Task Wrong_codes_are_counted_by_the_address_that_a_named_proxy_tells(string from, bool believed)
    {
        await using var server = With("10.0.0.5");
        for (var i = 0; i < WrongCodes.Burst; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(server, from, "2222-2222", $"198.51.100.{i + 1}")).StatusCode);
        Assert.Equal(believed ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, (await Enter(server, from, "2222-2222", "203.0.113.9")).StatusCode);
    }
}
