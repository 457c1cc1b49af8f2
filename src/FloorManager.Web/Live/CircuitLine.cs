using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FloorManager.Web.Live;

/// <summary>
/// A circuit keeps what it drew while the line was cut and sends it afterwards: a clock would be taken for as old as its arrival. When the line
/// is there again, everything is cut anew.
/// </summary>
public sealed class CircuitLine(LiveSession live) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        live.Present(true);
        live.Refresh();
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        live.Present(false);
        return Task.CompletedTask;
    }
}
