using Bunit;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Web.Screens.Chair;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The chair in the exchange of a panel that takes points of order.</summary>
public abstract class InAPanel : AtTheChairsConsole
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Here.TakePointsOfOrder();
        await Here.Do(new OpenSegment(new("panel-1")), new SetPhase(PanelPhase.InteractiveExchange));
    }

    protected async Task<FloorRequest> Asked(int seat, FloorKind kind = FloorKind.Intervention)
    {
        var label = await Server.AdmittedSeat(seat);
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        return (await Here.Do(new RaiseRequest(Seat: label, Kind: kind))).Requests.Values.Single(r => r.Seat == label && r.Kind == kind);
    }

    protected async Task<string> NameOf(FloorRequest request) => (await State()).Participants[request.Participant].FullName;

    protected static void Shows(IRenderedComponent<ChairPage> page, string selector, string text) =>
        page.WaitForAssertion(() => Assert.Contains(text, Text(page, selector), StringComparison.Ordinal));

    protected Task Tap(IRenderedComponent<ChairPage> page, string selector, string text = "")
    {
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        return Room.Tap(page, () => page.FindAll(selector).First(b => b.TextContent.Contains(text, StringComparison.Ordinal)));
    }
}
