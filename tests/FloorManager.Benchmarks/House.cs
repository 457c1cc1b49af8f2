using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FloorManager.Benchmarks;

/// <summary>The whole program in this process, with Kestrel on a port of its own and the sample hearing in a data folder of its own.</summary>
internal sealed class House : WebApplicationFactory<Program>
{
    public const string Sample = "gcm-2017";

    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-bench-").FullName;

    public House()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Hearings Hearings => Services.GetRequiredService<Hearings>();

    public Hearing State(string hearing) => Hearings.All.Single(h => h.Name == hearing).State;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production") // As the server runs.
        .UseContentRoot(AppContext.BaseDirectory)
        .UseSetting("data", _data)
        .UseSetting("links", "false")
        .UseSetting("Logging:LogLevel:Default", "Error")
        .UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error");

    /// <summary>Submits as the system, or whoever is named, and returns the version.</summary>
    public async Task<long> Do(string hearing, HearingCommand command, Grant? by = null) =>
        await Hearings.Submit(hearing, by ?? Grant.System(hearing), new CommandId(Guid.NewGuid()), command) is Answer.Done done
            ? done.Version
            : throw new InvalidOperationException($"{command} was not accepted.");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }
}
