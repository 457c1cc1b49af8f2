using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Web.Screens.Setup;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>Tonatiuh Béjar Olmedo of Mexico, number 1045, seat C-1, was registered once more under 2001: without the accents, with a pronunciation.</summary>
public sealed class MergingTwoEntries : IAsyncLifetime
{
    private static readonly ParticipantId Registered = new("1045"), Again = new("2001");

    private readonly FloorServer _server = new();
    private Room _room = null!;
    private Participant _second = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Secretariat);
        _second = (await State()).Participants[Registered] with { Id = Again, FullName = "BEJAR OLMEDO Tonatiuh", Seat = null, Language = "", Pronunciation = "to-na-TEE-oo" };
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<Hearing> State() => (await _server.Session()).State;

    private async Task<IRenderedComponent<ParticipantsPage>> Open(params HearingCommand[] before)
    {
        await _room.Do([new RegisterParticipants([_second]), .. before]);
        return _room.Open<ParticipantsPage>();
    }

    private static Task Tap(IRenderedComponent<ParticipantsPage> page, string selector) => Room.Tap(page, () => page.Find(selector));

    private static Task Find(IRenderedComponent<ParticipantsPage> page, string text) => page.InvokeAsync(() => page.Find("[data-field=find]").InputAsync(new() { Value = text }));

    private static string[] Row(IRenderedComponent<ParticipantsPage> page, string heading) =>
        [.. page.FindAll(".merge-table tr").First(r => r.QuerySelector("th")?.TextContent == heading).QuerySelectorAll("td").Select(td => td.QuerySelector("bdi")?.TextContent + (td.QuerySelector(".merge-mark") is null ? "" : " ✓"))];

    [Fact]
    public async Task The_sample_has_no_such_entries_and_says_so()
    {
        var page = _room.Open<ParticipantsPage>();
        Assert.Equal("Entries that may be one person: 0", page.Find("#people-twice").TextContent);
        Assert.Empty(page.FindAll("[data-act=compare]"));
        Assert.Empty((await State()).Merged);
    }

    [Fact]
    public async Task What_may_be_one_person_is_pointed_out_compared_and_merged_when_it_is_confirmed()
    {
        var page = await Open();
        Assert.Equal("Entries that may be one person: 1", page.Find("#people-twice").TextContent);
        await Tap(page, "[data-act=compare]");
        Assert.Equal(["Tonatiuh Béjar Olmedo ✓", "BEJAR OLMEDO Tonatiuh"], Row(page, "Name"));
        Assert.Equal(["", "to-na-TEE-oo ✓"], Row(page, "How the name is said"));
        Assert.Equal(["C-1 ✓", ""], Row(page, "Seat"));
        Assert.Contains((await State()).Participants, p => p.Key == Again);

        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Entries that may be one person: 0", page.Find("#people-twice").TextContent));
        Assert.Empty(page.FindAll(".merge-table"));
        Assert.Contains("Merged: Tonatiuh Béjar Olmedo.", page.Markup, StringComparison.Ordinal);
        var merged = (await State()).Participants[Registered];
        Assert.Equal(("Tonatiuh Béjar Olmedo", "to-na-TEE-oo", new SeatLabel("C-1")), (merged.FullName, merged.Pronunciation, merged.Seat));
        await Find(page, "Tonatiuh");
        Assert.Contains("also number 2001", page.Find(".people-row .facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_one_stays_when_the_two_are_swapped()
    {
        var page = await Open();
        await Tap(page, "[data-act=compare]");
        await Tap(page, "[data-act=swap]");
        Assert.Equal(["BEJAR OLMEDO Tonatiuh ✓", "Tonatiuh Béjar Olmedo"], Row(page, "Name"));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".merge-table")));
        var state = await State();
        Assert.Equal((Registered, Again), (state.Merged.Single().Key, state.SeatHolders[new("C-1")]));
    }

    [Fact]
    public async Task What_else_comes_of_it_is_told_beforehand()
    {
        var state = await State();
        _second = _second with { Seat = state.Seats.Keys.Except(state.SeatHolders.Keys).First() };
        var page = await Open(new RaiseRequest(Again, Channel: IntakeChannel.Office), new RaiseRequest(Registered, Channel: IntakeChannel.Seat));
        await Tap(page, "[data-act=compare]");
        var follows = page.Find(".merge-follows").TextContent;
        foreach (var told in new[] { "Requests: 1, interventions: 0", $"Seat {_second.Seat} becomes free.", "Number 2001 means them from now on" }) Assert.Contains(told, follows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_are_known_to_be_one_are_picked_by_hand()
    {
        var page = _room.Open<ParticipantsPage>();
        await Find(page, "Drita");
        await Tap(page, "[data-act=edit]");
        await Tap(page, "[data-act=pick]");
        Assert.Contains("Drita Kolëmarku", page.Find(".merge-picked").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-act=with-this]"));
        await Find(page, "Tonatiuh");
        await Tap(page, "[data-act=with-this]");
        Assert.Equal(["Drita Kolëmarku ✓", "Tonatiuh Béjar Olmedo"], Row(page, "Name"));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".merge-table")));
        Assert.Equal(new("1001"), (await State()).Merged[Registered]);
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_form_and_nothing_is_lost()
    {
        _second = _second with { Delegation = "Another" };
        var page = await Open(new OpenSegment(new("panel-1")), new Recognise(ParticipantId: Again));
        await Tap(page, ".merge-weaker [data-act=compare]");
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("BEJAR OLMEDO Tonatiuh (Another) is speaking", page.Find(".setup-form .setup-refused").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(".merge-table"));
    }

    [Fact]
    public async Task What_another_secretary_has_merged_meanwhile_is_closed_and_an_open_entry_of_it_is_not_written_over()
    {
        var page = await Open();
        await Find(page, "bejar olmedo");
        await Room.Tap(page, () => page.FindAll("[data-act=edit]")[1]);
        await Tap(page, "[data-act=compare]");
        await _room.Do(new MergeParticipants(Registered, Again));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".merge-table")));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("has been merged with another entry meanwhile", page.Find(".setup-form .setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal("Tonatiuh Béjar Olmedo", (await State()).Participants[Registered].FullName);
    }

    [Fact]
    public async Task A_file_that_brings_the_old_number_again_makes_no_new_entry_and_counts_none()
    {
        await _room.Do(new RegisterParticipants([_second]), new MergeParticipants(Registered, Again));
        var page = _room.Open<ParticipantsPage>();
        void Upload(string rows) => page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText($"id,full_name,delegation,category,seat,admitted,designation\n{rows}", "register.csv"));
        Upload("2001,Tonatiuh B. Olmedo,Mexico,MemberState,C-1,yes,First Secretary");
        page.WaitForAssertion(() => Assert.Equal("“register.csv”: 0 new, 1 changed, 0 as they are. Nothing has been written yet.", page.Find("[role=status] .setup-refused").TextContent));
        await Tap(page, "[data-act=confirm]");
        page.WaitForAssertion(() => Assert.Equal("Tonatiuh B. Olmedo", page.Instance.Live.Newest!.Participants[Registered].FullName));
        var state = await State();
        Assert.Equal((false, "First Secretary"), (state.Participants.ContainsKey(Again), state.Participants[Registered].Designation));
        Upload("1045,Tonatiuh Béjar Olmedo,Mexico,MemberState,C-1,yes,First Secretary\n2001,Somebody,Mexico,MemberState,C-1,yes,Counsellor");
        page.WaitForAssertion(() => Assert.StartsWith("“register.csv”: 0 new, 1 changed, 1 as they are.", page.Find("[role=status] .setup-refused").TextContent, StringComparison.Ordinal));
        await Tap(page, "[data-act=confirm]");
        page.WaitForAssertion(() => Assert.Equal("Tonatiuh Béjar Olmedo", page.Instance.Live.Newest!.Participants[Registered].FullName));
        Assert.Equal(("First Secretary", "to-na-TEE-oo"), ((await State()).Participants[Registered].Designation, (await State()).Participants[Registered].Pronunciation));
        // Whichever row stands first, and the other fills in only what is empty.
        Upload("2001,Somebody,Mexico,MemberState,C-1,yes,Counsellor\n1045,Tonatiuh Béjar Olmedo,Mexico,MemberState,C-1,yes,");
        page.WaitForAssertion(() => Assert.StartsWith("“register.csv”: 0 new, 1 changed, 1 as they are.", page.Find("[role=status] .setup-refused").TextContent, StringComparison.Ordinal));
        await Tap(page, "[data-act=confirm]");
        page.WaitForAssertion(() => Assert.Equal("Counsellor", page.Instance.Live.Newest!.Participants[Registered].Designation));
        Assert.Equal("Tonatiuh Béjar Olmedo", (await State()).Participants[Registered].FullName);
    }

    [Fact]
    public async Task A_number_that_was_merged_away_is_given_to_nobody_else()
    {
        await _room.Do(new RegisterParticipants([_second with { Id = new("n-1") }]), new MergeParticipants(Registered, new("n-1")));
        Assert.Equal("n-2", ParticipantDraft.New(await State()).Id);
    }
}
