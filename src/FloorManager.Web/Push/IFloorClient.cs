using FloorManager.Domain.Views;

namespace FloorManager.Web.Push;

/// <summary>What the server calls on a screen.</summary>
public interface IFloorClient
{
    /// <summary>The whole view of the screen's audience at a newer version.</summary>
    Task FloorChanged(FloorView view);
}

/// <summary>Answer to a ping: the sender's own ticks and the server's time, for estimating the offset between the two clocks.</summary>
public sealed record Pong(long ClientTicks, long ServerUnixMs);
