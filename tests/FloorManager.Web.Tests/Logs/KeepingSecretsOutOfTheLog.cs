using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests.Crashes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace FloorManager.Web.Tests.Logs;

/// <summary>The program as a process, as talkative as one setting for all makes it. Secrets and names go in by every door, and are looked for in all that it wrote.</summary>
public sealed partial class KeepingSecretsOutOfTheLog : IAsyncLifetime
{
    /// <summary>In whatever is planted, so that nothing is missed.</summary>
    private const string Planted = "Quillfeather";

    private static readonly string[] Talkative =
        ["--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore", "Trace", "--Logging:LogLevel:System", "Trace"];

    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-secrets-").FullName;
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false });
    private FloorProcess _program = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task Start(params string[] options)
    {
        _program = FloorProcess.With(["--data", _data, "--urls", "http://127.0.0.1:0", "--links", "false", .. options]);
        await _program.Listens(Stop);
        _client.BaseAddress = _program.Address;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<HttpResponseMessage> Send(string method, string address, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, Stop);
    }

    [Fact]
    public async Task No_secret_no_query_and_no_name_stands_there_and_what_somebody_looks_for_does()
    {
        await Start(Talkative);
        await using var journal = new JournalOnDisk(_data);
        var (desk, chair, administrator) = (await journal.Token(Role.Secretariat), await journal.Token(Role.Chair), await journal.Token(Role.Administrator));
        string commands = $"/api/v1/hearings/{FloorServer.Sample}/commands", state = $"/api/v1/hearings/{FloorServer.Sample}/state";
        string Command(string type, string fields) => $$"""{"id": "{{Guid.NewGuid()}}", "type": "{{type}}", {{fields}}}""";
        var (asDesk, asChair) = (("Authorization", $"Bearer {desk}"), ("Authorization", $"Bearer {chair}"));

        var entered = await Send("POST", "/enter", $$"""{"key": "{{chair}}"}""");
        var cookie = entered.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        await Send("POST", "/enter", $$"""{"key": "{{Planted}}"}""");
        await Send("POST", "/enter", """{"key": "ABCD-EFGH"}""");
        await Send("POST", "/enter", $$"""{"key": {"{{Planted}}": """);
        await Send("POST", "/enter", $$"""{"key": 7, "{{Planted}}": [1]}""");
        await Send("GET", $"/{FloorServer.Sample}/chair?secret={Planted}", null, ("Cookie", cookie), ("Referer", $"http://elsewhere.example/?{Planted}"), ("User-Agent", Planted));
        await Send("GET", $"/{FloorServer.Sample}/chair", null, ("Cookie", $"floormanager={Planted}"));
        await Send("GET", $"{state}?access_token={Planted}&audience={Planted}", null, asDesk);
        await Send("GET", state, null, ("Authorization", $"Bearer {Planted}"));
        await Send("GET", state, null, ("Authorization", $"Basic {Planted}"));
        await Send("GET", $"/nowhere?{Planted}", null, ("Accept", "text/html"));
        await Send(Planted.ToUpperInvariant(), "/nowhere");
        await Send("POST", $"{commands}?secret={Planted}", "{}", ("Origin", $"https://{Planted}.example"));
        await Send("POST", commands, Command("show-message", $"\"text\": \"{Planted}, your card was found\""), asDesk);
        await Send("POST", commands, Command("erase-participant", $"\"participantId\": \"{Planted}\", \"reason\": \"{Planted} asked\""), asDesk);
        await Send("POST", commands, Command("erase-participant", $"\"participantId\": \"1001\", \"reason\": \"{Planted}\""), asChair);
        await Send("POST", commands, $"{{\"{Planted}\": ", asDesk);
        await Send("POST", commands, Command(Planted, $"\"{Planted}\": 1"), asDesk);
        await Send("GET", $"/api/v1/hearings/{FloorServer.Sample}/participants?query={Planted}", null, asDesk);
        await Send("GET", $"/api/v1/hearings/{FloorServer.Sample}/audit.jsonl?text={Planted}&kind={Planted}", null, ("Authorization", $"Bearer {administrator}"));
        await Send("GET", $"/api/v1/hearings/{FloorServer.Sample}/audit.csv?role={Planted}", null, asDesk);
        await Send("GET", $"/api/v1/hearings/{FloorServer.Sample}/record.csv?lang={Planted}", null, asDesk);
        var line = JsonNode.Parse(await (await Send("POST", $"/hubs/floor/negotiate?negotiateVersion=1&access_token={Planted}", "")).Content.ReadAsStringAsync(Stop))!["connectionToken"]!.ToString();
        await Send("GET", $"/hubs/floor?id={line}&access_token={Planted}");
        await Watch(desk);

        Assert.Equal(0, await _program.Stop(Stop));
        var said = _program.Said;
        foreach (var secret in new[] { desk, chair, administrator, cookie["floormanager=".Length..], line, "ABCD-EFGH", "ABCDEFGH" }) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("?", said, StringComparison.Ordinal);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.All(lines, l => Assert.Matches(UtcWithMilliseconds(), (string?)l["Timestamp"]));
        string[] expected =
        [
            "Signed in: ", "Not signed in: unknown key from 127.0.0.1", "Not signed in: unknown token from 127.0.0.1", "in gcm-2017: ErasePersonalData, no-such-participant",
            "(Chair, Api) in gcm-2017: ErasePersonalData", "from gcm-2017: audit.jsonl", "from gcm-2017: record.csv", "POST /enter 200 ", "POST /enter 400 ", "GET /{Hearing}/chair 200 ", "another method no address of ours 404 ",
            "POST /api/v1/hearings/{hearing}/commands 409 ", "POST /api/v1/hearings/{hearing}/commands 403 ", "POST /hubs/floor/negotiate 200 ",
        ];
        Assert.All(expected, text => Assert.Contains(lines, l => $"{l["Message"]}".Contains(text, StringComparison.Ordinal)));
        var refused = Assert.Single(lines, l => $"{l["Message"]}".Contains("ErasePersonalData, no-such-participant", StringComparison.Ordinal))["State"]!;
        Assert.Equal(("Secretariat", "Api", "gcm-2017"), ($"{refused["Role"]}", $"{refused["Origin"]}", $"{refused["Hearing"]}"));
        Assert.NotEqual(Guid.Empty, Guid.Parse($"{refused["Credential"]}"));
    }

    /// <summary>By the client that screens have, with what it sends of its token and of what it asks for.</summary>
    private async Task Watch(string token)
    {
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(_program.Address, "/hubs/floor"), o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
        await hub.StartAsync(Stop);
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<object>("Watch", Planted, "chamber", Stop));
        await hub.InvokeAsync("Report", Guid.NewGuid().ToString(), Planted, "screen", 1L, 1.0, Stop);
    }

    [Fact]
    public async Task A_developer_reads_one_line_an_event_in_utc()
    {
        await Start("--environment", "Development");
        Assert.Equal(0, await _program.Stop(Stop));
        var lines = _program.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.Contains("Now listening on", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.Matches(UtcWithMilliseconds(), l.Split(' ')[0]));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UtcWithMilliseconds();
}
