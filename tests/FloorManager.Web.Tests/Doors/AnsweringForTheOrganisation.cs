using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>What a provider answers is believed where it is the provider's, for us, for this sign-in and of now; anything else signs nobody in.</summary>
public sealed class AnsweringForTheOrganisation : IAsyncLifetime
{
    private readonly Provider _provider = new();
    private readonly FloorServer _server;
    private readonly List<HttpClient> _browsers = [];

    public AnsweringForTheOrganisation() => _server = new(Directory.CreateTempSubdirectory("floormanager-test-").FullName, clock: TimeProvider.System)
    {
        Settings = new Dictionary<string, string>
        {
            ["FloorManager:OpenIdConnect:Authority"] = Provider.Address,
            ["FloorManager:OpenIdConnect:ClientId"] = Provider.Client,
            ["FloorManager:OpenIdConnect:ClientSecret"] = "between the two",
        },
        With = services => services.Configure<OpenIdConnectOptions>(OrganisationSignIn.Scheme, o => o.BackchannelHttpHandler = _provider),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.Session();

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers) browser.Dispose();
        await _server.DisposeAsync();
        _provider.Dispose();
    }

    private HttpClient Browser()
    {
        var browser = _server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new("https://floor.example.org") });
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>Goes to the provider; what it would send the browser back with.</summary>
    private async Task<string> Asked(HttpClient browser)
    {
        using var away = await browser.GetAsync("/sign-in/organisation", Stop);
        var query = QueryHelpers.ParseQuery(away.Headers.Location!.Query);
        _provider.Nonce = query["nonce"].ToString();
        return $"/sign-in/answer?code=any&state={Uri.EscapeDataString(query["state"].ToString())}";
    }

    private static async Task<string> Back(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address, Stop);
        return answer.Headers.Location?.OriginalString ?? $"{answer.StatusCode}";
    }

    private static async Task<HttpStatusCode> MayRead(HttpClient browser) => (await browser.GetAsync($"/api/v1/hearings/{Sample}/programme", Stop)).StatusCode;

    [Fact]
    public async Task The_providers_own_answer_signs_in_with_its_roles()
    {
        var browser = Browser();
        Assert.Equal("/", await Back(browser, await Asked(browser)));
        Assert.Equal(HttpStatusCode.OK, await MayRead(browser));
    }

    public static TheoryData<string> Forgeries => [.. Provider.Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_its_own_for_us_and_for_now_signs_nobody_in(string forgery)
    {
        var browser = Browser();
        var back = await Asked(browser);
        _provider.Forge = Provider.Forgeries[forgery];
        Assert.Equal("/sign-in?refused=organisation", await Back(browser, back));
        Assert.Equal(HttpStatusCode.Unauthorized, await MayRead(browser));
    }

    [Fact]
    public async Task An_answer_to_somebody_elses_asking_signs_nobody_in()
    {
        var (one, other) = (Browser(), Browser());
        await Asked(other);
        var back = await Asked(one);
        Assert.Equal("/sign-in?refused=organisation", await Back(other, back));
        Assert.Equal("/sign-in?refused=organisation", await Back(Browser(), back));
        Assert.Equal("/sign-in?refused=organisation", await Back(other, "/sign-in/answer?code=any"));
    }

    [Fact]
    public async Task Who_is_barred_here_stays_out_whatever_the_provider_says()
    {
        var browser = Browser();
        await Back(browser, await Asked(browser));
        var (accounts, administrator) = (_server.Services.GetRequiredService<Accounts>(), (await _server.Administrator()).Grant);
        var account = (await accounts.All(administrator, Stop))!.Single(a => a.ByOrganisation);
        Assert.True(await accounts.Bar(administrator, account.Id, Stop));
        Assert.Equal(HttpStatusCode.Unauthorized, await MayRead(browser));
        Assert.Equal("/sign-in?refused=organisation", await Back(browser, await Asked(browser)));
        Assert.Equal(HttpStatusCode.Unauthorized, await MayRead(browser));
        Assert.True(await accounts.Unlock(administrator, account.Id, Stop));
        Assert.Equal("/", await Back(browser, await Asked(browser)));
        Assert.Equal(HttpStatusCode.OK, await MayRead(browser));
    }

    [Theory]
    [InlineData("https://floor.example.org", "__Host-")]
    [InlineData("http://floor.example.org", "")]
    public async Task What_the_browser_keeps_meanwhile_is_tied_to_the_host_over_HTTPS(string address, string prefix)
    {
        var browser = _server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new(address) });
        _browsers.Add(browser);
        using var away = await browser.GetAsync("/sign-in/organisation", Stop);
        var cookies = away.Headers.GetValues("Set-Cookie").ToArray();
        Assert.Equal(2, cookies.Length);
        Assert.Single(cookies, c => c.StartsWith($"{prefix}floormanager.nonce.", StringComparison.Ordinal));
        Assert.Single(cookies, c => c.StartsWith($"{prefix}floormanager.correlation.", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; path=/;", c, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("httponly", c, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Equal(prefix.Length > 0, c.Contains("; secure", StringComparison.Ordinal)));
    }

    /// <summary>A provider whose every word the test chooses.</summary>
    private sealed class Provider : HttpMessageHandler
    {
        public const string Address = "https://organisation.example.org", Client = "floormanager";

        private static readonly RsaSecurityKey Own = new(RSA.Create(2048)) { KeyId = "own" }, Another = new(RSA.Create(2048)) { KeyId = "own" };

        public static readonly Dictionary<string, Func<SecurityTokenDescriptor, SecurityTokenDescriptor>> Forgeries = new(StringComparer.Ordinal)
        {
            ["signed by another"] = t => With(t, signing: new(Another, SecurityAlgorithms.RsaSha256)),
            ["not signed"] = t => With(t, signing: null),
            ["signed by what everybody knows"] = t => With(t, signing: new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Keys())) { KeyId = "own" }, SecurityAlgorithms.HmacSha256)),
            ["for another client"] = t => With(t, audience: "somebody-else"),
            ["by another provider"] = t => With(t, issuer: "https://evil.example.org"),
            ["of yesterday"] = t => With(t, age: TimeSpan.FromDays(1)),
            ["for another sign-in"] = t => With(t, nonce: "638000000000000000.c29tZWJvZHkgZWxzZSdz"),
            ["for no sign-in"] = t => With(t, nonce: ""),
        };

        public string Nonce { get; set; } = "";

        public Func<SecurityTokenDescriptor, SecurityTokenDescriptor> Forge { get; set; } = t => t;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.RequestUri!.AbsolutePath switch
            {
                "/.well-known/openid-configuration" => JsonSerializer.Serialize(new { issuer = Address, authorization_endpoint = $"{Address}/authorize", token_endpoint = $"{Address}/token", jwks_uri = $"{Address}/keys" }),
                "/keys" => Keys(),
                _ => JsonSerializer.Serialize(new { token_type = "Bearer", access_token = "none", id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Forge(Token())) }),
            };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }

        private static string Keys()
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(Own.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = Own.KeyId });
            return JsonSerializer.Serialize(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
        }

        private SecurityTokenDescriptor Token() => With(
            new() { Claims = new Dictionary<string, object> { ["name"] = "Ms. Olga", ["roles"] = new[] { $"{Sample}:{nameof(Role.Chair).ToLowerInvariant()}" } }, Subject = new ClaimsIdentity([new Claim("sub", "olga")]) },
            Client, Address, TimeSpan.Zero, Nonce, new(Own, SecurityAlgorithms.RsaSha256));

        private static SecurityTokenDescriptor With(SecurityTokenDescriptor t, SigningCredentials? signing) => With(t, t.Audience, t.Issuer, TimeSpan.Zero, $"{t.Claims["nonce"]}", signing);

        private static SecurityTokenDescriptor With(SecurityTokenDescriptor t, string? audience = null, string? issuer = null, TimeSpan age = default, string? nonce = null) =>
            With(t, audience ?? t.Audience, issuer ?? t.Issuer, age, nonce ?? $"{t.Claims["nonce"]}", t.SigningCredentials);

        private static SecurityTokenDescriptor With(SecurityTokenDescriptor t, string audience, string issuer, TimeSpan age, string nonce, SigningCredentials? signing)
        {
            var made = TimeProvider.System.GetUtcNow().UtcDateTime - age;
            var claims = new Dictionary<string, object>(t.Claims, StringComparer.Ordinal);
            if (nonce.Length > 0) claims["nonce"] = nonce;
            else claims.Remove("nonce");
            return new() { Audience = audience, Issuer = issuer, IssuedAt = made, NotBefore = made, Expires = made.AddMinutes(5), Claims = claims, Subject = t.Subject, SigningCredentials = signing };
        }
    }
}
