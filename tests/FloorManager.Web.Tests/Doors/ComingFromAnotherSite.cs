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

    private async Task<HttpStatusCode> Send(HttpMethod method, string path, string? origin, HttpContent? body = null, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
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
    [InlineData("text/plain", HttpStatusCode.Forbidden)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.BadRequest)] // Of a form the framework asks for its token.
    public async Task A_form_signs_nobody_in(string type, HttpStatusCode withCookie)
    {
        var text = $$"""{"key": "{{await _server.Token(Role.Chair)}}"}""";
        Assert.Equal(withCookie, await Send(HttpMethod.Post, "/enter", origin: null, Form()));
        using var nobody = new HttpClient { BaseAddress = Address };
        Assert.Equal(HttpStatusCode.BadRequest, (await nobody.PostAsync("/enter", Form(), TestContext.Current.CancellationToken)).StatusCode);

        StringContent Form() => new(text, System.Text.Encoding.UTF8, type);
    }

    /// <summary>Some browsers and what stands between tell no origin. A page of ours says a header that no form can send.</summary>
    [Theory]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("X-Requested-With", "FloorManager", HttpStatusCode.OK)]
    public async Task What_writes_by_a_cookie_proves_that_a_page_of_ours_wrote_it(string? header, string? value, HttpStatusCode status)
    {
        var before = (await _server.Session()).State.Version;
        Assert.Equal(status, await Send(HttpMethod.Post, "/enter", origin: null, JsonContent.Create(new { key = await _server.Token(Role.Chair) }), header, value));
        Assert.Equal(status, await Send(HttpMethod.Post, $"/api/v1/hearings/{Sample}/commands", origin: null, JsonContent.Create(new { id = Guid.NewGuid(), type = "blackout" }), header, value));
        Assert.Equal(status == HttpStatusCode.OK, (await _server.Session()).State.Version > before);
    }

    [Fact]
    public async Task A_script_that_sends_its_token_needs_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/hearings/{Sample}/commands") { Content = JsonContent.Create(new { id = Guid.NewGuid(), type = "blackout" }) };
        request.Headers.Authorization = new("Bearer", await _server.Token(Role.Chair));
        Assert.Equal(HttpStatusCode.OK, (await _browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>An image or a frame of another site sends no Origin with a GET.</summary>
    [Fact]
    public async Task A_line_that_another_site_opens_without_telling_so_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/hubs/floor?id=AAAAAAAAAAAAAAAAAAAAAA", origin: null, header: "Sec-Fetch-Site", value: "cross-site"));

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
