using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using FloorManager.Domain.Hearings;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>A page of another site, opened in the browser of somebody who is signed in here: it has the cookie with it, and gets nowhere.</summary>
public sealed class ComingFromAnotherSite : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private readonly CookieContainer _cookies = new();
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Address = _server.Listen();
        _browser = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = Address };
        var entered = await _browser.PostAsJsonAsync("/enter", new { key = await _server.Token(Role.Chair) }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    private Uri Address { get; set; } = null!;

    /// <summary>Another site, one whose name begins or ends like ours, another port, another scheme, a page without an origin, and what is none.</summary>
    public static TheoryData<string> Origins =>
        ["https://evil.example", "http://evil.example:{port}", "http://{host}.evil.example:{port}", "http://{host}:1", "https://{host}:{port}", "null", "http://user@evil.example", "javascript:alert(1)"];

    private string Filled(string origin) => origin.Replace("{host}", Address.Host, StringComparison.Ordinal).Replace("{port}", $"{Address.Port}", StringComparison.Ordinal);

    private async Task<HttpStatusCode> Send(HttpMethod method, string path, string? origin, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        using var answer = await _browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task No_circuit_and_no_line_of_the_hub_is_made_by_any_transport(string origin)
    {
        foreach (var hub in new[] { "/_blazor", "/hubs/floor" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, $"{hub}/negotiate?negotiateVersion=1", Filled(origin)));
            Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Get, $"{hub}?id=AAAAAAAAAAAAAAAAAAAAAA", Filled(origin)));
            Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, $"{hub}?id=AAAAAAAAAAAAAAAAAAAAAA", Filled(origin)));
            Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Delete, $"{hub}?id=AAAAAAAAAAAAAAAAAAAAAA", Filled(origin)));
            using var socket = new ClientWebSocket();
            socket.Options.Cookies = _cookies;
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.SetRequestHeader("Origin", Filled(origin));
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = hub }.Uri, TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
        }

        Assert.Empty((await _server.Session()).Consoles.Beside(this));
    }

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task Nothing_is_written(string origin)
    {
        var before = (await _server.Session()).State.Version;
        var command = new { id = Guid.NewGuid(), type = "blackout" };
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, $"/api/v1/hearings/{Sample}/commands", Filled(origin), JsonContent.Create(command)));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/enter", Filled(origin), JsonContent.Create(new { key = await _server.Token(Role.Chair) })));
        Assert.Equal(before, (await _server.Session()).State.Version);
    }

    /// <summary>A form of another site can send no JSON, and some browsers tell no origin.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_form_signs_nobody_in(string type)
    {
        var body = new StringContent($$"""{"key": "{{await _server.Token(Role.Chair)}}"}""", System.Text.Encoding.UTF8, type);
        Assert.Equal(HttpStatusCode.BadRequest, await Send(HttpMethod.Post, "/enter", origin: null, body));
    }

    [Fact]
    public async Task Our_own_pages_get_through()
    {
        var own = Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.OK, await Send(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", own));
        Assert.Equal(HttpStatusCode.OK, await Send(HttpMethod.Post, "/hubs/floor/negotiate?negotiateVersion=1", own));
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", own);
        await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/hubs/floor" }.Uri, TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.Equal(HttpStatusCode.OK, await Send(HttpMethod.Post, $"/api/v1/hearings/{Sample}/commands", own, JsonContent.Create(new { id = Guid.NewGuid(), type = "blackout" })));
    }
}
