using System.Collections.Concurrent;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OtpNet;
using Xunit;

namespace FloorManager.Web.Tests.Logs;

/// <summary>Somebody joins, sets up a second factor and signs in, right and wrong, while all of ours is logged: who came stands there, and what they came with does not.</summary>
public sealed class KeepingPasswordsOutOfTheLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _said = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }

    [Fact]
    public async Task Who_came_stands_there_and_what_they_came_with_does_not()
    {
        await using var server = new FloorServer
        {
            With = services => services.AddSingleton<ILoggerProvider>(this),
            Settings = new Dictionary<string, string> { ["Logging:LogLevel:FloorManager"] = "Trace" },
        };
        await server.Session();
        var administrator = (await server.Administrator()).Grant;
        var invitation = (await server.Services.GetRequiredService<Accounts>().Invite(administrator, "cleo", "Ms. Cleo", FloorServer.Sample, Role.Chair, TestContext.Current.CancellationToken)).Secret!;
        using var browser = server.Browser();
        await browser.Fill("/join", "join", ("Secret", invitation));
        var joined = await browser.Fill("/join", "join", ("Secret", invitation), ("Called", "Ms. Cleo"), ("Name", "cleo"), ("Password", StaffOfTheServer.Password));
        var cookie = joined.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("floormanager=", StringComparison.Ordinal)).Split(';')[0]["floormanager=".Length..];
        var offer = await (await browser.Fill("/account", "factor")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var key = offer.Split("data-key=\"")[1].Split('"')[0];
        var sealedKey = offer.Split("name=\"Given.Key\" value=\"")[1].Split('"')[0];
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(server.Time.GetUtcNow().UtcDateTime);
        await browser.Fill("/account", "factor-on", ("Key", sealedKey), ("Code", "000000"), ("Password", "a wrong password of mine"));
        var begun = await (await browser.Fill("/account", "factor-on", ("Key", sealedKey), ("Code", code), ("Password", StaffOfTheServer.Password))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var recovery = begun.Split("account-codes")[1].Split("<li>")[1].Split('<')[0];
        await browser.Fill("/sign-in", "password", ("Name", "a name that is nobody's"), ("Password", StaffOfTheServer.Password));
        await browser.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", "a wrong password of mine"));
        await browser.Fill("/sign-in", "password", ("Name", "cleo"), ("Password", StaffOfTheServer.Password));

        var said = string.Join('\n', _said);
        Assert.All(
            [invitation, StaffOfTheServer.Password, "a wrong password of mine", "a name that is nobody's", cookie, key, sealedKey, code, recovery, recovery.Replace("-", "", StringComparison.Ordinal)],
            secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            ["invited as Chair of gcm-2017", "joined by an invitation", "second factor begun", "no such name, from", ", wrong, from", "wrong password for a change", "POST /sign-in 200"],
            text => Assert.Contains(text, said, StringComparison.Ordinal));
    }
}
