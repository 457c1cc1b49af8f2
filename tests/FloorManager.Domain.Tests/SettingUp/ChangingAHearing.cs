using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class ChangingAHearing : Specification
{
    private static readonly HearingDetails Other = Details with
    {
        Title = "Another title",
        Place = "Conference Room 4",
        Languages = ["fr", "ar"],
        Rules = new(Minutes(5), Seconds(60), Grace: TimeSpan.Zero),
        PublicViews = [],
    };

    [Fact]
    public void What_is_settled_is_replaced() => Given(AHearing.SetUp).When(new ChangeHearing(Other)).Then(new HearingChanged(Other));

    [Fact]
    public void The_short_name_stays_because_screens_are_bookmarked_under_it() =>
        Given(AHearing.SetUp).When(new ChangeHearing(Other with { ShortName = "other" })).Then(new HearingChanged(Other));

    [Fact]
    public void The_same_again_is_nothing() =>
        Given(AHearing.SetUp).When(new ChangeHearing(Details with { Languages = [.. Details.Languages], Categories = [.. Details.Categories] })).ThenNothing();

    [Fact]
    public void Somebody_who_speaks_keeps_the_time_they_were_given()
    {
        var before = AHearing.InThePanel.Asked(Amina).Speaking(Amina);
        var after = before.Had(new ChangeHearing(Other));
        Assert.Equal((before.State.Floor, Minutes(5)), (after.State.Floor, after.State.RulesOf(after.State.OpenSegment!).Limit));
    }

    [Fact]
    public void With_another_time_zone_the_programme_keeps_the_times_that_are_printed_in_it()
    {
        var printed = Printed(AHearing.SetUp.State);
        var after = AHearing.SetUp.Had(new ChangeHearing(Details with { TimeZone = "Africa/Nairobi" })).State;
        Assert.Equal(printed, Printed(after));
        Assert.Equal(AHearing.SetUp.State.Segments.First().StartsAt.AddHours(-3), after.Segments.First().StartsAt);
    }

    [Fact]
    public void A_time_zone_nobody_knows_is_refused()
    {
        Given(AHearing.SetUp).When(new ChangeHearing(Details with { TimeZone = "Mars/Olympus_Mons" })).ThenRefused(new NoSuchTimeZone("Mars/Olympus_Mons"));
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { TimeZone = "" })).ThenRefused(new NoSuchTimeZone(""));
    }

    [Fact]
    public void A_category_that_somebody_on_the_register_has_does_not_go()
    {
        Given(AHearing.SetUp).When(new ChangeHearing(Details with { Categories = [new("MemberState", IsStakeholder: false), new("DiasporaGroup", IsStakeholder: true)] }))
            .ThenRefused(new CategoryNeeded("CivilSociety", 3));
    }

    [Fact]
    public void A_regional_group_that_somebody_on_the_register_is_of_does_not_go()
    {
        var registered = AHearing.SetUp.Had(new RegisterParticipants([Amina with { RegionalGroup = "African" }]));
        Given(registered).When(new ChangeHearing(Details with { RegionalGroups = ["AsiaPacific"] })).ThenRefused(new RegionalGroupNeeded("African", 1));
        Given(registered).When(new ChangeHearing(Details with { RegionalGroups = ["African", "Océan Indien"] }))
            .Then(new HearingChanged(Details with { RegionalGroups = ["African", "Océan Indien"] }));
    }

    [Fact]
    public void A_hearing_may_do_without_regional_groups_and_has_each_once()
    {
        Assert.Equal(RegionalGroups.Default, Details.RegionalGroups);
        Assert.Empty(AHearing.SetUp.Had(new ChangeHearing(Details with { RegionalGroups = [] })).State.Details!.RegionalGroups);
        foreach (string[] wrong in new string[][] { ["A", "A"], [""], [RegionalGroups.None], [.. Enumerable.Range(0, 51).Select(i => $"{i}")] })
            Given(AHearing.SetUp).When(new ChangeHearing(Details with { RegionalGroups = [.. wrong] })).ThenRefused(new OutOfBounds("regionalGroups", "0", "50"));
    }

    [Fact]
    public void A_hearing_has_a_language_and_a_category_each_once()
    {
        Given(AHearing.SetUp).When(new ChangeHearing(Details with { Languages = [] })).ThenRefused(new OutOfBounds("languages", "1", "20"));
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Categories = [] })).ThenRefused(new OutOfBounds("categories", "1", "50"));
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Categories = [new("A", IsStakeholder: true), new("A", IsStakeholder: false)] }))
            .ThenRefused(new OutOfBounds("categories", "1", "50"));
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Categories = [new("", IsStakeholder: true)] })).ThenRefused(new OutOfBounds("categories", "1", "50"));
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(300.001)]
    public void The_grace_lies_between_nothing_and_five_minutes(double grace) =>
        Given(AHearing.SetUp).When(new ChangeHearing(Details with { Rules = Details.Rules with { Grace = Seconds(grace) } }))
            .ThenRefused(new OutOfBounds("grace", "0:00", "5:00"));

    [Fact]
    public void The_chair_is_told_after_fifteen_seconds_unless_the_hearing_says_otherwise() =>
        Assert.Equal((Seconds(15), TimeSpan.Zero), (Details.Rules.GraceTime, Other.Rules.GraceTime));

    [Fact]
    public void An_archived_hearing_is_read_and_nothing_happens_in_it()
    {
        var archived = AHearing.InThePanel.Asked(Amina).Had(new ArchiveHearing());
        Given(archived).When(new Recognise(ParticipantId: Amina.Id)).ThenRefused(new HearingIsArchived("A hearing"));
        Given(archived).When(new ChangeHearing(Other)).ThenRefused(new HearingIsArchived("A hearing"));
        Given(archived).When(new ArchiveHearing()).ThenNothing();
        Given(archived).When(new ArchiveHearing(On: false)).Then(new HearingArchived(On: false));
        Given(archived.Had(new ArchiveHearing(On: false))).When(new Blackout()).Then(new BlackoutSet(On: true));
    }

    [Fact]
    public void While_somebody_has_the_floor_a_hearing_is_not_put_away() =>
        Given(AHearing.InThePanel.Speaking(Amina)).When(new ArchiveHearing()).ThenRefused(new FloorTaken(Amina.FullName, Amina.Delegation));

    [Fact]
    public void Neither_is_a_step_that_undo_takes_back()
    {
        var changed = AHearing.InThePanel.Had(new Blackout()).Had(new ChangeHearing(Other));
        Assert.IsType<BlackoutSet>(Assert.Single(changed.State.Steps[^1].Events));
    }

    private static string[] Printed(Hearing state) => [.. state.Segments.SelectMany(s => new[] { s.StartsAt, s.EndsAt }).Select(at => $"{state.Local(at):HH:mm}")];
}
