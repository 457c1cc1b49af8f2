using FloorManager.Web.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FloorManager.Benchmarks;

/// <summary>SignalR as it comes, with nothing of ours but the form of its JSON.</summary>
internal sealed class BareHub : Hub
{
    public static async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR().AddJsonProtocol(json => HearingJson.Configure(json.PayloadSerializerOptions));
        var app = builder.Build();
        app.MapHub<BareHub>("/hub");
        await app.StartAsync();
        return app;
    }
}
