using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Benchmarks;

/// <summary>A panel with a full register, people of every category, group and gender, topics, a few who have spoken, and as many requests as asked for.</summary>
internal static class BusyPanel
{
    private const int Spoken = 20;

    private static readonly SuggestedTopic[] Topics = [.. Enumerable.Range(1, 3).Select(n => new SuggestedTopic(new($"topic-{n}"), $"What is to be done about the theme number {n}?"))];

    public static async Task SetUp(House house, string name, int participants, int requests)
    {
        var plain = LargeHearing.Commands(name, participants);
        foreach (var command in plain.Select(Varied)) await house.Do(name, command);
        await house.Do(name, new HearingCommand.SetPhase(PanelPhase.InteractiveExchange));
        foreach (var number in Enumerable.Range(0, Spoken))
        {
            await house.Do(name, new HearingCommand.Recognise(ParticipantId: new($"p-{number}"), Start: true));
            await house.Do(name, new HearingCommand.EndIntervention());
        }

        foreach (var number in Enumerable.Range(Spoken, requests))
            await house.Do(name, new HearingCommand.RaiseRequest(Seat: new SeatLabel($"S-{number + 1}"), Channel: IntakeChannel.Seat, TopicId: Topics[number % Topics.Length].Id));
    }

    private static HearingCommand Varied(HearingCommand command) => command switch
    {
        HearingCommand.SetProgramme { Meetings: [var meeting] } => new HearingCommand.SetProgramme([meeting with { Segments = [.. meeting.Segments.Select(s => s with { Topics = [.. Topics] })] }]),
        HearingCommand.RegisterParticipants register => new HearingCommand.RegisterParticipants([.. register.Participants.Select(Varied)]),
        _ => command,
    };

    private static Participant Varied(Participant person, int number) => person with
    {
        Category = ParticipantCategory.Default[number % ParticipantCategory.Default.Length].Code,
        RegionalGroup = RegionalGroups.Default.Add(RegionalGroups.None)[number / 2 % 6],
        Gender = (number % 5) switch { 0 or 2 => Gender.Female, 1 or 3 => Gender.Male, _ => null },
    };
}
