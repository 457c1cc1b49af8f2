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
public sealed class FloorHub(Hearings hearings, FloorBroadcaster broadcaster, RoomScreens screens, SteadyClock clock, IStringLocalizer<Texts> texts) : Hub<IFloorClient>
{
    public async Task<FloorView> Watch(string hearing, string audience)
    {
        // What comes by the wire may be null whatever is declared.
        (hearing, audience) = (hearing ?? "", audience ?? "");
        if (!Permissions.IsAudience(audience)) throw new HubException(texts["Error.UnknownAudience", audience]);
        // The seat page of a browser that is not signed in knows no hearing: what is missing there is the sign-in.
        if (audience == "seat" && hearing.Length == 0) throw new HubException(texts["Error.NoSeat"]);
        if (await hearings.Find(hearing, Context.ConnectionAborted) is not { } session) throw new HubException(texts["Error.UnknownHearing", hearing]);
        var grant = Permissions.ToWatch(Grant.Of(Context.User), session.State, audience, out var published);
        if (grant is not null && !await hearings.Stands(grant, Context.ConnectionAborted)) grant = null;
        if (grant is null && (!published || audience == "seat")) throw new HubException(texts[audience == "seat" ? "Error.NoSeat" : "Error.MayNotWatch"]);
        Context.Items[typeof(RoomScreen)] = audience == "seat" ? null : session.Name;
        return broadcaster.Subscribe(Context.ConnectionId, session, audience, audience == "seat" ? grant!.Seat : null);
    }

    /// <summary>What a screen of the room says of itself, so that the secretariat can see it; of a connection that watches none nothing is kept.</summary>
    public void Report(string id, string name, string page, long version, double uncertaintyMs)
    {
        if (id is not null && name is not null && page is not null && Context.Items[typeof(RoomScreen)] is string hearing) screens.Report(Context.ConnectionId, hearing, id, name, page, version, uncertaintyMs);
    }

    public Pong Ping(long clientTicks) => new(clientTicks, clock.UnixMs);
}
