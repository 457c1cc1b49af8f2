using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Api;
using FloorManager.Web.Live;
using FloorManager.Web.Push;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>Every command, address and hub method, tried by every role of this hearing and of another. What is new and stands in no table fails here.</summary>
public sealed class EveryDoorAndEveryRole : IAsyncLifetime
{
    private const string Other = "water-2026";

    private static readonly SeatLabel There = new("A-1");

    private static readonly (Role Role, SeatLabel? Seat)[] Roles =
        [(Role.Administrator, null), (Role.Chair, null), (Role.Secretariat, null), (Role.Moderator, null), (Role.Display, null), (Role.Seat, There)];

    private readonly FloorServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.Session();
        Assert.IsType<Answer.Done>(await _server.Hearings.Submit(
            Other, Grant.System(Other), new(Guid.NewGuid()), new HearingCommand.SetUpHearing(HearingDetails.Named(Other, "Hearing on water") with { PublicViews = [] })));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<HttpClient> Client(string hearing, Role role, SeatLabel? seat)
    {
        var client = _server.CreateClient();
        var token = await _server.Services.GetRequiredService<Credentials>().Issue(hearing, role, seat);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    [Fact]
    public async Task A_command_by_the_api_is_refused_to_whom_the_table_does_not_name()
    {
        foreach (var (role, seat) in Roles)
        {
            foreach (var (name, type) in CommandNames.Types)
            {
                // Each by a credential of its own: a seat may not ask so often.
                using var own = await Client(Sample, role, seat);
                using var foreign = await Client(Other, role, seat);
                Assert.Equal(HttpStatusCode.Forbidden, (await Send(foreign, name, type)).StatusCode);
                var answer = await Send(own, name, type);
                Assert.True(Permissions.Allows(role, type) == (answer.StatusCode != HttpStatusCode.Forbidden), $"{role} {name}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_command_without_a_credential_or_with_one_that_is_none_changes_nothing()
    {
        var before = (await _server.Session()).State.Version;
        using var nobody = _server.CreateClient();
        using var stranger = _server.CreateClient();
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "AAAAAAAAAAAAAAAAAAAAAA");
        foreach (var (name, type) in CommandNames.Types)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Send(nobody, name, type)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await Send(stranger, name, type)).StatusCode);
        }

        Assert.Equal(before, (await _server.Session()).State.Version);
    }

    /// <summary>Well formed, whatever it asks for: what may not come in is turned away before it is looked at.</summary>
    private static Task<HttpResponseMessage> Send(HttpClient client, string name, Type command)
    {
        var fields = CommandNames.Fields(command).Where(p => !p.HasDefaultValue).Select(p => $", \"{CommandNames.NameOf(p)}\": {Some(p.ParameterType)}");
        var body = $$"""{"id": "{{Guid.NewGuid()}}", "type": "{{name}}"{{string.Concat(fields)}}}""";
        return client.PostAsync($"/api/v1/hearings/{Sample}/commands", new StringContent(body, Encoding.UTF8, "application/json"));
    }

    private static string Some(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Some(inner)
        : type == typeof(bool) ? "true"
        : type == typeof(Guid) ? $"\"{Guid.NewGuid()}\""
        : type.IsEnum ? $"\"{Enum.GetNames(type)[0]}\""
        : type == typeof(int) || type == typeof(long) || type == typeof(TimeSpan) ? "7"
        : type.IsPrimitive ? "7"
        : type == typeof(DateTimeOffset) ? "\"2017-07-26T15:00:00Z\""
        : type.IsValueType && type.GetConstructors().FirstOrDefault(c => c.GetParameters().Length == 1) is { } wrapped ? Some(wrapped.GetParameters()[0].ParameterType)
        : "\"A-1\"";

    [Fact]
    public async Task An_address_answers_whom_the_table_names_and_nobody_else()
    {
        foreach (var (role, seat) in Roles)
        {
            using var intoOther = await Client(Sample, role, seat);
            foreach (var list in new[] { "programme", "programme.json", "programme.csv", "programme.xlsx", "programme.ics", "participants", "room", "seats", "requests", "record.csv", "record.xlsx", "record.json", "record.docx", "record.html", "record.ics", "summary.docx", "summary.html", "audit.csv", "audit.jsonl", "archive", "journal.json" })
            {
                var right = list.Split('.')[0] switch { "audit" or "journal" or "archive" => Right.ReadAudit, "record" or "summary" => Right.OpenRecord, _ => Right.ReadLists };
                var expected = Permissions.Allows(role, right) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                // A seat may not ask so much at once.
                using var own = await Client(Sample, role, seat);
                using var foreign = await Client(Other, role, seat);
                Assert.Equal((list, expected), (list, (await own.GetAsync($"/api/v1/hearings/{Sample}/{list}", TestContext.Current.CancellationToken)).StatusCode));
                Assert.Equal((list, HttpStatusCode.Forbidden), (list, (await foreign.GetAsync($"/api/v1/hearings/{Sample}/{list}", TestContext.Current.CancellationToken)).StatusCode));
            }

            foreach (var audience in Permissions.Audiences)
            {
                var expected = Permissions.MayWatch(role, audience) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                using var at = await Client(Other, role, seat);
                Assert.Equal((audience, expected), (audience, (await at.GetAsync($"/api/v1/hearings/{Other}/state?audience={audience}", TestContext.Current.CancellationToken)).StatusCode));
                Assert.Equal((audience, HttpStatusCode.Forbidden), (audience, (await intoOther.GetAsync($"/api/v1/hearings/{Other}/state?audience={audience}", TestContext.Current.CancellationToken)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_hub_lets_watch_whom_the_table_names_and_nobody_else()
    {
        foreach (var (role, seat) in Roles)
        {
            await using var own = await Connect(Other, role, seat);
            await using var foreign = await Connect(Sample, role, seat);
            foreach (var audience in Permissions.Audiences)
            {
                Assert.Equal((role, audience, Permissions.MayWatch(role, audience)), (role, audience, await Watches(own, audience)));
                Assert.False(await Watches(foreign, audience));
            }
        }
    }

    private static async Task<bool> Watches(HubConnection hub, string audience)
    {
        try
        {
            await hub.InvokeAsync<object>("Watch", Other, audience, TestContext.Current.CancellationToken);
            return true;
        }
        catch (HubException)
        {
            return false;
        }
    }

    private async Task<HubConnection> Connect(string hearing, Role role, SeatLabel? seat)
    {
        var token = await _server.Services.GetRequiredService<Credentials>().Issue(hearing, role, seat);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(_server.Server.BaseAddress, "/hubs/floor"), o =>
        {
            o.HttpMessageHandlerFactory = _ => _server.Server.CreateHandler();
            o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.LongPolling;
            o.AccessTokenProvider = () => Task.FromResult<string?>(token);
        }).Build();
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return hub;
    }

    [Fact]
    public void Every_command_and_every_hub_method_stands_in_the_table()
    {
        Assert.Empty(typeof(HearingCommand).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(HearingCommand))).Except(Permissions.KnownCommands));
        Assert.All(typeof(FloorHub).GetMethods().Where(m => m.DeclaringType == typeof(FloorHub)), m => Assert.True(Permissions.MayCall(m.Name), m.Name));
        Assert.All(Enum.GetValues<Right>(), right => Assert.Contains(Enum.GetValues<Role>(), role => Permissions.Allows(role, right)));
    }

    /// <summary>Whoever maps a new address writes it here, and looks who may come in.</summary>
    [Fact]
    public async Task Every_address_is_known_and_says_who_may_come_in()
    {
        await _server.Session();
        var endpoints = _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();
        Assert.Empty(endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null).Select(e => e.RoutePattern.RawText));
        var pages = typeof(LivePage).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).OfType<RouteAttribute>().Select(r => (Page: t, Route: r.Template))).ToArray();
        var ours = endpoints.Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(r => !pages.Any(p => p.Route == r) && !r.StartsWith("/_", StringComparison.Ordinal) && !r.Contains("assets", StringComparison.Ordinal) && !r.Contains(".styles.css", StringComparison.Ordinal));
        Assert.Equal(
            [
                "/api/v1/hearings/{hearing}/archive", "/api/v1/hearings/{hearing}/audit.csv", "/api/v1/hearings/{hearing}/audit.jsonl", "/api/v1/hearings/{hearing}/commands", "/api/v1/hearings/{hearing}/journal.json", "/api/v1/hearings/{hearing}/participants", "/api/v1/hearings/{hearing}/people", "/api/v1/hearings/{hearing}/programme",
                "/api/v1/hearings/{hearing}/programme.csv", "/api/v1/hearings/{hearing}/programme.ics", "/api/v1/hearings/{hearing}/programme.json", "/api/v1/hearings/{hearing}/programme.xlsx",
                "/api/v1/hearings/{hearing}/record.csv", "/api/v1/hearings/{hearing}/record.docx", "/api/v1/hearings/{hearing}/record.html", "/api/v1/hearings/{hearing}/record.ics", "/api/v1/hearings/{hearing}/record.json",
                "/api/v1/hearings/{hearing}/record.xlsx", "/api/v1/hearings/{hearing}/rehearsals", "/api/v1/hearings/{hearing}/requests", "/api/v1/hearings/{hearing}/room", "/api/v1/hearings/{hearing}/seats", "/api/v1/hearings/{hearing}/state",
                "/api/v1/hearings/{hearing}/summary.docx", "/api/v1/hearings/{hearing}/summary.html",
                "/health/live", "/health/ready", "/hubs/floor", "/hubs/floor/negotiate", "/openapi/{documentName}.json", "/{hearing}/to/{name}",
            ],
            ours.Distinct().Order(StringComparer.Ordinal));
        // A page that is no console shows nothing of a hearing but what everybody may see, or goes by the hub.
        Assert.Equal(
            ["/", "/account", "/accounts", "/enter", "/join", "/not-found", "/seat", "/setup", "/sign-in", "/{Hearing}/overlay", "/{Hearing}/podium", "/{Hearing}/queue", "/{Hearing}/screen"],
            pages.Where(p => !p.Page.IsSubclassOf(typeof(LivePage))).Select(p => p.Route).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_docs_say_what_the_table_says()
    {
        var roles = Enum.GetValues<Role>().Where(r => r != Role.System).ToArray();
        var text = new StringBuilder("# Who may do what\n\nPrinted from `Permissions` (`src/FloorManager.Web/Access`), the only table there is; a test compares. Whatever is missing there is refused to everyone. Each\nrole is one of a hearing; the secretariat of the server has all hearings. A seat acts for itself alone.\n");
        Table("Commands", Permissions.KnownCommands.Select(t => (t.Name, (Func<Role, bool>)(r => Permissions.Allows(r, t)))));
        Table("Views, beside those that the hearing publishes", Permissions.Audiences.Select(a => (a, (Func<Role, bool>)(r => Permissions.MayWatch(r, a)))));
        Table("Else", Enum.GetValues<Right>().Select(e => (e.ToString(), (Func<Role, bool>)(r => Permissions.Allows(r, e)))));
        Assert.Equal(text.ToString(), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "permissions.md")));

        void Table(string title, IEnumerable<(string Name, Func<Role, bool> Allows)> rows)
        {
            text.Append($"\n## {title}\n\n| | {string.Join(" | ", roles)} |\n|---|{string.Concat(roles.Select(_ => "---|"))}\n");
            foreach (var (name, allows) in rows.OrderBy(r => r.Name, StringComparer.Ordinal))
                text.Append($"| {name} | {string.Join(" | ", roles.Select(r => allows(r) ? "yes" : "–"))} |\n");
        }
    }
}
