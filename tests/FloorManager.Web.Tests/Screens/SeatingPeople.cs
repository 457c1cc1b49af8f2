using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Screens.Setup;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class SeatingPeople : AtASetupPage<SeatsPage>
{
    private static readonly SeatLabel A1 = new("A-1"), A2 = new("A-2");

    private Credentials Credentials => Server.Services.GetRequiredService<Credentials>();

    private Task Type(string field, string text) => Page.InvokeAsync(() => Page.Find($"[data-field={field}]").InputAsync(new() { Value = text }));

    private ValueTask<Grant?> Find(string secret) => new(Credentials.Find(secret, Xunit.TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_plan_is_drawn_and_told_before_it_is_taken()
    {
        var before = await State();
        await Page.InvokeAsync(() => Page.Find("[data-field=rows]").Change("2"));
        await Page.InvokeAsync(() => Page.Find("[data-field=in-a-row]").Change("3"));
        await Page.Find("form.setup-fields").SubmitAsync();
        var lost = before.SeatHolders.Keys.Count(s => s.Value is not ("A-1" or "A-2" or "A-3" or "B-1" or "B-2" or "B-3"));
        Assert.Contains($"6 seats; {lost} participant(s) would lose theirs", Page.Find(".setup-refused").TextContent, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await State()).Version);
        await Tap("[data-act=replace]");
        Page.WaitForAssertion(() => Assert.Contains("6 seats", Page.Markup, StringComparison.Ordinal));
        Assert.Equal(6, (await State()).Seats.Count);
    }

    [Theory]
    [InlineData("label,row,x,y\nA-1,1,0,300\nA-1,1,70,300", "seats.csv")]
    [InlineData("label;row\nA-1;1", "seats.csv")]
    public async Task A_plan_with_a_fault_is_told_row_by_row_and_changes_nothing(string csv, string name)
    {
        var before = (await State()).Version;
        Page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(csv, name));
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".setup-faults li")));
        Assert.Empty(Page.FindAll("[data-act=replace]"));
        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public async Task A_seat_is_given_to_somebody_and_whoever_sat_there_has_none()
    {
        var (before, seated) = (await State(), (await State()).SeatHolders[A2]);
        await Tap("[data-act=assign]");
        await Type("person", before.Participants[seated].FullName);
        await Tap("[data-act=take]");
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll("[data-act=take]")));
        var after = await State();
        Assert.Equal((seated, false), (after.SeatHolders[A1], after.SeatHolders.ContainsKey(A2)));
        Assert.Null(after.Participants[before.SeatHolders[A1]].Seat);

        await Tap("[data-act=assign]");
        await Tap("[data-act=free]");
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll("[data-act=free]")));
        Assert.False((await State()).SeatHolders.ContainsKey(A1));
    }

    [Fact]
    public async Task New_cards_are_asked_for_twice_and_make_the_old_ones_worthless()
    {
        var old = await Credentials.Issue(FloorServer.Sample, Role.Seat, A1, stop: Xunit.TestContext.Current.CancellationToken);
        var grant = (await Find(old))!;
        await Tap("[data-act=renew-all]");
        Assert.Empty(Page.FindAll(".seat-print"));
        await Tap("[data-act=sure]");
        var seats = (await State()).Seats.Count;
        Page.WaitForAssertion(() => Assert.Equal(seats, Page.FindAll(".seat-print").Count));
        Assert.Null(await Find(old));
        Assert.False(await Credentials.Stands(grant, Xunit.TestContext.Current.CancellationToken));
        Assert.IsType<Web.Live.Answer.Denied>(await Server.Hearings.Submit(FloorServer.Sample, grant, new(Guid.NewGuid()), new RaiseRequest(Seat: A1)));

        var card = Page.FindComponent<SeatCardSheet>().Instance.Cards.Single(c => c.Seat == A1);
        var found = await Find(card.Link[(card.Link.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        Assert.Equal((Role.Seat, A1), (found!.Role, found.Seat!.Value));
        Assert.Contains((await State()).Participants[(await State()).SeatHolders[A1]].FullName, card.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_seat_is_renewed_without_touching_the_others_and_all_are_revoked_at_once()
    {
        var (first, second) = (await Credentials.Issue(FloorServer.Sample, Role.Seat, A1), await Credentials.Issue(FloorServer.Sample, Role.Seat, A2));
        var chair = await Credentials.Issue(FloorServer.Sample, Role.Chair);
        await Tap("[data-act=renew]");
        Page.WaitForAssertion(() => Assert.Single(Page.FindAll(".seat-print")));
        Assert.Equal((null, A2), (await Find(first), (await Find(second))!.Seat!.Value));
        await Tap("[data-act=revoke-all]");
        await Tap("[data-act=sure]");
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll(".seat-print")));
        Assert.Null(await Find(second));
        Assert.Equal(Role.Chair, (await Find(chair))!.Role);
    }

    [Fact]
    public async Task The_card_of_one_seat_is_revoked_and_the_others_stay()
    {
        var (first, second) = (await Credentials.Issue(FloorServer.Sample, Role.Seat, A1), await Credentials.Issue(FloorServer.Sample, Role.Seat, A2));
        await Tap("[data-act=revoke]");
        Page.WaitForAssertion(() => Assert.Contains("Cards of seat A-1 that are worthless now: 1.", Page.Markup, StringComparison.Ordinal));
        Assert.Null(await Find(first));
        Assert.NotNull(await Find(second));
    }

    [Fact]
    public async Task A_seat_is_given_and_what_another_secretary_wrote_about_its_holder_meanwhile_stays()
    {
        var seated = (await State()).SeatHolders[A2];
        await Tap("[data-act=assign]");
        await Type("person", (await State()).Participants[seated].FullName);
        // The page has not heard of it yet when the button is pressed.
        await Page.InvokeAsync(async () =>
        {
            await Server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new RegisterParticipants([(await State()).Participants[seated] with { Pronunciation = "as it is said" }]));
            await Page.Find("[data-act=take]").ClickAsync(new());
        });
        Page.WaitForAssertion(() => Assert.Equal((A1, "as it is said"), (Page.Instance.Live.Newest!.Participants[seated].Seat, Page.Instance.Live.Newest!.Participants[seated].Pronunciation)));
    }

    [Fact]
    public async Task Nobody_but_the_secretariat_makes_cards()
    {
        var chair = (await Find(await Credentials.Issue(FloorServer.Sample, Role.Chair)))!;
        Assert.Null(await Credentials.RenewSeats(chair, FloorServer.Sample, [A1]));
        var elsewhere = (await Find(await Credentials.Issue("elsewhere", Role.Secretariat)))!;
        Assert.Null(await Credentials.RevokeSeats(elsewhere, FloorServer.Sample));
    }
}
