using System.Net;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Shared;
using FloorManager.Web.Tests.Screens;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;
using TestContext = Xunit.TestContext;

namespace FloorManager.Web.Tests.Doors;

/// <summary>Accounts come by invitation, have the roles they were given at this moment, and are out at once where something was taken away.</summary>
public sealed class ManagingAccounts : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly FloorServer _server = new();
    private Grant _administrator = null!;
    private Guid _first;

    public async ValueTask InitializeAsync()
    {
        await _server.Session();
        (_first, _administrator) = await _server.Administrator();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Accounts Accounts => _server.Services.GetRequiredService<Accounts>();

    private Sessions Sessions => _server.Services.GetRequiredService<Sessions>();

    private async Task<StaffMember> Member(Guid account) => (await Accounts.All(_administrator))!.Single(m => m.Id == account);

    [Fact]
    public async Task The_first_administrator_comes_by_a_link_that_is_good_once_and_for_nobody_after()
    {
        await using var fresh = new FloorServer();
        await fresh.Session();
        var accounts = fresh.Services.GetRequiredService<Accounts>();
        var old = (await accounts.FirstAdministrator(TestContext.Current.CancellationToken))!;
        var link = (await accounts.FirstAdministrator(TestContext.Current.CancellationToken))!;
        Assert.Equal("Join.Unknown", (await accounts.Join(old, "eve", "Eve", StaffOfTheServer.Password, TestContext.Current.CancellationToken)).Refused?.Key);
        var both = await Task.WhenAll(new[] { "ada", "eve" }.Select(name => Task.Run(() => accounts.Join(link, name, name, StaffOfTheServer.Password))));
        Assert.Single(both, b => b.Joined is not null);
        Assert.Null(await accounts.FirstAdministrator(TestContext.Current.CancellationToken));
        Assert.Null(await accounts.Invited(link, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Before_somebody_has_joined_there_is_no_password_that_opens()
    {
        await using var fresh = new FloorServer();
        await fresh.Session();
        await fresh.Services.GetRequiredService<Accounts>().FirstAdministrator(TestContext.Current.CancellationToken);
        foreach (var password in new[] { "", "administrator", "password", "admin" })
            Assert.IsType<SignInAnswer.Refused>(await fresh.Services.GetRequiredService<StaffSignIn>().Try("administrator", password, null));
    }

    [Fact]
    public async Task An_invitation_ends_after_a_week()
    {
        var secret = (await Accounts.Invite(_administrator, "dora", "Ms. Dora", Sample, Role.Chair, TestContext.Current.CancellationToken)).Secret!;
        _server.Time.Advance(TimeSpan.FromDays(6.9));
        Assert.NotNull(await Accounts.Invited(secret, TestContext.Current.CancellationToken));
        _server.Time.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal("Join.Unknown", (await Accounts.Join(secret, "dora", "Ms. Dora", StaffOfTheServer.Password, TestContext.Current.CancellationToken)).Refused?.Key);
    }

    [Theory]
    [InlineData("cleo", "Account.NameTaken")]
    [InlineData("CLEO", "Account.NameTaken")]
    [InlineData("with space", "Account.BadName")]
    [InlineData("", "Account.BadName")]
    public async Task A_name_is_somebodys_once(string name, string why)
    {
        await _server.Joined(_administrator, "cleo", Role.Chair);
        Assert.Equal(why, (await Accounts.Invite(_administrator, name, "Another", Sample, Role.Chair, TestContext.Current.CancellationToken)).Refused?.Key);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_of_the_server_manages_accounts()
    {
        var credentials = _server.Services.GetRequiredService<Credentials>();
        foreach (var (hearing, role) in new[] { (Sample, Role.Administrator), (Grant.Everywhere, Role.Secretariat), (Grant.Everywhere, Role.Chair), (Sample, Role.Secretariat) })
        {
            var by = (await credentials.Find(await credentials.Issue(hearing, role), TestContext.Current.CancellationToken))!;
            Assert.Null(await Accounts.All(by, TestContext.Current.CancellationToken));
            Assert.Equal("Answer.Denied", (await Accounts.Invite(by, "eve", "Eve", Sample, Role.Administrator, TestContext.Current.CancellationToken)).Refused?.Key);
            Assert.Equal("Answer.Denied", (await Accounts.InviteAgain(by, _first, TestContext.Current.CancellationToken)).Refused?.Key);
            Assert.False(await Accounts.Give(by, _first, Sample, Role.Chair, TestContext.Current.CancellationToken));
            Assert.False(await Accounts.Take(by, _first, _administrator.Credential, TestContext.Current.CancellationToken));
            Assert.False(await Accounts.Bar(by, _first, TestContext.Current.CancellationToken));
            Assert.False(await Accounts.Unlock(by, _first, TestContext.Current.CancellationToken));
            Assert.False(await Accounts.EndSecondFactor(by, _first, TestContext.Current.CancellationToken));
            Assert.False(await Accounts.Remove(by, _first, TestContext.Current.CancellationToken));
            if (role != Role.Administrator) Assert.Null(await credentials.Issue(by, Sample, Role.Administrator, "for me", TestContext.Current.CancellationToken));
        }

        Assert.Single((await Accounts.All(_administrator, TestContext.Current.CancellationToken))!);
    }

    [Fact]
    public async Task Who_is_shut_out_is_out_everywhere_and_in_again_when_unlocked()
    {
        var cleo = await _server.Joined(_administrator, "cleo", Role.Chair);
        var invited = (await Accounts.InviteAgain(_administrator, cleo, TestContext.Current.CancellationToken)).Secret!;
        using var browser = await _server.SignedIn("cleo"); // It is known from now on, and has tries of its own.
        Assert.True(await Accounts.Bar(_administrator, cleo, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/api/v1/hearings/{Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", StaffOfTheServer.Password))).StatusCode);
        Assert.Null(await Accounts.Invited(invited, TestContext.Current.CancellationToken));
        // Neither by another link nor by a session that was beginning at that moment.
        Assert.Equal("Answer.Denied", (await Accounts.InviteAgain(_administrator, cleo, TestContext.Current.CancellationToken)).Refused?.Key);
        Assert.False(await Sessions.Stands(await Sessions.Begin(cleo, "late", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        _server.Time.Advance(TimeSpan.FromDays(400));
        Assert.IsType<SignInAnswer.Refused>(await _server.Services.GetRequiredService<StaffSignIn>().Try("cleo", StaffOfTheServer.Password, null));
        _administrator = Assert.Single(await _server.Grants(_first)); // Whose session has ended as well.
        Assert.True((await Member(cleo)).IsBarred);
        Assert.True(await Accounts.Unlock(_administrator, cleo, TestContext.Current.CancellationToken));
        using var again = await _server.SignedIn("cleo");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync($"/api/v1/hearings/{Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(await Accounts.EndSecondFactor(_administrator, _first, TestContext.Current.CancellationToken));
        Assert.False(await Accounts.Bar(_administrator, _first, TestContext.Current.CancellationToken)); // Nobody shuts themselves out.
    }

    [Fact]
    public async Task An_administrator_sets_up_and_does_not_lead_the_floor()
    {
        Assert.IsType<Answer.Denied>(await _server.Act(_administrator, new HearingCommand.OpenSegment(new("panel-1"))));
        Assert.IsType<Answer.Denied>(await _server.Act(_administrator, new HearingCommand.Recognise(new Domain.Requests.RequestId(Guid.NewGuid()))));
        Assert.IsType<Answer.Done>(await _server.Act(_administrator, new HearingCommand.ArchiveHearing()));
    }

    [Fact]
    public async Task A_role_that_is_taken_is_gone_at_once_and_one_that_is_given_is_there_at_the_next_request()
    {
        var cleo = await _server.Joined(_administrator, "cleo", Role.Chair);
        using var browser = await _server.SignedIn("cleo");
        var acting = Assert.Single(await _server.Grants(cleo));
        Assert.IsType<Answer.Done>(await _server.Act(acting, new HearingCommand.OpenSegment(new("panel-1"))));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/hearings/{Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);

        Assert.True(await Accounts.Take(_administrator, cleo, Assert.Single((await Member(cleo)).Roles).Credential, TestContext.Current.CancellationToken));
        Assert.IsType<Answer.Denied>(await _server.Act(acting, new HearingCommand.SetPhase(Domain.Programme.PanelPhase.InteractiveExchange)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/api/v1/hearings/{Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);

        await Accounts.Give(_administrator, cleo, Sample, Role.Moderator, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/hearings/{Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task One_s_own_last_hold_is_not_taken()
    {
        await Accounts.Take(_administrator, _first, _administrator.Credential, TestContext.Current.CancellationToken);
        await Accounts.Remove(_administrator, _first, TestContext.Current.CancellationToken);
        Assert.Equal(Role.Administrator, Assert.Single((await Member(_first)).Roles).Role);
        Assert.True(await _server.Hearings.Stands(_administrator, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_is_removed_is_out_and_what_they_did_stays_under_their_name()
    {
        var cleo = await _server.Joined(_administrator, "cleo", Role.Chair);
        using var browser = await _server.SignedIn("cleo");
        Assert.IsType<Answer.Done>(await _server.Act(Assert.Single(await _server.Grants(cleo)), new HearingCommand.OpenSegment(new("panel-1"))));
        Assert.True(await Accounts.Remove(_administrator, cleo, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/api/v1/hearings/{Sample}/programme", TestContext.Current.CancellationToken)).StatusCode);
        Assert.IsType<SignInAnswer.Refused>(await _server.Services.GetRequiredService<StaffSignIn>().Try("cleo", StaffOfTheServer.Password, null));
        Assert.Equal("Ms. cleo", (await _server.Session()).State.LastAct!.By.Name);
    }

    [Fact]
    public async Task A_session_ends_after_a_day_s_work_and_with_it_what_is_open()
    {
        var cleo = await _server.Joined(_administrator, "cleo", Role.Chair);
        var acting = Assert.Single(await _server.Grants(cleo));
        _server.Time.Advance(Sessions.Life - TimeSpan.FromMinutes(1));
        Assert.True(await _server.Hearings.Stands(acting, TestContext.Current.CancellationToken));
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await _server.Hearings.Stands(acting, TestContext.Current.CancellationToken));
        Assert.True(_server.Hearings.HasEnded(acting));
        Assert.IsType<Answer.Denied>(await _server.Act(acting, new HearingCommand.OpenSegment(new("panel-1"))));
    }

    [Fact]
    public async Task A_console_that_stands_open_shows_nothing_more_when_the_session_is_over()
    {
        var cleo = await _server.Joined(_administrator, "cleo", Role.Chair);
        await using var room = await Room.Of(_server, Assert.Single(await _server.Grants(cleo)));
        var page = room.Open<ChairPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".pool")));
        _server.Time.Advance(Sessions.Life);
        page.WaitForAssertion(() => Assert.Equal(Finding.NotAllowed, page.Instance.Found));
        Assert.Empty(page.FindAll(".pool"));
    }

    [Fact]
    public async Task Whoever_runs_the_server_makes_one_more_administrator_where_none_gets_in()
    {
        await Accounts.Give(_administrator, _first, Sample, Role.Chair, TestContext.Current.CancellationToken);
        var secret = await Accounts.NewAdministrator(TestContext.Current.CancellationToken);
        var (joined, refused) = await Accounts.Join(secret, "berta", "Berta", StaffOfTheServer.Password, TestContext.Current.CancellationToken);
        Assert.Null(refused);
        Assert.Equal((Role.Administrator, Grant.Everywhere), Assert.Single(await _server.Grants(joined!.Id)) is var grant ? (grant.Role, grant.Hearing) : default);
    }

    [Theory]
    [InlineData(Role.System)]
    [InlineData(Role.Seat)]
    public async Task Nobody_is_given_what_is_no_role_of_staff(Role role)
    {
        Assert.False(await Accounts.Give(_administrator, _first, Sample, role, TestContext.Current.CancellationToken));
        Assert.NotNull((await Accounts.Invite(_administrator, "eve", "Eve", Sample, role, TestContext.Current.CancellationToken)).Refused);
        Assert.Null(await _server.Services.GetRequiredService<Credentials>().Issue(_administrator, Sample, role, "", TestContext.Current.CancellationToken));
        Assert.False(await Accounts.Give(_administrator, Guid.NewGuid(), Sample, Role.Chair, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_open_line_is_closed_when_the_browser_is_signed_out_or_the_role_taken(bool bySession)
    {
        await using var server = new FloorServer();
        server.Listen();
        await server.Session();
        var administrator = (await server.Administrator()).Grant;
        var cleo = await server.Joined(administrator, "cleo", Role.Chair);
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = server.ClientOptions.BaseAddress };
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", StaffOfTheServer.Password))).StatusCode);
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(server.ClientOptions.BaseAddress, "/hubs/floor"), o =>
        {
            o.Cookies = cookies;
            o.Transports = HttpTransportType.WebSockets;
        }).Build();
        var closed = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await hub.InvokeAsync<object>("Watch", Sample, "podium", TestContext.Current.CancellationToken);
        if (bySession) Assert.Equal(1, await server.Services.GetRequiredService<Sessions>().End(cleo, stop: TestContext.Current.CancellationToken));
        else await server.Services.GetRequiredService<Accounts>().Take(administrator, cleo, Assert.Single(await server.Grants(cleo)).Credential, TestContext.Current.CancellationToken);
        await closed.Task.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_link_opened_in_the_same_browser_lends_the_account_s_roles_to_nobody()
    {
        var cleo = await _server.Joined(_administrator, "cleo", Role.Chair);
        using var browser = await _server.SignedIn("cleo");
        browser.DefaultRequestHeaders.Add("X-FloorManager", "1");
        var entered = await browser.PostAsync("/enter", System.Net.Http.Json.JsonContent.Create(new { key = await _server.Token(Role.Display) }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/hearings/{Sample}/requests", TestContext.Current.CancellationToken)).StatusCode);
        await Sessions.End(cleo, stop: TestContext.Current.CancellationToken);
        // The link is still good, and what the account allowed is gone.
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/api/v1/hearings/{Sample}/requests", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/hearings/{Sample}/state?audience=podium", TestContext.Current.CancellationToken)).StatusCode);
    }
}
