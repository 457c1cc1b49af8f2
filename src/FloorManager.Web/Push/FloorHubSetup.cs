using FloorManager.Web.Journal;
using Microsoft.AspNetCore.SignalR;

namespace FloorManager.Web.Push;

public static class FloorHubSetup
{
    public static IServiceCollection AddFloorHub(this IServiceCollection services)
    {
        services.AddSignalR()
            .AddHubOptions<FloorHub>(hub =>
            {
                // Screens notice a cut within three seconds by the pings they miss; a ping is a dozen bytes.
                hub.KeepAliveInterval = TimeSpan.FromSeconds(1);
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
            .AddSingleton<ScreenConnections>()
            .AddSingleton<HubLifetimeManager<FloorHub>>(provider => provider.GetRequiredService<ScreenConnections>())
            .AddSingleton<FloorBroadcaster>();
    }
}
