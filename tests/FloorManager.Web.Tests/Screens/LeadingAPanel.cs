using Bunit;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Web.Screens.Chair;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class LeadingAPanel : InAPanel
{
    [Fact]
    public async Task The_sentence_to_read_out_names_who_has_the_floor_and_who_follows()
    {
        var (first, second) = (await Asked(0), await Asked(1));
        await Here.Do(new PlaceOnDeck(first.Id), new PlaceOnDeck(second.Id));
        var page = Here.Open<ChairPage>();
        Assert.StartsWith("I now give the floor to ", Text(page, ".line"), StringComparison.Ordinal);
        Assert.Contains($"of {first.Delegation}, to be followed by ", Text(page, ".line"), StringComparison.Ordinal);
        await Tap(page, ".step");
        Shows(page, ".line", $"of {first.Delegation}, to be followed by ");
        await Tap(page, ".step");
        Shows(page, ".line", "I thank ");
        Assert.Contains($"{await NameOf(first)}. I now give the floor to ", Text(page, ".line"), StringComparison.Ordinal);
        Assert.EndsWith($"of {second.Delegation}.", Text(page, ".line"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_on_how_a_name_is_said_stands_below_it()
    {
        var state = await State();
        var request = await Asked(0);
        await Here.Do(new RegisterParticipants([state.Participants[request.Participant] with { Pronunciation = "KOH-lee" }]), new PlaceOnDeck(request.Id));
        Assert.Contains("KOH-lee", Text(Here.Open<ChairPage>(), ".line-said"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_would_do_the_balance_good_stand_on_top_with_one_sentence_why()
    {
        foreach (var seat in Enumerable.Range(0, 6)) await Asked(seat);
        var page = Here.Open<ChairPage>();
        Assert.Equal(3, page.FindAll(".suggestion").Count);
        Assert.All(page.FindAll(".suggestion .row-why"), why => Assert.EndsWith(".", why.TextContent, StringComparison.Ordinal));
        Assert.Contains("No Member State yet in this panel", page.Find(".pool-rows .row-why").TextContent, StringComparison.Ordinal);
        Assert.Contains("Member State: 0 → 1 of 1 in this panel", page.Find(".row-effects").TextContent, StringComparison.Ordinal);
        await Tap(page, ".suggestion .give");
        page.WaitForAssertion(() => Assert.Equal(1, page.Instance.Live.State!.Floor?.Suggested));
    }

    [Fact]
    public async Task A_regional_group_of_the_hearings_own_is_weighed_and_found_by_its_own_name()
    {
        var state = await State();
        await Here.Do(new ChangeHearing(state.Details! with { RegionalGroups = state.Details.RegionalGroups.Add("Océan Indien") }));
        foreach (var seat in Enumerable.Range(0, 3)) await Asked(seat);
        var theirs = (await State()).Requests.Values.OrderBy(r => r.RaisedAt).Last();
        await Here.Do(new RegisterParticipants([state.Participants[theirs.Participant] with { RegionalGroup = "Océan Indien" }]));
        var page = Here.Open<ChairPage>();
        Assert.Contains("no one from the group “Océan Indien” yet", page.Find(".pool").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll(".pool-choices select")[1].ChangeAsync(new() { Value = "Océan Indien" }));
        page.WaitForAssertion(() => Assert.Contains(theirs.Delegation, Assert.Single(page.FindAll(".row:not(.suggestion)")).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_been_announced_is_suggested_without_a_button_that_announces_it_again()
    {
        foreach (var seat in Enumerable.Range(0, 6)) await Asked(seat);
        var page = Here.Open<ChairPage>();
        await Tap(page, ".suggestion .quiet");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".suggestion .quiet").Count));
        Assert.Equal(3, page.FindAll(".suggestion").Count);
    }

    [Fact]
    public async Task A_right_of_reply_is_not_weighed_like_an_intervention()
    {
        foreach (var seat in Enumerable.Range(0, 3)) await Asked(seat);
        await Asked(0, FloorKind.RightOfReply);
        var rows = Here.Open<ChairPage>().FindAll(".pool-rows .row");
        Assert.Equal([true, true, true, false], rows.Select(row => row.QuerySelector(".row-effects") is not null));
    }

    [Fact]
    public async Task The_topic_of_another_panel_hides_nobody_in_this_one()
    {
        var topic = (await State()).Segments.First(s => s.Id.Value == "panel-1").Topics[0].Id.Value;
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find(".pool-filter label:nth-of-type(3) select").ChangeAsync(new() { Value = topic }));
        await Here.Do(new OpenSegment(new("panel-2")));
        await Asked(0);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".pool-rows .row")));
    }

    [Fact]
    public async Task A_first_question_is_put_to_the_whole_panel_in_words()
    {
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find("#question-text").InputAsync(new() { Value = "Who pays?" }));
        await page.Find(".question-new").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Who pays?", Text(page, ".question"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_set_the_phase_the_panel_replies_to_a_round_all_the_same()
    {
        await Here.Do(new SetPhase(PanelPhase.Introduction), new SetRound(3), new Recognise(Seat: await Server.AdmittedSeat(), Start: true), new EndIntervention());
        var page = Here.Open<ChairPage>();
        await Tap(page, ".podium-person:nth-child(2) .podium-give");
        page.WaitForAssertion(() => Assert.Equal(FloorKind.Reply, page.Instance.Live.State!.Floor?.Kind));
    }

    [Fact]
    public async Task A_point_of_order_is_offered_as_soon_as_the_panel_takes_them()
    {
        var state = await State();
        await Here.Do(new SetProgramme([.. state.Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s with { Rules = FloorRules.Default with { PointsOfOrder = false } })] })]));
        await Asked(0);
        var page = Here.Open<ChairPage>();
        Assert.DoesNotContain("Point of order", page.Find(".pool-rows .more-acts").TextContent, StringComparison.Ordinal);
        await Here.Do(new SetProgramme(state.Meetings));
        page.WaitForAssertion(() => Assert.Contains("Point of order", page.Find(".pool-rows .more-acts").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pool_is_filtered_grouped_and_ordered_and_says_when_nothing_is_left()
    {
        foreach (var seat in Enumerable.Range(0, 4)) await Asked(seat);
        var page = Here.Open<ChairPage>();
        string[] Rows() => [.. page.FindAll(".pool-rows .row .row-name bdi").Select(n => n.TextContent)];
        var longest = Rows();
        await page.InvokeAsync(() => page.Find("[data-choice=order]").ChangeAsync(new() { Value = "Shortest" }));
        page.WaitForAssertion(() => Assert.Equal(longest.Reverse(), Rows()));
        await page.InvokeAsync(() => page.Find("[data-choice=group]").ChangeAsync(new() { Value = "Region" }));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".pool-group")));
        Assert.Equal(4, page.FindAll(".pool-group-count").Sum(c => int.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Server.Time.Advance(TimeSpan.FromMinutes(15));
        await page.InvokeAsync(() => page.Find("[data-choice=group]").ChangeAsync(new() { Value = "Waiting" }));
        page.WaitForAssertion(() => Assert.Equal("10 to 30 minutes 4", Text(page, ".pool-group")));
        await page.InvokeAsync(() => page.Find("[data-choice=waiting]").ChangeAsync(new() { Value = "Long" }));
        page.WaitForAssertion(() => Assert.Equal("Nobody who waits is shown by this filter.", Text(page, ".pool > .empty")));
        await page.InvokeAsync(() => page.Find("[data-choice=waiting]").ChangeAsync(new() { Value = "" }));
        await page.InvokeAsync(() => page.Find("[data-choice=channel]").ChangeAsync(new() { Value = "Office" }));
        page.WaitForAssertion(() => Assert.Equal("Nobody who waits is shown by this filter.", Text(page, ".pool > .empty")));
        await Tap(page, ".pool-choices button", "Show all");
        page.WaitForAssertion(() => Assert.Equal(longest, Rows()));
    }

    [Fact]
    public async Task A_point_of_order_interrupts_and_the_floor_returns_with_the_clock_as_it_was()
    {
        var (speaks, order) = (await Asked(0), await Asked(1, FloorKind.PointOfOrder));
        await Here.Do(new Recognise(speaks.Id, Start: true));
        Server.Time.Advance(TimeSpan.FromSeconds(60));
        var page = Here.Open<ChairPage>();
        Assert.Equal("Points of order 1", Text(page, ".pool-group"));
        await Tap(page, ".pool .give", "Hear it now");
        Shows(page, ".floor-interrupted", $"{await NameOf(speaks)} is interrupted with 1:59 left.");
        Server.Time.Advance(TimeSpan.FromSeconds(30));
        await Tap(page, ".step", $"Settle and return to {await NameOf(speaks)}");
        page.WaitForAssertion(() => Assert.Equal("119000", page.Find("floor-clock").GetAttribute("data-remaining-ms")));
        Assert.IsType<FloorClock.Running>((await State()).Floor?.Clock);
    }

    [Fact]
    public async Task A_round_fills_and_then_the_panel_replies_and_its_questions_are_ticked_off()
    {
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find(".round-size select").ChangeAsync(new() { Value = "2" }));
        Shows(page, ".round", "0 of 2");
        foreach (var seat in new[] { 0, 1 })
        {
            await Here.Do(new Recognise(Seat: await Server.AdmittedSeat(seat), Start: true));
            if (seat == 0)
            {
                await Tap(page, ".podium-ask");
                Assert.Equal("Raísa Ortiz Cetra", page.Find("#question-to option:checked").TextContent);
                await page.Find(".question-new").SubmitAsync();
            }

            await Here.Do(new EndIntervention());
        }

        Shows(page, ".round", "full – the panel replies");
        Assert.Equal("Questions, unanswered: 1", Text(page, ".podium h3"));
        await page.InvokeAsync(() => page.Find(".question input").ChangeAsync(new() { Value = true }));
        page.WaitForAssertion(() => Assert.Equal("Questions, unanswered: 0", Text(page, ".podium h3")));
        await page.InvokeAsync(() => page.Find("#question-text").InputAsync(new() { Value = "By when?" }));
        await page.InvokeAsync(() => page.Find(".question-new").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("By when?", page.Find(".question").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.Find("#question-text").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task What_still_fits_is_told_and_another_limit_does_not_touch_the_clock_that_runs()
    {
        await Here.Do(new Recognise(Seat: await Server.AdmittedSeat(), Start: true));
        var page = Here.Open<ChairPage>();
        Assert.Contains("more interventions fit before 11:35", Text(page, ".forecast-fits"), StringComparison.Ordinal);
        var fits = int.Parse(Text(page, ".forecast-fits strong"), System.Globalization.CultureInfo.InvariantCulture);
        await Tap(page, ".forecast-limit button", "2:00 each");
        Shows(page, ".forecast-limit summary", "Limit 2:00");
        Assert.True(int.Parse(Text(page, ".forecast-fits strong"), System.Globalization.CultureInfo.InvariantCulture) > fits);
        Assert.Equal(TimeSpan.FromMinutes(3), (await State()).Floor?.Clock.Allowed);
    }

    [Fact]
    public void The_time_left_goes_down_although_nothing_happens()
    {
        var page = Here.Open<ChairPage>();
        Assert.StartsWith("95 min left", Text(page, ".forecast-facts"), StringComparison.Ordinal);
        Server.Time.Advance(TimeSpan.FromMinutes(2));
        page.WaitForAssertion(() => Assert.StartsWith("93 min left", Text(page, ".forecast-facts"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agreed_extra_time_is_told_at_the_console_and_belongs_to_the_time_allowed()
    {
        var request = await Asked(0);
        await Here.Do(new RegisterParticipants([(await State()).Participants[request.Participant] with { Accommodation = TimeSpan.FromMinutes(1) }]));
        var page = Here.Open<ChairPage>();
        Assert.Contains("+1:00", page.Find(".pool .row .tag-strong").TextContent, StringComparison.Ordinal);
        await Tap(page, ".pool .give");
        Shows(page, ".floor-card .tag-strong", "agreed extra time +1:00");
        page.WaitForAssertion(() => Assert.Equal("Start 4:00", Text(page, ".step")));
    }

}
