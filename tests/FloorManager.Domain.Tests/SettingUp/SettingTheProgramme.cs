using System.Collections.Immutable;
using FloorManager.Domain.Programme;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;
using Session = FloorManager.Domain.Programme.Segment;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class SettingTheProgramme : Specification
{
    private static readonly AHearing Bare = AHearing.NotSetUp.Had(new SetUpHearing(Details));

    /// <summary>The programme with one segment changed, or dropped where the change gives null.</summary>
    private static ImmutableArray<Meeting> With(SegmentId id, Func<Session, Session?> change) =>
        [.. Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s.Id == id ? change(s) : s).OfType<Session>()] })];

    private static Session Speak(Session segment, double minutes) =>
        segment with { Podium = [.. segment.Podium.Select(p => p with { AnnouncedLength = Minutes(minutes) })] };

    [Fact]
    public void A_programme_is_set_as_a_whole() =>
        Given(Bare).When(new SetProgramme(Meetings)).Then(new ProgrammeSet(Meetings));

    [Fact]
    public void The_same_programme_again_changes_nothing() => Given(AHearing.SetUp).When(new SetProgramme(Meetings)).ThenNothing();

    [Fact]
    public void One_word_of_a_topic_is_a_change()
    {
        var changed = With(Panel2, s => s with { Topics = [s.Topics[0] with { Text = "Cheaper, how?" }] });
        Given(AHearing.SetUp).When(new SetProgramme(changed)).Then(new ProgrammeSet(changed));
    }

    [Fact]
    public void Segments_and_people_on_the_podium_have_ids_of_their_own() =>
        Given(Bare).When(new SetProgramme(With(Panel2, s => s with { Id = Panel1 }))).ThenRefused(new ProgrammeInvalid("panel-1"));

    [Fact]
    public void Two_on_the_podium_do_not_share_an_id() =>
        Given(Bare).When(new SetProgramme(With(Panel1, s => s with { Podium = [s.Podium[0], s.Podium[0]] }))).ThenRefused(new ProgrammeInvalid("moderator"));

    [Fact]
    public void Two_topics_of_a_panel_do_not_share_an_id() =>
        Given(Bare).When(new SetProgramme(With(Panel1, s => s with { Topics = [s.Topics[0], s.Topics[0]] }))).ThenRefused(new ProgrammeInvalid("panel-1"));

    public static TheoryData<string> NoIds => ["", new string('x', 65)];

    [Theory]
    [MemberData(nameof(NoIds))]
    public void Ids_of_segments_topics_and_people_have_1_to_64_characters(string id)
    {
        Given(Bare).When(new SetProgramme(With(Lunch, s => s with { Id = new(id) }))).ThenRefused(new ProgrammeInvalid(id));
        Given(Bare).When(new SetProgramme(With(Panel1, s => s with { Topics = [s.Topics[0] with { Id = new(id) }] }))).ThenRefused(new ProgrammeInvalid(id));
        Given(Bare).When(new SetProgramme(With(Panel1, s => s with { Podium = [s.Podium[0] with { Id = new(id) }] }))).ThenRefused(new ProgrammeInvalid(id));
    }

    [Fact]
    public void An_id_of_64_characters_is_taken()
    {
        var changed = With(Lunch, s => s with { Id = new(new('x', 64)) });
        Given(Bare).When(new SetProgramme(changed)).Then(new ProgrammeSet(changed));
    }

    [Fact]
    public void A_segment_ends_after_its_start() =>
        Given(Bare).When(new SetProgramme(With(Lunch, s => s with { EndsAt = s.StartsAt }))).ThenRefused(new ProgrammeInvalid("lunch"));

    [Fact]
    public void A_segments_own_rules_keep_the_bounds() =>
        Given(Bare).When(new SetProgramme(With(Panel2, s => s with { Rules = new(Seconds(4), Seconds(1)) })))
            .ThenRefused(new OutOfBounds("limit", "0:05", "60:00"));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(60.1)]
    [InlineData(1_000_000)]
    public void Remarks_are_announced_with_10_seconds_to_60_minutes(double minutes) =>
        Given(Bare).When(new SetProgramme(With(Opening, s => Speak(s, minutes)))).ThenRefused(new ProgrammeInvalid("president"));

    [Theory]
    [InlineData(1 / 6.0)]
    [InlineData(60)]
    public void The_bounds_of_announced_lengths_are_taken(double minutes)
    {
        var changed = With(Opening, s => Speak(s, minutes));
        Given(Bare).When(new SetProgramme(changed)).Then(new ProgrammeSet(changed));
    }

    [Fact]
    public void The_open_segment_stays_in_it() =>
        Given(AHearing.InThePanel).When(new SetProgramme(With(Panel1, _ => null))).ThenRefused(new OpenSegmentMissing("Segment panel-1"));

    [Fact]
    public void A_panel_in_which_somebody_waits_stays_in_it() =>
        Given(AHearing.InThePanel.Asked(Amina, Panel2)).When(new SetProgramme(With(Panel2, _ => null))).ThenRefused(new ProgrammeInvalid("panel-2"));

    [Fact]
    public void A_segment_in_which_somebody_spoke_stays_in_it_for_the_record() =>
        Given(AHearing.InThePanel.Spoke(Amina, 60).In(Panel2)).When(new SetProgramme(With(Panel1, _ => null))).ThenRefused(new ProgrammeInvalid("panel-1"));

    [Fact]
    public void A_panel_with_requests_not_reached_stays_in_it_for_the_record() =>
        Given(AHearing.InThePanel.Asked(Amina).In(Panel2)).When(new SetProgramme(With(Panel1, _ => null))).ThenRefused(new ProgrammeInvalid("panel-1"));

    [Fact]
    public void A_segment_that_left_nothing_may_go() =>
        Given(AHearing.InThePanel.In(Panel2)).When(new SetProgramme(With(Panel1, _ => null))).Then(new ProgrammeSet(With(Panel1, _ => null)));

    [Fact]
    public void An_open_panel_that_becomes_a_break_has_no_phase_any_more() =>
        Assert.Null(AHearing.InThePanel.Had(new SetProgramme(With(Panel1, s => s with { Kind = SegmentKind.Break }))).State.Phase);

    [Fact]
    public void A_change_of_the_programme_leaves_the_phase_of_the_open_panel() =>
        Assert.Equal(PanelPhase.InteractiveExchange, AHearing.InThePanel.Had(new SetPhase(PanelPhase.InteractiveExchange))
            .Had(new SetProgramme(With(Lunch, _ => null))).State.Phase);
}
