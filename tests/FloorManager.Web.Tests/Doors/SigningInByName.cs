using System.Net;
using System.Security.Cryptography;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.StaffOfTheServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>Who gets in by name and password, who does not, and who is told what.</summary>
public sealed class SigningInByName : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Grant _administrator = null!;
    private Guid _chair;

    public async ValueTask InitializeAsync()
    {
        await _server.Session();
        _administrator = (await _server.Administrator()).Grant;
        _chair = await _server.Joined(_administrator, "cleo", Role.Chair);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private StaffSignIn Door => _server.Services.GetRequiredService<StaffSignIn>();

    private Accounts Accounts => _server.Services.GetRequiredService<Accounts>();

    private async Task<bool> GetsIn(string name, string password = Password, string? browser = null) => await Door.Try(name, password, browser) is SignInAnswer.Done;

    [Fact]
    public async Task Whoever_knows_name_and_password_gets_in_and_acts_under_their_name()
    {
        using var browser = await _server.SignedIn(" Cleo ");
        browser.DefaultRequestHeaders.Add("X-FloorManager", "1");
        Assert.Equal(HttpStatusCode.OK, (await FloorServer.Post(browser, "open-segment", new { segmentId = "panel-1" })).StatusCode);
        var last = (await _server.Session()).State.LastAct!;
        Assert.Equal((Role.Chair, "Ms. cleo"), (last.By.Role, last.By.Name));
    }

    [Fact]
    public async Task Signing_in_begins_another_session_and_ends_the_one_before_it()
    {
        var sessions = _server.Services.GetRequiredService<Sessions>();
        var before = await Open();
        using var browser = await _server.SignedIn("cleo");
        var first = Assert.Single(await Open(), s => !before.Contains(s));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", Password))).StatusCode);
        Assert.False(await sessions.Stands(first, TestContext.Current.CancellationToken));
        Assert.Single(await Open(), s => !before.Contains(s) && s != first);

        async Task<Guid[]> Open() => [.. (await sessions.Of(_chair, TestContext.Current.CancellationToken)).Select(s => s.Id)];
    }

    [Fact]
    public async Task A_password_is_stored_stretched_and_salted()
    {
        // The format of Identity's third version: a byte 1, then four bytes each of PRF (2: HMAC-SHA512), rounds and length of the salt.
        await using var scope = _server.Services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        var hash = Convert.FromBase64String((await manager.FindByIdAsync(_chair.ToString()))!.PasswordHash!);
        Assert.Equal((1, 2u, 210_000u, 16u), (hash[0], Number(1), Number(5), Number(9)));
        Assert.NotEqual(hash, Convert.FromBase64String(manager.PasswordHasher.HashPassword(new() { DisplayName = "", CreatedUnixMs = 0 }, Password)));

        uint Number(int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(at));
    }

    [Fact]
    public async Task What_is_sealed_for_one_use_is_good_for_no_other()
    {
        var door = Door;
        var known = door.Known(_chair);
        Assert.NotNull(door.IdOf(known));
        Assert.IsType<SignInAnswer.TooLate>(await door.TryCode(known, "000000", null));
        await using var scope = _server.Services.CreateAsyncScope();
        var (own, manager) = (scope.ServiceProvider.GetRequiredService<OwnAccount>(), scope.ServiceProvider.GetRequiredService<AccountManager>());
        var me = (await manager.FindByIdAsync(_chair.ToString()))!;
        Assert.Null(own.Unseal(me, known));
        Assert.Null(door.IdOf(own.Seal(me, SecondFactor.NewKey())));
        using var browser = _server.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"floormanager={known}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/api/v1/hearings/{FloorServer.Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Wrong_tries_lock_the_account_for_a_quarter_of_an_hour_and_the_right_password_too()
    {
        for (var n = 0; n < 5; n++)
        {
            Assert.False(await GetsIn("cleo", "seven lanterns by the rivers"));
            if (n < 4) Assert.False((await Accounts.All(_administrator, TestContext.Current.CancellationToken))!.Single(m => m.Id == _chair).IsLocked);
        }

        Assert.True((await Accounts.All(_administrator, TestContext.Current.CancellationToken))!.Single(m => m.Id == _chair).IsLocked);
        Assert.False(await GetsIn("cleo"));
        _server.Time.Advance(TimeSpan.FromMinutes(14.9));
        Assert.False(await GetsIn("cleo"));
        _server.Time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.True(await GetsIn("cleo"));
    }

    [Fact]
    public async Task Many_who_guess_at_once_are_counted_one_by_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => GetsIn("cleo", $"wrong {n}"))));
        Assert.True((await Accounts.All(_administrator, TestContext.Current.CancellationToken))!.Single(m => m.Id == _chair).IsLocked);
        Assert.False(await GetsIn("cleo"));
    }

    [Fact]
    public async Task A_flood_of_wrong_passwords_from_the_hall_does_not_keep_out_who_has_been_here_before()
    {
        using var own = await _server.SignedIn("cleo");
        using var flood = _server.Browser();
        // Two a second are given back by the machine's clock: a slow machine needs more of them.
        HttpResponseMessage answer;
        var sent = 0;
        do answer = await flood.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "password")]), TestContext.Current.CancellationToken);
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++sent < 1000);
        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.Redirect, (await own.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", Password))).StatusCode);
    }

    [Fact]
    public async Task An_administrator_unlocks_at_once()
    {
        for (var n = 0; n < 5; n++) await GetsIn("cleo", "wrong");
        Assert.True(await Accounts.Unlock(_administrator, _chair, TestContext.Current.CancellationToken));
        Assert.True(await GetsIn("cleo"));
    }

    [Fact]
    public async Task Nobody_locks_the_chair_out_of_the_browser_they_have_signed_in_with_before()
    {
        var (own, anothers) = (Door.Known(_chair), Door.Known(Guid.NewGuid()));
        for (var n = 0; n < 6; n++) await GetsIn("cleo", "wrong");
        Assert.True(await GetsIn("cleo", browser: own));
        Assert.False(await GetsIn("cleo", browser: anothers));
        Assert.False(await GetsIn("cleo", browser: own + "x"));
        // It is counted by itself; when it has used its tries up it is one like any other, and after a while it is known again.
        _server.Time.Advance(TimeSpan.FromMinutes(16));
        for (var n = 0; n < 15; n++) Assert.False(await GetsIn("cleo", "wrong", own));
        Assert.False(await GetsIn("cleo", browser: own));
        Assert.False(await GetsIn("cleo"));
        Assert.True(await Accounts.Unlock(_administrator, _chair, TestContext.Current.CancellationToken));
        Assert.True(await GetsIn("cleo", browser: own));
        for (var n = 0; n < 15; n++) Assert.False(await GetsIn("cleo", "wrong", own));
        _server.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.True(await GetsIn("cleo", browser: own));
        // And it is forgotten after half a year.
        _server.Time.Advance(TimeSpan.FromDays(181));
        for (var n = 0; n < 5; n++) await GetsIn("cleo", "wrong");
        Assert.False(await GetsIn("cleo", browser: own));
    }

    [Fact]
    public async Task Who_guesses_is_told_the_same_of_a_wrong_name_a_wrong_password_and_a_locked_account()
    {
        using var browser = _server.Browser();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, password) in new[] { ("nobody", Password), ("cleo", "wrong"), ("cleo", "wrong"), ("cleo", "wrong"), ("cleo", "wrong"), ("cleo", "wrong"), ("cleo", Password), ("nobody", new string('x', 100_000)) })
        {
            var answer = await browser.Fill("/sign-in", "password", ("Name", name), ("Password", password));
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            told.Add($"{answer.StatusCode} {page[page.IndexOf("role=\"alert\"", StringComparison.Ordinal)..page.IndexOf("<form", StringComparison.Ordinal)]}");
        }

        Assert.Contains("Name or password are not right", Assert.Single(told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_link_to_the_door_leads_nowhere_but_into_the_house(string to)
    {
        using var browser = _server.Browser();
        var answer = await browser.Fill($"/sign-in?to={Uri.EscapeDataString(to)}", "password", ("Name", "cleo"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"/{FloorServer.Sample}/chair", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_link_from_elsewhere_begins_no_sign_in_by_the_organisation(string site)
    {
        // Nobody is asked at this address: what is refused is refused before.
        await using var server = new FloorServer { Settings = new Dictionary<string, string> { ["FloorManager:OpenIdConnect:Authority"] = "http://127.0.0.1:9", ["FloorManager:OpenIdConnect:ClientId"] = "x" } };
        using var browser = server.Browser();
        using var led = new HttpRequestMessage(HttpMethod.Get, "/sign-in/organisation");
        led.Headers.Add("Sec-Fetch-Site", site);
        Assert.Equal("/sign-in", (await browser.SendAsync(led, TestContext.Current.CancellationToken)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_organisation_that_does_not_answer_is_told_in_a_sentence()
    {
        await using var server = new FloorServer { Settings = new Dictionary<string, string> { ["FloorManager:OpenIdConnect:Authority"] = "http://127.0.0.1:9", ["FloorManager:OpenIdConnect:ClientId"] = "x" } };
        using var browser = server.Browser();
        var answer = await browser.GetAsync("/sign-in/organisation", TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?refused=organisation", answer.Headers.Location?.ToString());
        Assert.Contains("Your organisation did not sign you in.", await browser.GetStringAsync("/sign-in?refused=organisation", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        using var browser = _server.Browser();
        await browser.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var forged = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "password"), new("Given.Name", "cleo"), new("Given.Password", Password)]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.DoesNotContain(forged.Headers, h => h.Key == "Set-Cookie" && h.Value.Any(v => v.StartsWith("floormanager=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("lantern", "Password.TooShort")]
    [InlineData("aaaaaaaaaaaaaaaa", "Password.TooPlain")]
    [InlineData("password1234", "Password.TooPlain")]
    [InlineData("PasswordPassword!", "Password.TooPlain")]
    [InlineData("Floormanager2026", "Password.TooPlain")]
    [InlineData("dora dora dora 1", "Password.TooPlain")]
    [InlineData("three taken horses", "Password.Breached")]
    [InlineData("a stolen umbrella", "Password.Breached")]
    [InlineData("zebra in the archive", "Password.Breached")]
    public async Task A_password_that_is_guessed_is_refused_and_the_link_stays_good(string password, string why)
    {
        var list = Path.Combine(_server.Data, "breached.txt");
        string[] stolen = ["three taken horses", "a stolen umbrella", "zebra in the archive", .. Enumerable.Range(0, 500).Select(n => $"stolen {n}")];
        await File.WriteAllLinesAsync(list, stolen.Select(s => $"{Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(s)))}:7").Order(StringComparer.Ordinal), TestContext.Current.CancellationToken);
        _server.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()["FloorManager:BreachedPasswords"] = list;
        var secret = (await Accounts.Invite(_administrator, "dora", "Ms. Dora", FloorServer.Sample, Role.Chair, TestContext.Current.CancellationToken)).Secret!;
        Assert.Equal(why, (await Accounts.Join(secret, "dora", "Ms. Dora", password, TestContext.Current.CancellationToken)).Refused?.Key);
        Assert.NotNull((await Accounts.Join(secret, "dora", "Ms. Dora", Password, TestContext.Current.CancellationToken)).Joined);
    }

    [Fact]
    public async Task Every_stolen_password_is_found_wherever_it_stands_in_the_list()
    {
        var list = Path.Combine(_server.Data, "breached.txt");
        string[] stolen = [.. Enumerable.Range(0, 65).Select(n => $"a password lost somewhere {n}")];
        var settings = _server.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();
        settings["FloorManager:BreachedPasswords"] = list;
        var (rules, owner) = (new PasswordRules(settings), new Account { DisplayName = "Ms. Cleo", CreatedUnixMs = 0 });
        for (var length = 0; length < stolen.Length; length += 8)
        {
            await File.WriteAllTextAsync(list, string.Concat(stolen.Take(length).Select(s => $"{Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(s)))}:{s.Length}\r\n").Order(StringComparer.Ordinal)), TestContext.Current.CancellationToken);
            for (var n = 0; n < stolen.Length; n++) Assert.Equal((length, n, n >= length), (length, n, (await rules.ValidateAsync(null!, owner, stolen[n])).Succeeded));
        }
    }
}
