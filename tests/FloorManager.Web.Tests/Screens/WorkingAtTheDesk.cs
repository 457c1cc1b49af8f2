using AngleSharp.Dom;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Desk;
using FloorManager.Web.Screens.Record;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components.Web;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class WorkingAtTheDesk : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync() => _room = await Room.For(_server, Role.Secretariat);

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static void Type(IRenderedComponent<DeskPage> page, string text, string key = "Enter", bool composing = false)
    {
        page.Find("#log-find").Input(text);
        page.Find("#log-find").KeyDown(new KeyboardEventArgs { Key = key, IsComposing = composing });
    }

    private static FloorRequest Logged(IRenderedComponent<DeskPage> page)
    {
        page.WaitForAssertion(() => Assert.NotEmpty(page.Instance.Live.State!.Requests));
        return page.Instance.Live.State!.Requests.Values.Single();
    }

    [Theory]
    [InlineData("cote", "Côte d'Ivoire", IntakeChannel.Office)]
    [InlineData("example migrants' network 9", "Example Migrants' Network 9", IntakeChannel.Desk)]
    [InlineData("A-8", "Brazil", IntakeChannel.Office)]
    public void Part_of_a_name_a_delegation_or_a_seat_and_Enter_log_a_request(string typed, string delegation, IntakeChannel channel)
    {
        var page = _room.Open<DeskPage>();
        Type(page, typed);
        var request = Logged(page);
        Assert.Equal((delegation, channel, "panel-1"), (request.Delegation, request.Channel, request.Segment.Value));
        page.WaitForAssertion(() => Assert.Contains("Logged: ", page.Find(".log-done").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".log-person"));
    }

    [Fact]
    public async Task The_arrows_choose_among_those_found_and_a_click_does_as_well()
    {
        var page = _room.Open<DeskPage>();
        Type(page, "example", "ArrowDown");
        page.WaitForAssertion(() => Assert.True(page.FindAll(".log-person").Count > 1));
        var second = page.FindAll(".log-person")[1];
        Assert.Equal("true", second.GetAttribute("aria-selected"));
        Assert.Equal(second.Id, page.Find("#log-find").GetAttribute("aria-activedescendant"));
        var text = second.TextContent;
        await Room.Tap(page, () => page.FindAll(".log-person")[1]);
        Assert.Contains(Logged(page).Delegation, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_that_chooses_a_character_while_composing_logs_nobody()
    {
        var page = _room.Open<DeskPage>();
        Type(page, "cote", composing: true);
        Assert.NotEmpty(page.FindAll(".log-person"));
        Type(page, "brazil");
        Assert.Equal("Brazil", Logged(page).Delegation);
    }

    [Fact]
    public void A_second_request_of_the_same_person_is_said_to_be_there_already()
    {
        var page = _room.Open<DeskPage>();
        Type(page, "brazil");
        Logged(page);
        page.WaitForAssertion(() => Assert.StartsWith("Logged: ", page.Find(".log-done").TextContent, StringComparison.Ordinal));
        Type(page, "brazil");
        page.WaitForAssertion(() => Assert.StartsWith("Already waiting: ", page.Find(".log-done").TextContent, StringComparison.Ordinal));
        Logged(page);
    }

    [Fact]
    public async Task A_second_request_of_a_delegation_is_explained_and_what_was_typed_stays()
    {
        var state = (await _server.Session()).State;
        var two = state.Participants.Values.Where(p => p.Admitted).GroupBy(p => p.Delegation).First(g => g.Count() > 1).OrderBy(p => p.Id.Value).ToArray();
        await _room.Do(new RaiseRequest(two[0].Id, Channel: IntakeChannel.Office));
        var page = _room.Open<DeskPage>();
        Type(page, two[1].FullName);
        page.WaitForAssertion(() => Assert.Contains("already has a request in this panel", page.Find(".console-notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("already waiting", page.Find(".log-person").TextContent, StringComparison.Ordinal);
        Assert.Single(page.Instance.Live.State!.Requests);
    }

    [Theory]
    [InlineData(IntakeChannel.Desk, "the desk at 10:00")]
    [InlineData(IntakeChannel.Seat, "the seat at 10:00")]
    public async Task A_second_wish_through_another_door_is_joined_and_both_are_told(IntakeChannel first, string told)
    {
        await _room.Do(new RaiseRequest(Seat: new("B-23"), Channel: first));
        _server.Time.Advance(TimeSpan.FromMinutes(12));
        var page = _room.Open<DeskPage>();
        Type(page, "Tonatiuh", "");
        Assert.Equal("waiting: will be joined", page.Find(".log-person .tag").TextContent);
        page.Find("#log-find").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        page.WaitForAssertion(() => Assert.Equal(
            $"Already waiting: Mr. Tonatiuh Béjar Olmedo, Mexico. Joined with the wish that came through {told}.".Replace("through the seat", "from the seat", StringComparison.Ordinal), page.Find(".log-done").TextContent));
        Assert.Equal([first, IntakeChannel.Office], Logged(page).Doors.Select(d => d.Channel));
        Assert.Contains("joined the wish of Tonatiuh Béjar Olmedo", page.Find(".steps").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_that_was_noted_the_day_before_is_told_with_its_day()
    {
        await _room.Do(new RaiseRequest(Seat: new("B-23"), Channel: IntakeChannel.Office));
        _server.Time.Advance(TimeSpan.FromHours(24));
        var page = _room.Open<DeskPage>();
        await page.InvokeAsync(() => page.FindAll(".log-options select")[3].ChangeAsync(new() { Value = "Desk" }));
        Type(page, "Tonatiuh");
        page.WaitForAssertion(() => Assert.EndsWith("came through the office at 26 Jul 10:00.", page.Find(".log-done").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_tells_both_doors()
    {
        await _room.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: new("B-23"), Channel: IntakeChannel.Office));
        _server.Time.Advance(TimeSpan.FromMinutes(12));
        await _room.Do(new RaiseRequest(Seat: new("B-23"), Channel: IntakeChannel.Seat), new Recognise(Seat: new("B-23"), Start: true), new EndIntervention());
        await _room.Do(new RaiseRequest(Seat: new("C-1"), Channel: IntakeChannel.Seat), new RaiseRequest(Seat: new("C-1"), Channel: IntakeChannel.Desk), new OpenSegment(new("panel-2")));
        var page = _room.Open<RecordPage>();
        Assert.Equal(["Office 10:00", "Seat B-23 10:12"], page.FindAll(".record-table tbody .record-door").Select(d => d.TextContent));
        Assert.Contains("Seat C-1 10:12 · Desk 10:12", page.Find(".record-missed").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bra,2", FloorKind.Intervention, 2)]
    [InlineData("bra,r", FloorKind.RightOfReply, 0)]
    [InlineData("bra, 3 r", FloorKind.RightOfReply, 3)]
    [InlineData("A-8,O1", FloorKind.PointOfOrder, 1)]
    public async Task What_for_is_typed_after_a_comma(string typed, FloorKind kind, int topic)
    {
        await _room.TakePointsOfOrder();
        var page = _room.Open<DeskPage>();
        Type(page, typed);
        var request = Logged(page);
        var topics = page.Instance.Live.Newest!.FindSegment(new("panel-1"))!.Topics;
        Assert.Equal(("Brazil", kind, topic == 0 ? null : topics[topic - 1].Id), (request.Delegation, request.Kind, request.Topic));
        page.WaitForAssertion(() => Assert.Equal("Intervention", page.FindAll(".log-options select")[2].GetAttribute("value")));
    }

    [Fact]
    public void What_was_typed_is_shown_in_the_lists_and_the_last_word_counts()
    {
        var page = _room.Open<DeskPage>();
        string?[] Shown() => [.. page.FindAll(".log-options select").Skip(1).Take(2).Select(s => s.GetAttribute("value"))];
        page.Find("#log-find").Input("bra,2r");
        Assert.Equal(["panel-1-topic-2", "RightOfReply"], Shown());
        page.FindAll(".log-options select")[1].Change("panel-1-topic-3");
        page.FindAll(".log-options select")[2].Change("Intervention");
        Assert.Equal(["panel-1-topic-3", "Intervention"], Shown());
        page.Find("#log-find").Input("bra,1");
        Assert.Equal(["panel-1-topic-1", "Intervention"], Shown());
        page.Find("#log-find").Input("bra");
        Assert.Equal(["", "Intervention"], Shown());
    }

    [Theory]
    [InlineData("bra,7")]
    [InlineData("bra,0")]
    public void A_topic_that_there_is_not_is_said_and_Enter_logs_nobody(string typed)
    {
        var page = _room.Open<DeskPage>();
        Type(page, typed);
        Assert.Contains($"There is no topic {typed[^1]} in ", page.Find(".log-fault").TextContent, StringComparison.Ordinal);
        Type(page, "bra,1");
        Assert.Equal(("Brazil", new("panel-1-topic-1")), (Logged(page).Delegation, Logged(page).Topic!.Value));
    }

    [Theory]
    [InlineData("Béjar Olmedo, Tonatiuh")]
    [InlineData("olmedo, to")]
    [InlineData("olmedo,")]
    public void A_comma_may_be_part_of_a_name(string typed)
    {
        var page = _room.Open<DeskPage>();
        Type(page, typed);
        Assert.Equal(new("1045"), Logged(page).Participant);
    }

    [Fact]
    public void Whoever_was_chosen_by_the_arrows_stays_chosen_while_what_for_is_typed()
    {
        var page = _room.Open<DeskPage>();
        Type(page, "mexico", "ArrowDown");
        Type(page, "mexico,2");
        Assert.Equal(new("1045"), Logged(page).Participant);
    }

    [Fact]
    public async Task Who_is_not_admitted_is_marked_before_Enter_and_refused_after_it()
    {
        var state = (await _server.Session()).State;
        var outside = state.Participants.Values.First(p => !p.Admitted);
        var page = _room.Open<DeskPage>();
        Type(page, outside.FullName);
        page.WaitForAssertion(() => Assert.Contains("has not been admitted", page.Find(".console-notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("not admitted", page.Find(".log-person").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_register_is_noted_marked_admitted_and_logged()
    {
        var page = _room.Open<DeskPage>();
        Type(page, "Ngũgĩ Ọ̀ṣun", "");
        await page.InvokeAsync(() => page.Find("[data-field=walk-delegation]").Change("Walk-in Network"));
        await page.Find("form.walk-on").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("not admitted", page.Find(".log-person").TextContent, StringComparison.Ordinal));
        var noted = page.Instance.Live.Newest!.Participants.Values.Single(p => p.FullName == "Ngũgĩ Ọ̀ṣun");
        Assert.Equal(("Walk-in Network", false), (noted.Delegation, noted.Admitted));
        page.Find("#log-find").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Empty(page.Instance.Live.Newest!.Requests);

        await Room.Tap(page, () => page.Find("[data-act=admit]"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-act=admit]")));
        page.Find("#log-find").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal("Walk-in Network", Logged(page).Delegation);
    }

    [Fact]
    public void Wishes_for_a_later_panel_are_logged_with_their_topic()
    {
        var page = _room.Open<DeskPage>();
        page.FindAll(".log-options select")[0].Change("panel-3");
        var topic = page.FindAll(".log-options select")[1].QuerySelectorAll("option")[2].GetAttribute("value")!;
        page.FindAll(".log-options select")[1].Change(topic);
        page.FindAll(".log-options select")[3].Change("Desk");
        Type(page, "cote");
        var request = Logged(page);
        Assert.Equal(("panel-3", topic, IntakeChannel.Desk), (request.Segment.Value, request.Topic?.Value, request.Channel));
    }

    [Fact]
    public async Task The_desk_assists_with_the_clock_and_does_not_recognise()
    {
        await _room.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await _server.AdmittedSeat(1)), new Recognise(Seat: await _server.AdmittedSeat()));
        var page = _room.Open<DeskPage>();
        Assert.Empty(page.FindAll(".give"));
        Assert.Equal("Start 3:00", page.Find(".step").TextContent.Trim());
        await Room.Tap(page, () => page.Find(".step"));
        page.WaitForAssertion(() => Assert.Equal("Thank and end", page.Find(".step").TextContent.Trim()));
    }

    [Fact]
    public async Task The_record_shows_who_spoke_how_long_and_who_was_not_reached()
    {
        await _room.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await _server.AdmittedSeat(1)), new RaiseRequest(Seat: await _server.AdmittedSeat()));
        await _room.Do(new Recognise(Seat: await _server.AdmittedSeat(), Start: true));
        _server.Time.Advance(TimeSpan.FromSeconds(185));
        var state = await _room.Do(new EndIntervention(), new OpenSegment(new("panel-2")));
        var page = _room.Open<RecordPage>();
        var row = page.Find(".record-table tbody tr").TextContent;
        Assert.Contains(state.Ended.Single().Speaker.Name, row, StringComparison.Ordinal);
        Assert.Contains("3:05", row, StringComparison.Ordinal);
        Assert.Contains("+0:05", row, StringComparison.Ordinal);
        Assert.Contains("10:00", row, StringComparison.Ordinal);
        Assert.Matches($"suggestion {state.Ended.Single().Suggested ?? 0}\\b", row);
        Assert.Single(page.FindAll(".record-missed li"));
    }

    [Fact]
    public async Task The_record_names_no_suggestion_where_the_chair_called_somebody_straight_from_the_floor()
    {
        await _room.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await _server.AdmittedSeat(), Start: true));
        _server.Time.Advance(TimeSpan.FromSeconds(60));
        await _room.Do(new EndIntervention());
        Assert.DoesNotContain("suggestion", _room.Open<RecordPage>().Find(".record-table tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_tells_who_was_called_and_did_not_speak_and_who_was_declined()
    {
        await _room.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await _server.AdmittedSeat(1)));
        var declined = (await _server.Session()).State.Requests.Values.Single();
        await _room.Do(new DeclineRequest(declined.Id), new Recognise(Seat: await _server.AdmittedSeat()), new EndIntervention());
        var page = _room.Open<RecordPage>();
        Assert.Empty(page.FindAll(".record-table"));
        var lists = page.FindAll(".record h3").Zip(page.FindAll(".record-missed")).Select(l => $"{l.First.TextContent}|{l.Second.TextContent}").ToArray();
        Assert.Matches("Called and did not speak: 1\\|.*called at 10:00", lists[0]);
        Assert.StartsWith("Declined by the chair: 1|", lists[1], StringComparison.Ordinal);
        Assert.Contains(declined.Delegation, lists[1], StringComparison.Ordinal);
        // Each leads to what happened.
        foreach (var (list, told) in new[] { (0, new[] { "Floor given", "ended" }), (1, ["Floor requested", "Request declined"]) })
        {
            IElement Opener() => page.FindAll(".record-missed")[list].QuerySelector("[data-act=trail-of]")!;
            Assert.Equal("false", Opener().GetAttribute("aria-expanded"));
            await Room.Tap(page, Opener);
            page.WaitForAssertion(() => Assert.Equal(told.Length, page.FindAll(".record-missed")[list].QuerySelectorAll(".trail li").Length));
            foreach (var (said, line) in told.Zip(page.FindAll(".record-missed")[list].QuerySelectorAll(".trail li"))) Assert.Contains(said, line.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("true", Opener().GetAttribute("aria-expanded"));
        }
    }

    [Fact]
    public async Task A_recommendation_of_the_record_leads_to_its_wordings()
    {
        var state = await _room.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await _server.AdmittedSeat(), Start: true));
        state = await _room.Do(new NoteRecommendation(state.Floor!.Id, "Portable benefits"));
        var noted = state.Recommendations.Single();
        await _room.Do(new RewordRecommendation(noted.Id, "Portability of benefits", noted.Topic), new EndIntervention());
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find(".record-notes [data-act=trail-of]"));
        page.WaitForAssertion(() => Assert.Equal(["Portable benefits", "Portability of benefits"], page.FindAll(".record-notes .trail bdi").Select(t => t.TextContent)));
    }

    [Fact]
    public async Task A_contribution_of_the_record_leads_to_its_request_also_what_was_taken_back()
    {
        var state = await _room.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await _server.AdmittedSeat(1)));
        var request = state.Requests.Values.Single().Id;
        await _room.Open<RecordPage>().Instance.Do(new DeferRequest(request));
        await _room.Open<RecordPage>().Instance.Do(new Undo());
        await _room.Do(new OpenSegment(new("panel-2")), new HandInContribution(request, "What we would have said."));
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find(".record-written [data-act=trail-of]"));
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".record-written .trail li").Count));
        var lines = page.FindAll(".record-written .trail li").Select(l => l.TextContent).ToArray();
        foreach (var (said, line) in new[] { "Floor requested", "set aside", "undone", "not reached", "handed in" }.Zip(lines)) Assert.Contains(said, line, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("set aside", page.Find(".record-written .trail-gone").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_that_is_not_yours_says_so_shows_nothing_and_leads_to_the_sign_in()
    {
        var page = _room.Open<ChairPage>();
        Assert.Equal(Finding.NotAllowed, page.Instance.Found);
        Assert.Contains("not signed in for this console", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".pool"));
        Assert.Equal("Sign in with a code", page.Find(".console-plain a[href='/enter']").TextContent);
    }

    [Fact]
    public void A_hearing_that_is_not_there_is_said_by_its_name()
    {
        var page = _room.Open<DeskPage>("elsewhere");
        Assert.Equal(Finding.NoSuchHearing, page.Instance.Found);
        Assert.Contains("elsewhere", page.Find(".console-plain").TextContent, StringComparison.Ordinal);
    }
}
