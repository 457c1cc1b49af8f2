using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace FloorManager.Web.Push;

public static class FloorHubSetup
{
    /// <summary>A screen that takes nothing of what is sent for so long is dropped.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void MapFloorHub(this IEndpointRouteBuilder app) => app.MapHub<FloorHub>("/hubs/floor", transport => transport.TransportSendTimeout = Patience)
        .RequireRateLimiting(Api.Limits.Lines).AllowAnonymous();

    public static IServiceCollection AddFloorHub(this IServiceCollection services)
    {
        // For all hubs: the circuits' is one as well.
        services.AddSignalR(hubs =>
            {
                hubs.AddFilter<OpenLines>();
                hubs.AddFilter<Pace>();
            })
            .AddHubOptions<FloorHub>(hub =>
            {
                // Screens notice a cut within three seconds by the pings they miss; a ping is a dozen bytes. SignalR looks once a second whether one is due: by
                // half a second it always is, by a whole one every other time.
                hub.KeepAliveInterval = TimeSpan.FromMilliseconds(500);
                hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
                hub.MaximumReceiveMessageSize = 4 * 1024;
                hub.EnableDetailedErrors = false;
                hub.AddFilter<HubFaults>();
            })
            .AddJsonProtocol(json => HearingJson.Configure(json.PayloadSerializerOptions))
            .AddMessagePackProtocol(pack => pack.SerializerOptions = SameAsJson.Options);
        services.AddLogging(logging => logging.AddFilter(HubFaults.OfSignalR, LogLevel.None));
        return services
            .AddSingleton<HubFaults>()
            .AddSingleton<OpenLines>()
            .AddSingleton<Pace>()
            .AddSingleton<ScreenConnections>()
            .AddSingleton<HubLifetimeManager<FloorHub>>(provider => provider.GetRequiredService<ScreenConnections>())
            .AddSingleton<RoomScreens>()
            .AddSingleton<FloorBroadcaster>();
    }
}
