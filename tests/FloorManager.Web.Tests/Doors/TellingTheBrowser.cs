using System.Net;
using System.Net.Http.Json;
using FloorManager.Domain.Hearings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>What every answer tells a browser to leave, and by what name it keeps who it is.</summary>
public sealed class TellingTheBrowser : IDisposable
{
    private readonly FloorServer _server = new() { Settings = new Dictionary<string, string> { ["environment"] = "Production" } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    private HttpClient At(string address) => _server.CreateClient(new() { BaseAddress = new(address), HandleCookies = false });

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/gcm-2017/screen", HttpStatusCode.OK)]
    [InlineData("/nothing/here/at/all", HttpStatusCode.NotFound)]
    [InlineData("/assets/chamber.js", HttpStatusCode.OK)]
    [InlineData("/api/v1/hearings/gcm-2017/state", HttpStatusCode.OK)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/hubs/floor", HttpStatusCode.BadRequest)]
    public async Task Every_answer_has_them(string path, HttpStatusCode status)
    {
        using var answer = await At("https://floor.example.org").GetAsync(path, Stop);
        Assert.Equal(status, answer.StatusCode);
        HasThem(answer);
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("max-age=31536000", Header(answer, "Strict-Transport-Security"));
    }

    private static void HasThem(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        var policy = Header(answer, "Content-Security-Policy").Split("; ").Select(p => p.Split(' ', 2)).ToDictionary(p => p[0], p => p[1]);
        Assert.Equal(("'none'", "'self'", "'none'"), (policy["default-src"], policy["script-src"], policy["object-src"]));
        Assert.Equal(("'self'", "'self'"), (policy["base-uri"], policy["form-action"]));
    }

    /// <summary>The framework wipes the headers of an answer that fails.</summary>
    [Fact]
    public async Task What_the_API_answers_is_kept_nowhere()
    {
        using var chair = await _server.Client(Role.Chair);
        foreach (var list in new[] { "participants", "programme", "requests", "programme.ics", "state" })
        {
            using var answer = await chair.GetAsync($"/api/v1/hearings/{FloorServer.Sample}/{list}", Stop);
            Assert.Equal((list, true), (list, answer.Headers.CacheControl?.NoStore));
        }
    }

    [Fact]
    public async Task A_fault_of_the_program_has_them_too()
    {
        using var failing = new FloorServer { With = services => services.AddSingleton<IStartupFilter>(new Failing()) };
        using var answer = await failing.CreateClient().GetAsync("/nothing/here/at/all", Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        HasThem(answer);
        Assert.Equal("unexpected", (string?)(await Read(answer))["reason"]);
    }

    /// <summary>Stands behind everything of ours.</summary>
    private sealed class Failing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(_ => throw new InvalidOperationException("on purpose"));
        };
    }

    [Theory]
    [InlineData("http://floor.example.org")]
    [InlineData("https://localhost")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://[::1]:5081")]
    public async Task Only_a_name_of_its_own_is_tied_to_HTTPS(string address)
    {
        using var answer = await At(address).GetAsync("/", Stop);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/nosuch/screen")]
    [InlineData("/nosuch/chair")]
    public async Task A_page_of_a_hearing_that_is_none_says_so_by_its_status(string path)
    {
        using var person = At("http://localhost");
        person.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await person.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<script", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private async Task<string> SignIn(string address)
    {
        using var answer = await At(address).PostAsJsonAsync("/enter", new { key = await _server.Token(Role.Chair) }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Header(answer, "Set-Cookie");
    }

    private async Task<HttpStatusCode> Ask(string address, string cookie)
    {
        using var client = At(address);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.GetAsync($"/api/v1/hearings/{Sample}/programme", Stop)).StatusCode;
    }

    [Fact]
    public async Task Over_HTTPS_the_sign_in_is_tied_to_the_host_and_over_HTTP_it_is_not()
    {
        var (https, http) = (await SignIn("https://floor.example.org"), await SignIn("http://floor.example.org"));
        Assert.StartsWith("__Host-floormanager=", https, StringComparison.Ordinal);
        Assert.StartsWith("floormanager=", http, StringComparison.Ordinal);
        Assert.All(["path=/", "secure", "samesite=lax", "httponly"], part => Assert.Contains($"; {part}", https, StringComparison.OrdinalIgnoreCase));
        Assert.All([https, http], cookie => Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("secure", http, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_sign_in_over_the_one_is_none_over_the_other_whatever_it_is_called()
    {
        var (https, http) = ((await SignIn("https://floor.example.org")).Split(';')[0], (await SignIn("http://floor.example.org")).Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, await Ask("https://floor.example.org", https));
        Assert.Equal(HttpStatusCode.OK, await Ask("http://floor.example.org", http));
        foreach (var planted in new[] { http, $"__Host-{http}" }) Assert.Equal(HttpStatusCode.Unauthorized, await Ask("https://floor.example.org", planted));
        foreach (var stolen in new[] { https, https["__Host-".Length..] }) Assert.Equal(HttpStatusCode.Unauthorized, await Ask("http://floor.example.org", stolen));
    }

    [Theory]
    [InlineData("/gcm-2017/screen?lang=fr", false)]
    [InlineData("/api/v1/hearings/gcm-2017/state?lang=fr", false)]
    [InlineData("/assets/icon.svg?lang=fr", false)]
    [InlineData("/gcm-2017/chair?lang=fr", true)]
    [InlineData("/join?lang=fr", true)]
    public async Task The_language_of_a_screen_or_a_file_is_not_that_of_the_consoles(string path, bool kept)
    {
        using var person = At("http://localhost");
        using var answer = await person.GetAsync(path, Stop);
        Assert.Equal(kept, answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.Contains("floormanager.lang=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_language_keeps_where_somebody_was_on_their_way_to()
    {
        using var person = At("http://localhost");
        Assert.Contains("href=\"/sign-in?to=%2Faccount&amp;lang=fr\"", await person.GetStringAsync("/sign-in?to=%2Faccount", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://floor.example.org", "__Host-floormanager.lang=")]
    [InlineData("http://floor.example.org", "floormanager.lang=")]
    public async Task So_is_that_of_the_language_which_is_spoken_from_then_on(string address, string name)
    {
        using var person = At(address);
        using var chosen = await person.GetAsync("/sign-in?lang=fr", Stop);
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"), c => c.StartsWith(name, StringComparison.Ordinal));
        person.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Contains("<html lang=\"fr\"", await person.GetStringAsync("/sign-in", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://floor.example.org", "__Host-floormanager.form=")]
    [InlineData("http://floor.example.org", "floormanager.form=")]
    public void So_is_the_cookie_of_forms(string address, string name)
    {
        using var scope = _server.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Scheme = new Uri(address).Scheme;
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        var cookie = $"{context.Response.Headers.SetCookie}";
        Assert.StartsWith(name, cookie, StringComparison.Ordinal);
        Assert.Equal(context.Request.IsHttps, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_overlay_may_be_framed_by_whom_a_setting_names_and_nothing_else()
    {
        using var named = new FloorServer { Settings = new Dictionary<string, string> { [Surroundings.Frames] = "https://mixer.example.org;https://second.example.org" } };
        using var overlay = await named.CreateClient().GetAsync($"/{Sample}/overlay", Stop);
        Assert.EndsWith("; frame-ancestors https://mixer.example.org https://second.example.org", Header(overlay, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(overlay.Headers.Contains("X-Frame-Options"));
        using var podium = await named.CreateClient().GetAsync($"/{Sample}/podium", Stop);
        Assert.EndsWith("; frame-ancestors 'none'", Header(podium, "Content-Security-Policy"), StringComparison.Ordinal);
    }
}
