using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using Xunit;
using static FloorManager.Web.Tests.StaffOfTheServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>Who has a second factor gets in with a code, each code once, and with a recovery code where the device is lost.</summary>
public sealed class ASecondFactor : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Grant _administrator = null!;
    private Guid _chair, _session;
    private string _key = "";
    private string[] _recoveries = [];

    public async ValueTask InitializeAsync()
    {
        await _server.Session();
        _administrator = (await _server.Administrator()).Grant;
        _chair = await _server.Joined(_administrator, "cleo", Role.Chair);
        _session = await _server.Services.GetRequiredService<Sessions>().Begin(_chair, "where it was set up", TestContext.Current.CancellationToken);
        _key = SecondFactor.NewKey();
        var (codes, refused) = await Own((own, me) => own.BeginFactor(me, _session, own.Seal(me, _key), Code(), Password));
        Assert.Null(refused);
        _recoveries = codes!;
        _server.Time.Advance(TimeSpan.FromSeconds(30));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private StaffSignIn Door => _server.Services.GetRequiredService<StaffSignIn>();

    private string Code(int steps = 0) => new Totp(Base32Encoding.ToBytes(_key)).ComputeTotp(_server.Time.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    private async Task<T> Own<T>(Func<OwnAccount, Account, Task<T>> act)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<OwnAccount>();
        return await act(own, (await own.Of(_session))!);
    }

    private async Task<string> Ticket() => Assert.IsType<SignInAnswer.NeedsCode>(await Door.Try("cleo", Password, null)).Ticket;

    private async Task<bool> GetsIn(string code, string? ticket = null) => await Door.TryCode(ticket ?? await Ticket(), code, null) is SignInAnswer.Done;

    [Fact]
    public async Task A_code_is_good_once_one_step_early_or_late_and_no_further()
    {
        Assert.False(await GetsIn(Code(-2)));
        Assert.False(await GetsIn(Code(2)));
        Assert.True(await GetsIn(Code()));
        Assert.False(await GetsIn(Code()));
        Assert.False(await GetsIn(Code(-1)));
        Assert.True(await GetsIn(Code(1)));
    }

    [Fact]
    public async Task The_door_asks_for_the_code_after_the_password_and_lets_in_by_both()
    {
        using var browser = _server.Browser();
        var asked = await (await browser.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", Password))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var ticket = TicketIn(asked);
        Assert.DoesNotContain(Password, asked, StringComparison.Ordinal);
        Assert.Contains("The code is not right", await (await browser.Fill("/sign-in", "code", ("Ticket", ticket), ("Code", "000000"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var let = await browser.Fill("/sign-in", "code", ("Ticket", ticket), ("Code", Code()));
        Assert.EndsWith($"/{FloorServer.Sample}/chair", let.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/hearings/{FloorServer.Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_come_with_the_same_code_at_once_one_gets_in()
    {
        var (ticket, code) = (await Ticket(), Code());
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => GetsIn(code, ticket))));
        Assert.Single(both, got => got);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_however_it_is_typed()
    {
        Assert.Equal(10, _recoveries.Distinct().Count());
        Assert.True(await GetsIn($" {_recoveries[3][..6].ToLowerInvariant()}-{_recoveries[3][6..]} "));
        Assert.False(await GetsIn(_recoveries[3]));
        Assert.True(await GetsIn(_recoveries[4]));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_as_wrong_passwords_do()
    {
        var ticket = await Ticket();
        for (var n = 0; n < 5; n++) Assert.False(await GetsIn("000000", ticket));
        Assert.IsType<SignInAnswer.Refused>(await Door.TryCode(ticket, Code(), null));
        Assert.IsType<SignInAnswer.Refused>(await Door.Try("cleo", Password, null));
    }

    [Fact]
    public async Task The_password_is_good_for_five_minutes_and_not_after_it_was_changed()
    {
        var ticket = await Ticket();
        _server.Time.Advance(TimeSpan.FromMinutes(5.1));
        Assert.IsType<SignInAnswer.TooLate>(await Door.TryCode(ticket, Code(), null));
        Assert.IsType<SignInAnswer.TooLate>(await Door.TryCode("made up", Code(), null));

        ticket = await Ticket();
        Assert.Null(await Own((own, me) => own.ChangePassword(me, _session, Password, "eight lanterns by the river")));
        Assert.IsType<SignInAnswer.TooLate>(await Door.TryCode(ticket, Code(), null));
    }

    [Fact]
    public async Task A_new_password_by_a_link_does_not_go_past_the_code()
    {
        var accounts = _server.Services.GetRequiredService<Accounts>();
        var secret = (await accounts.InviteAgain(_administrator, _chair, TestContext.Current.CancellationToken)).Secret!;
        using var browser = _server.Browser();
        var opened = await browser.Fill("/join", "join", ("Secret", secret));
        Assert.Contains("Ms. cleo, choose a new password.", await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var joined = await browser.Fill("/join", "join", ("Secret", secret), ("Password", "eight lanterns by the river"));
        Assert.EndsWith("/sign-in", joined.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(joined.Headers, h => h.Key == "Set-Cookie" && h.Value.Any(v => v.StartsWith("floormanager=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_password_it_is_neither_begun_nor_ended_and_an_administrator_ends_it()
    {
        Assert.Equal("Password.Wrong", await Own((own, me) => own.EndFactor(me, _session, Code(), "wrong")));
        Assert.IsType<SignInAnswer.NeedsCode>(await Door.Try("cleo", Password, null));
        Assert.True(await _server.Services.GetRequiredService<Accounts>().EndSecondFactor(_administrator, _chair, TestContext.Current.CancellationToken));
        Assert.IsType<SignInAnswer.Done>(await Door.Try("cleo", Password, null));
        Assert.False(await _server.Services.GetRequiredService<Sessions>().Stands(_session, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_knows_the_password_alone_neither_ends_it_nor_gets_other_recovery_codes()
    {
        Assert.Equal("SignIn.CodeRefused", await Own((own, me) => own.EndFactor(me, _session, "000000", Password)));
        Assert.Equal((null, "SignIn.CodeRefused"), await Own((own, me) => own.RenewRecoveries(me, _session, "", Password)));
        Assert.True(await GetsIn(_recoveries[0]));
        Assert.Null(await Own((own, me) => own.EndFactor(me, _session, _recoveries[1], Password)));
        Assert.IsType<SignInAnswer.Done>(await Door.Try("cleo", Password, null));
    }

    [Fact]
    public async Task Who_tries_codes_out_for_a_change_is_stopped_after_ten()
    {
        for (var n = 0; n < 10; n++) Assert.Equal("SignIn.CodeRefused", await Own((own, me) => own.EndFactor(me, _session, "000000", Password)));
        Assert.Equal("Password.Wrong", await Own((own, me) => own.EndFactor(me, _session, Code(), Password)));
        Assert.True(await GetsIn(Code()));
    }

    [Fact]
    public async Task Other_recovery_codes_take_the_place_of_those_from_before()
    {
        using var browser = await SignedIn();
        var page = await (await browser.Fill("/account", "factor-renew", ("Code", Code(1)), ("Password", Password))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var renewed = System.Text.RegularExpressions.Regex.Matches(page, "<li>([A-Z2-9]{6}(?:-[A-Z2-9]{6}){3})</li>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(10, renewed.Length);
        Assert.False(await GetsIn(_recoveries[2]));
        Assert.True(await GetsIn(renewed[2]));
    }

    private async Task<HttpClient> SignedIn()
    {
        var browser = _server.Browser();
        var asked = await (await browser.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", Password))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.Fill("/sign-in", "code", ("Ticket", TicketIn(asked)), ("Code", Code()))).StatusCode);
        return browser;
    }

    private static string TicketIn(string page) => System.Text.RegularExpressions.Regex.Match(page, "name=\"Given.Ticket\" value=\"([^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value;

    [Fact]
    public async Task Neither_key_nor_recovery_code_stands_in_the_database()
    {
        await using (var db = await _server.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<Journal.JournalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken);
        await using var file = new FileStream(Path.Combine(_server.Data, "floormanager.db"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        Assert.Contains("cleo", text, StringComparison.Ordinal);
        Assert.All([_key, Password, .. _recoveries], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.DoesNotContain(System.Text.Encoding.Latin1.GetString(Base32Encoding.ToBytes(_key)), text, StringComparison.Ordinal);
    }
}
