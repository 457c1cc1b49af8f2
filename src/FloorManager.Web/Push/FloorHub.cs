using FloorManager.Domain.Views;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Push;

/// <summary>
/// Where screens and seats listen. They say what they watch and get the view at once, then each newer one; nothing is ever changed through the hub.
/// </summary>
public sealed class FloorHub(Hearings hearings, FloorBroadcaster broadcaster, SteadyClock clock, IStringLocalizer<Texts> texts) : Hub<IFloorClient>
{
    public async Task<FloorView> Watch(string hearing, string audience)
    {
        if (!Permissions.IsAudience(audience)) throw new HubException(texts["Error.UnknownAudience", audience]);
        // The seat page of a browser that is not signed in knows no hearing: what is missing there is the sign-in.
        if (audience == "seat" && hearing.Length == 0) throw new HubException(texts["Error.NoSeat"]);
        if (await hearings.Find(hearing, Context.ConnectionAborted) is not { } session) throw new HubException(texts["Error.UnknownHearing", hearing]);
        var grant = Permissions.ToWatch(Grant.Of(Context.User), session.State, audience, out var published);
        if (grant is not null && !await hearings.Stands(grant, Context.ConnectionAborted)) grant = null;
        if (grant is null && (!published || audience == "seat")) throw new HubException(texts[audience == "seat" ? "Error.NoSeat" : "Error.MayNotWatch"]);
        return broadcaster.Subscribe(Context.ConnectionId, session, audience == "seat" ? grant!.Seat : null);
    }

    public Pong Ping(long clientTicks) => new(clientTicks, clock.UnixMs);
}
