using System.Text.RegularExpressions;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FloorManager.Web.Tests;

/// <summary>People with accounts, and their browsers.</summary>
internal static partial class StaffOfTheServer
{
    public const string Password = "seven lanterns by the river";

    /// <summary>The first administrator, who has come by the link that the start prints.</summary>
    public static async Task<(Guid Account, Grant Grant)> Administrator(this FloorServer server)
    {
        var accounts = server.Services.GetRequiredService<Accounts>();
        var (joined, refused) = await accounts.Join((await accounts.FirstAdministrator())!, "ada@example.org", "Ada Admin", Password);
        Assert.Null(refused);
        return (joined!.Id, Assert.Single(await server.Grants(joined.Id)));
    }

    /// <summary>Somebody who was invited for a role and has chosen the password.</summary>
    public static async Task<Guid> Joined(this FloorServer server, Grant administrator, string name, Role role, string hearing = FloorServer.Sample)
    {
        var accounts = server.Services.GetRequiredService<Accounts>();
        var invited = await accounts.Invite(administrator, name, $"Ms. {name}", hearing, role);
        Assert.Null(invited.Refused);
        return (await accounts.Join(invited.Secret!, name, $"Ms. {name}", Password)).Joined!.Id;
    }

    /// <summary>What somebody may do who has just signed in.</summary>
    public static async Task<IReadOnlyList<Grant>> Grants(this FloorServer server, Guid account)
    {
        var sessions = server.Services.GetRequiredService<Sessions>();
        return (await sessions.Behind(await sessions.Begin(account, "a browser")))!.Value.Grants;
    }

    public static HttpClient Browser(this FloorServer server) => server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Fills in the form of a page as a browser does: with what the page has hidden in it.</summary>
    public static async Task<HttpResponseMessage> Fill(this HttpClient browser, string page, string form, params (string Name, string Value)[] fields)
    {
        var text = await browser.GetStringAsync(page);
        return await browser.PostAsync(page, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Token().Match(text).Groups[1].Value), new("_handler", form),
            .. fields.Select(f => KeyValuePair.Create($"Given.{f.Name}", f.Value)),
        ]));
    }

    public static async Task<HttpClient> SignedIn(this FloorServer server, string name)
    {
        var browser = server.Browser();
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.Fill("/sign-in", "password", ("Name", name), ("Password", Password))).StatusCode);
        return browser;
    }

    public static Task<Answer> Act(this FloorServer server, Grant by, HearingCommand command) => server.Hearings.Submit(FloorServer.Sample, by, new(Guid.NewGuid()), command);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();
}
