using System.Net;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Apis;

/// <summary>Whoever asks for what is not there or not theirs learns why: a reason for the script, a sentence for whoever reads its log.</summary>
public sealed class BeingTurnedAway : IDisposable
{
    private const string Hearing = "/api/v1/hearings/gcm-2017";

    private readonly FloorServer _server = new();

    public static TheoryData<string> ForStaff => ["state?audience=podium", "programme", "participants", "seats", "requests"];

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Without_a_token_one_learns_how_to_sign_in()
    {
        var answer = await Post(_server.CreateClient(), "start-clock");
        await Says(answer, HttpStatusCode.Unauthorized, "sign-in-first", "Sign in first");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public async Task A_token_that_nobody_was_given_is_told_apart_from_none(string token)
    {
        var client = _server.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        var answer = await Post(client, "start-clock");
        await Says(answer, HttpStatusCode.Unauthorized, "unknown-token", "not valid here");
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [MemberData(nameof(ForStaff))]
    public async Task A_cookie_whose_credential_was_revoked_reads_nothing(string list)
    {
        var answer = await Revoked().GetAsync($"{Hearing}/{list}", TestContext.Current.CancellationToken);
        await Says(answer, HttpStatusCode.Unauthorized, "unknown-token", "not valid here");
    }

    [Fact]
    public async Task A_cookie_whose_credential_was_revoked_submits_nothing() =>
        await Says(await Post(Revoked(), "blackout"), HttpStatusCode.Unauthorized, "unknown-token", "not valid here");

    [Fact]
    public async Task A_revoked_cookie_sees_what_anyone_sees() =>
        Assert.Equal(HttpStatusCode.OK, (await Revoked().GetAsync($"{Hearing}/state", TestContext.Current.CancellationToken)).StatusCode);

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Commands_come_by_POST_alone(string method)
    {
        using var request = new HttpRequestMessage(new(method), $"{Hearing}/commands");
        var answer = await _server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        await Says(answer, HttpStatusCode.MethodNotAllowed, "wrong-method", "POST");
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/api/v1/hearings/gcm-2017/nothing", "*/*")]
    [InlineData("/api/v1/nothing", "text/html")]
    [InlineData("/api/v2/hearings/gcm-2017/state", "application/json")]
    public async Task An_address_of_the_API_that_is_none_says_so(string address, string accept)
    {
        var client = _server.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        await Says(await client.GetAsync(address, TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "unknown-address", "openapi");
    }

    [Fact]
    public async Task The_sentence_is_in_the_readers_language()
    {
        var client = _server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        await Says(await client.GetAsync("/api/v1/nothing", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "unknown-address", "L’API");
    }

    [Fact]
    public async Task A_command_from_another_site_is_told_why_it_is_refused()
    {
        var chair = await _server.Client(Role.Chair);
        chair.DefaultRequestHeaders.TryAddWithoutValidation("Origin", "https://evil.example");
        await Says(await Post(chair, "clear-message"), HttpStatusCode.Forbidden, "foreign-origin", "another site");
    }

    /// <summary>A browser that was signed in as the chair with a credential that is there no more.</summary>
    private HttpClient Revoked()
    {
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var cookie = _server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var ticket = new AuthenticationTicket(Grant.Principal([new Grant(Guid.NewGuid(), Sample, Role.Chair)], scheme), scheme);
        var client = _server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}");
        return client;
    }

    private static async Task Says(HttpResponseMessage answer, HttpStatusCode status, string reason, string words)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await Read(answer);
        Assert.Equal(reason, (string?)problem["reason"]);
        Assert.Contains(words, (string?)problem["detail"], StringComparison.Ordinal);
    }
}
