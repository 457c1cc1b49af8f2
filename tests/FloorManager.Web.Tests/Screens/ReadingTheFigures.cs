using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Screens.Record;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The record tells how the floor was shared: every number in a table, of the hearing and of each panel.</summary>
public sealed class ReadingTheFigures : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync() => _room = await Room.For(_server, Role.Chair);

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task Speaks(int number, double seconds)
    {
        var seat = await _server.AdmittedSeat(number);
        await _room.Do(new HearingCommand.RaiseRequest(Seat: seat), new HearingCommand.Recognise(Seat: seat, Start: true));
        _server.Time.Advance(TimeSpan.FromSeconds(seconds));
        await _room.Do(new HearingCommand.EndIntervention());
    }

    [Fact]
    public async Task Each_share_stands_as_a_number_and_a_panel_has_its_own()
    {
        await _room.Do(new HearingCommand.OpenSegment(new("panel-1")), new HearingCommand.SetPhase(Domain.Programme.PanelPhase.InteractiveExchange));
        await Speaks(0, 100);
        await Speaks(1, 200);
        await _room.Do(new HearingCommand.OpenSegment(new("panel-2")), new HearingCommand.SetPhase(Domain.Programme.PanelPhase.InteractiveExchange));
        await Speaks(2, 60);
        var page = _room.Open<RecordPage>();
        Assert.Equal(["3", "6:00"], page.FindAll(".figures-sum dd").Take(2).Select(d => d.TextContent));
        Assert.All(page.FindAll(".figures-table tbody tr"), row => Assert.NotEmpty(row.QuerySelectorAll("td")));
        var times = page.FindAll("[data-by=Category] tbody tr").Select(r => r.QuerySelectorAll("td")[0].TextContent).Where(t => t != "0:00").ToArray();
        Assert.Equal(6 * 60, times.Sum(t => TimeSpan.Parse($"0:{t}", System.Globalization.CultureInfo.InvariantCulture).TotalSeconds));
        await page.InvokeAsync(() => page.Find("[data-field=figures-of]").ChangeAsync(new() { Value = "panel-2" }));
        Assert.Equal(["1", "1:00"], page.FindAll(".figures-sum dd").Take(2).Select(d => d.TextContent));
        await page.InvokeAsync(() => page.Find("[data-field=figures-of]").ChangeAsync(new() { Value = "panel-3" }));
        Assert.Empty(page.FindAll(".figures-table"));
    }
}
