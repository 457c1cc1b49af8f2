using FloorManager.Domain.Views;

namespace FloorManager.Web.Push;

/// <summary>What the server calls on a screen.</summary>
public interface IFloorClient
{
    /// <summary>The whole view of the screen's audience at a newer version.</summary>
    Task FloorChanged(FloorView view);

    /// <summary>Shows its number, large and for a moment.</summary>
    Task Identify(int number);

    /// <summary>Is called this from now on.</summary>
    Task Rename(string name);

    /// <summary>Shows another view of its hearing.</summary>
    Task Open(string page);
}

/// <summary>Answer to a ping: the sender's own ticks and the server's time, for estimating the offset between the two clocks.</summary>
public sealed record Pong(long ClientTicks, long ServerUnixMs);
