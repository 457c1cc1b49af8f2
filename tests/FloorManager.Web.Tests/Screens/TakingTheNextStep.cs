using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Views;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Shared;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>One large button whose label changes: nobody may do by it what they have not read, and nobody who means it may be kept waiting.</summary>
public sealed class TakingTheNextStep : AtTheChairsConsole
{
    [Fact]
    public async Task The_next_step_leads_through_an_intervention_from_the_announcement_to_the_thanks()
    {
        var asked = (await Here.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await Server.AdmittedSeat()))).Requests.Values.Single();
        await Here.Do(new PlaceOnDeck(asked.Id));
        var page = Here.Open<ChairPage>();
        var name = (await State()).Participants[asked.Participant].FullName;

        Assert.Equal($"Give the floor to {name}", Text(page, ".step"));
        await Room.Tap(page, () => page.Find(".step"));
        Becomes(page, s => s.Floor is { Clock: FloorClock.NotStarted });
        page.WaitForAssertion(() => Assert.Equal("Start 3:00", Text(page, ".step")));
        Assert.Contains(name, Text(page, ".floor-name"), StringComparison.Ordinal);

        Server.Time.Advance(TimeSpan.FromSeconds(2));
        await Room.Tap(page, () => page.Find(".step"));
        Becomes(page, s => s.Floor is { Clock: FloorClock.Running });
        page.WaitForAssertion(() => Assert.Equal("Thank and end", Text(page, ".step")));

        Server.Time.Advance(TimeSpan.FromSeconds(100));
        await Room.Tap(page, () => page.Find(".step"));
        Becomes(page, s => s.Floor is null);
        Assert.Equal(TimeSpan.FromSeconds(100), Assert.Single((await State()).Ended).Clock.Spoken(Server.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_double_tap_on_start_starts_and_does_not_end()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await Server.AdmittedSeat()));
        var page = Here.Open<ChairPage>();
        await Room.Tap(page, () => page.Find(".step"));
        page.WaitForAssertion(() => Assert.Equal("Thank and end", Text(page, ".step")));
        await Room.Tap(page, () => page.Find(".step"));
        Assert.IsType<FloorClock.Running>((await State()).Floor?.Clock);

        Server.Time.Advance(TimeSpan.FromSeconds(1));
        await Room.Tap(page, () => page.Find(".step"));
        Becomes(page, s => s.Floor is null);
    }

    [Fact]
    public async Task A_step_that_comes_late_is_meant_for_the_intervention_it_was_shown_for()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await Server.AdmittedSeat()));
        var floor = (await State()).Floor!.Id;
        foreach (var (act, step) in new (HearingCommand, HearingCommand)[]
        {
            (new ShowMessage("not started"), new StartClock(floor)), (new StartClock(), new EndIntervention(floor)), (new PauseClock(), new ResumeClock(floor)),
        })
        {
            var view = ChairView.Of(await Here.Do(act), Server.Time.GetUtcNow());
            Assert.Equal(step, NextStep.Of(view, mayRecognise: false)?.Command);
        }
    }

    [Fact]
    public async Task Whoever_gives_the_floor_in_the_list_may_start_at_once()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await Server.AdmittedSeat()));
        var page = Here.Open<ChairPage>();
        await Room.Tap(page, () => page.Find(".pool .give"));
        page.WaitForAssertion(() => Assert.Equal("Start 3:00", Text(page, ".step")));
        await Room.Tap(page, () => page.Find(".step"));
        Becomes(page, s => s.Floor is { Clock: FloorClock.Running });
    }

    [Fact]
    public async Task A_step_that_another_console_brought_under_the_finger_is_not_taken()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await Server.AdmittedSeat()));
        var page = Here.Open<ChairPage>();
        await using var other = await Room.For(Server, Role.Chair);
        var second = other.Open<ChairPage>();
        await second.InvokeAsync(() => second.Instance.Do(new StartClock()));
        page.WaitForAssertion(() => Assert.Equal("Thank and end", Text(page, ".step")));
        await Room.Tap(page, () => page.Find(".step"));
        Assert.NotNull((await State()).Floor);
    }
}
