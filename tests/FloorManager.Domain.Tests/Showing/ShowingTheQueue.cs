using FloorManager.Domain.Programme;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Showing;

public sealed class ShowingTheQueue
{
    private static readonly AHearing Published = AHearing.InThePanel.Had(new ChangeHearing(Details with { PublicViews = ["queue", HearingDetails.WaitingNames] }));

    private static QueueFloorView View(AHearing hearing) => QueueFloorView.Of(hearing.State, FloorView.Of(hearing.State, hearing.Now));

    [Fact]
    public void Names_of_those_who_wait_are_told_only_where_the_hearing_publishes_them()
    {
        Assert.Empty(View(AHearing.InThePanel.Asked(Amina).Asked(Chen)).Waiting);
        Assert.Equal(2, View(AHearing.InThePanel.Asked(Amina).Asked(Chen)).RequestsWaiting);
        Assert.Equal(["Amina", "Chen"], View(Published.Asked(Chen).Asked(Amina)).Waiting.Select(w => w.Name).Order());
    }

    [Fact]
    public void They_stand_in_no_order_that_anybody_could_take_for_one()
    {
        var (one, other) = (View(Published.Asked(Chen).Later(60).Asked(Dana)), View(Published.Asked(Dana).Later(60).Asked(Chen)));
        Assert.Equal(one.Waiting, other.Waiting);
        Assert.Equal(one.Waiting.Select(w => w.Delegation).Order(StringComparer.InvariantCultureIgnoreCase), one.Waiting.Select(w => w.Delegation));
    }

    [Fact]
    public void Who_was_announced_or_set_aside_is_not_among_them()
    {
        var waits = View(Published.Asked(Amina).Asked(Chen).Asked(Dana).OnDeck(Chen).Deferred(Dana));
        Assert.Equal(["Amina"], waits.Waiting.Select(w => w.Name));
        Assert.Equal(["Chen"], waits.OnDeck.Select(w => w.Name));
    }

    [Fact]
    public void What_still_fits_is_told_in_a_panel_and_falls_with_the_time()
    {
        var panel = AHearing.InThePanel;
        var left = panel.State.OpenSegment!.EndsAt - panel.Now;
        Assert.Equal(2, View(panel.Later(left.TotalSeconds - 400)).Fits);
        Assert.Equal(0, View(panel.Later(left.TotalSeconds + 10)).Fits);
        Assert.Null(View(AHearing.SetUp).Fits);
        Assert.Null(View(panel.In(Lunch)).Fits);
    }
}
