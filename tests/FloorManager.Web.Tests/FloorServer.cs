using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FloorManager.Web.Tests;

/// <summary>
/// The whole program with the sample hearing, on a data folder of its own and a clock that the test moves. Only what is ours reads that clock, and
/// the time stamps in the sign-in cookie: Kestrel, SignalR's pings, the rate limiter and the keys of data protection go by the machine's.
/// </summary>
public sealed class FloorServer : WebApplicationFactory<Program>
{
    public const string Sample = "gcm-2017";

    private readonly bool _keepData;
    private readonly TimeProvider? _clock;

    public FloorServer() : this(Directory.CreateTempSubdirectory("floormanager-test-").FullName)
    {
    }

    /// <param name="clock">Instead of <see cref="Time"/>: a test that watches the time pass brings the machine's.</param>
    public FloorServer(string data, bool keepData = false, TimeProvider? clock = null) => (Data, _keepData, _clock) = (data, keepData, clock);

    public string Data { get; }

    /// <summary>What a test sets up otherwise.</summary>
    public Action<IServiceCollection> With { get; init; } = _ => { };

    /// <summary>What stands in the configuration beside.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2017, 7, 26, 14, 0, 0, TimeSpan.Zero));

    public Hearings Hearings => Services.GetRequiredService<Hearings>();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => Settings.Aggregate(builder, (b, s) => b.UseSetting(s.Key, s.Value))
        .UseSetting("data", Data)
        .UseSetting("links", "false")
        .UseSetting("Logging:LogLevel:Default", "Error")
        .UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error")
        .UseSetting("Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks", "None")
        .ConfigureTestServices(services =>
        {
            services.AddSingleton(_clock ?? Time);
            With(services);
        });

    /// <summary>Serves on a real port, for browsers; 0 takes any that is free.</summary>
    public Uri Listen(int port = 0)
    {
        UseKestrel(port);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    public async Task<HearingSession> Session() => (await Hearings.Find(Sample))!;

    public async Task<HttpClient> Client(Role role, SeatLabel? seat = null)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(role, seat));
        return client;
    }

    public Task<string> Token(Role role, SeatLabel? seat = null) => Services.GetRequiredService<Credentials>().Issue(Sample, role, seat);

    public static Task<HttpResponseMessage> Post(HttpClient client, string type, object? fields = null, Guid? id = null, string hearing = Sample)
    {
        var body = fields is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(fields)!.AsObject();
        body["id"] = (id ?? Guid.NewGuid()).ToString();
        body["type"] = type;
        return client.PostAsJsonAsync($"/api/v1/hearings/{hearing}/commands", body);
    }

    public static async Task<JsonObject> Read(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

    /// <summary>A seat whose holder is admitted, counted from zero; each of another delegation.</summary>
    public async Task<SeatLabel> AdmittedSeat(int number = 0)
    {
        var state = (await Session()).State;
        return state.SeatHolders.Where(s => state.Participants[s.Value].Admitted)
            .OrderBy(s => s.Key.Value, StringComparer.Ordinal).DistinctBy(s => state.Participants[s.Value].Delegation).ElementAt(number).Key;
    }

    /// <summary>As our pages send it.</summary>
    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        client.DefaultRequestHeaders.Add(OriginCheck.Header, "FloorManager");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_keepData && Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
    }
}
