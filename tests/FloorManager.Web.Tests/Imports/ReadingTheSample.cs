using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Web.Imports;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

public class ReadingTheSample
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sample", "gcm-2017");

    private static HearingFolder Sample()
    {
        var read = HearingFolder.Read(Folder);
        Assert.Empty(read.Faults);
        return read.Value!;
    }

    [Fact]
    public void The_decider_accepts_its_four_commands_in_order()
    {
        var (hearing, decisions) = Submit(Hearing.Empty, Sample());

        Assert.All(decisions, d => Assert.IsType<Decision.Accepted>(d));
        Assert.Equal("gcm-2017", hearing.Details!.ShortName);
        Assert.Equal(FloorRules.Default with { PointsOfOrder = false, RightsOfReply = RightsOfReply.NotTaken }, hearing.Details.Rules);
        Assert.Equal(["chamber", "queue"], hearing.Details.PublicViews);
    }

    [Fact]
    public void Importing_it_twice_changes_nothing()
    {
        var (once, _) = Submit(Hearing.Empty, Sample());
        var (twice, decisions) = Submit(once, Sample());

        Assert.IsType<Refusal.AlreadySetUp>(Assert.IsType<Decision.Refused>(decisions[0]).Refusal);
        Assert.IsType<Decision.Nothing>(decisions[2]);
        Assert.IsType<Decision.Nothing>(decisions[3]);
        Assert.Equal(JsonSerializer.Serialize(once.Meetings), JsonSerializer.Serialize(twice.Meetings));
    }

    [Fact]
    public void It_has_about_150_participants_of_every_category_and_group()
    {
        var participants = Sample().Participants.Participants;

        Assert.InRange(participants.Length, 140, 165);
        Assert.Equal(ParticipantCategory.Default.Select(c => c.Code).Order(), participants.Select(p => p.Category).Distinct().Order());
        Assert.Equal(RegionalGroups.Default.Add(RegionalGroups.None).Order(), participants.Select(p => p.RegionalGroup).Distinct().Order());
        Assert.InRange(participants.Where(p => p.Category == "MemberState").Select(p => p.Delegation).Distinct().Count(), 55, 70);
        Assert.Equal(3, participants.Count(p => !p.Admitted));
        Assert.Contains(participants, p => p.Seat is null && p.Admitted);
        Assert.Contains(participants, p => p.Gender is null);
    }

    [Fact]
    public void Stakeholders_are_clearly_invented()
    {
        var stakeholders = ParticipantCategory.Default.Where(c => c.IsStakeholder).Select(c => c.Code).ToHashSet();

        Assert.All(Sample().Participants.Participants.Where(p => stakeholders.Contains(p.Category)), p => Assert.StartsWith("Example ", p.Delegation));
    }

    [Fact]
    public void No_two_seats_stand_in_each_other()
    {
        var seats = Sample().Seats.Seats;

        Assert.Equal(240, seats.Length);
        Assert.All(seats.Index(), a => Assert.All(seats[(a.Index + 1)..], b => Assert.True(Math.Sqrt(Math.Pow(a.Item.X - b.X, 2) + Math.Pow(a.Item.Y - b.Y, 2)) >= 60)));
    }

    [Fact]
    public void Its_times_are_those_of_New_York_in_summer()
    {
        var times = Sample().Programme.Meetings.SelectMany(m => m.Segments).Select(s => $"{s.Id} {s.StartsAt:HH:mm}–{s.EndsAt:HH:mm}Z");

        Assert.Equal(
            [
                "opening 14:00–14:15Z", "panel-1 14:15–15:35Z", "panel-2 15:40–17:00Z", "break 17:00–19:00Z",
                "panel-3 19:00–20:20Z", "panel-4 20:25–21:45Z", "closing 21:50–22:00Z",
            ],
            times);
        Assert.All(Sample().Programme.Meetings.SelectMany(m => m.Segments), s => Assert.Equal(new DateTime(2017, 7, 26), s.StartsAt.UtcDateTime.Date));
    }

    [Fact]
    public void Every_panel_has_a_moderator_three_panellists_and_three_topics()
    {
        var panels = Sample().Programme.Meetings.SelectMany(m => m.Segments).Where(s => s.IsPanel).ToArray();

        Assert.Equal(4, panels.Length);
        Assert.All(panels, p => Assert.Equal(
            [PodiumRole.Moderator, PodiumRole.Panellist, PodiumRole.Panellist, PodiumRole.Panellist], p.Podium.Select(s => s.Role)));
        Assert.All(panels, p => Assert.Equal(Enumerable.Range(1, 3).Select(n => $"{p.Id}-topic-{n}"), p.Topics.Select(t => t.Id.Value)));
        Assert.Equal("panel-3", Assert.Single(panels, p => p.Podium.Any(s => s.ToBeConfirmed)).Id.Value);
        Assert.Single(panels.SelectMany(p => p.Podium), s => s.ToBeConfirmed);
    }

    private static (Hearing State, List<Decision> Decisions) Submit(Hearing state, HearingFolder folder)
    {
        var decisions = new List<Decision>();
        foreach (var command in folder.Commands)
        {
            var given = new Submission(new(Guid.NewGuid()), new(Role.System, "Import"), DateTimeOffset.UnixEpoch, command);
            decisions.Add(HearingDecider.Decide(state, given));
            if (decisions[^1] is Decision.Accepted accepted)
                state = state.After(new JournalEntry(state.Version + 1, given.Id, given.By, given.At, accepted.Events));
        }

        return (state, decisions);
    }
}
