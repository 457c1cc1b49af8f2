using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Web.Journal;
using Xunit;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Web.Tests.Journals;

public sealed class StoringEvents
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory, "Journals", "events.approved.txt");
    private static readonly string Earlier = Path.Combine(AppContext.BaseDirectory, "Journals", "earlier.approved.txt");

    /// <summary>What stands in somebody's journal must be read for ever: a changed line here is a broken archive, a new line a new event.</summary>
    [Fact]
    public void The_stored_form_of_every_event_is_the_approved_one()
    {
        var actual = string.Join('\n', Samples.Events.Select(e => EventNames.Write([e]))) + "\n";
        Assert.Equal(File.ReadAllText(Approved), actual);
    }

    [Fact]
    public void Every_event_type_has_a_name_and_a_sample()
    {
        var all = typeof(HearingEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(HearingEvent))).Select(t => t.Name).Order().ToArray();
        Assert.Equal(all, EventNames.Types.Values.Select(t => t.Name).Order());
        Assert.Equal(all, Samples.Events.Select(e => e.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Every_event_survives_its_round_trip()
    {
        foreach (var happened in Samples.Events)
        {
            var back = Assert.Single(EventNames.Read(EventNames.Write([happened])));
            Assert.Equal(happened.GetType(), back.GetType());
            Assert.Equivalent(happened, back, strict: true);
        }
    }

    [Fact]
    public void Several_events_of_one_command_keep_their_order() =>
        Assert.Equal(Samples.Events.Select(e => e.GetType()), EventNames.Read(EventNames.Write(Samples.Events)).Select(e => e.GetType()));

    /// <summary>As they stand in journals from before the fields that were added since: never changed, only ever added to.</summary>
    [Fact]
    public void Events_without_the_fields_that_came_later_are_read_with_their_defaults()
    {
        HearingEvent[] old = [.. File.ReadLines(Earlier).Select(line => Assert.Single(EventNames.Read(line)))];
        Assert.Equal(
            new FloorRules(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30), StartsAtOnce: false, PointsOfOrder: true, RightsOfReply.AtSegmentEnd), old.OfType<HearingSetUp>().Single().Details.Rules);
        Assert.Equal(RegionalGroups.Default, old.OfType<HearingSetUp>().Single().Details.RegionalGroups);
        Assert.Equal(new FloorRules(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20)), old.OfType<ProgrammeSet>().Single().Meetings[0].Segments[0].Rules);
        Assert.All(old.OfType<ParticipantsRegistered>().Single().Participants, p => Assert.Equal(("", (TimeSpan?)null), (p.Pronunciation, p.Accommodation)));
        Assert.All(old.OfType<FloorGiven>(), e => Assert.Equal(((TimeSpan?)null, (int?)null), (e.Accommodation, e.Suggested)));
        Assert.Equal(0, old.OfType<ClockStarted>().Single().SecondsAgo);
        Assert.All(old.OfType<SpeakerCorrected>(), e => Assert.Equal(((TimeSpan?)null, (TopicId?)null), (e.Accommodation, e.Topic)));
        var floor = old.Aggregate(Hearing.Empty, (state, e) => state.Evolve(e, DateTimeOffset.UnixEpoch)).Ended.Single();
        Assert.Equal(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(30), floor.Clock.Allowed);
    }

    [Theory]
    [InlineData("""[{"event":"floor-stolen"}]""")]
    [InlineData("""[{}]""")]
    [InlineData("""[{"on":true,"event":"blackout-set"}]""")]
    [InlineData("""[{"event":"message-cleared"}""")]
    [InlineData("""[{"event":"message-cleared"}] []""")]
    [InlineData("""{"event":"message-cleared"}""")]
    [InlineData("""[null]""")]
    [InlineData("""[{"event":"request-withdrawn","request":"not an id"}]""")]
    public void An_event_of_another_program_is_not_guessed_at(string stored) => Assert.ThrowsAny<JsonException>(() => EventNames.Read(stored));
}
