using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Rehearsing;

/// <summary>
/// A day of a hearing as simulated people would have it: who asks by which door, whom the chair calls, how long they speak, what the desk writes down, what goes wrong.
/// Everything comes from the programme, the register and the seed, and nothing from a clock or an answer: the same seed is the same day.
/// </summary>
public sealed partial class RehearsalPlan
{
    private readonly Hearing _state;
    private readonly int _speed;
    private readonly Random _chance;
    private readonly RehearsalWords _words;
    private readonly List<RehearsalAct> _acts = [];
    private readonly Dictionary<ParticipantId, int> _asked = [];

    private RehearsalPlan(Hearing state, int speed, int seed, RehearsalWords words) => (_state, _speed, _chance, _words) = (state, speed, new Random(seed), words);

    /// <param name="state">Set up for this speed, and nothing has happened in it.</param>
    public static ImmutableArray<RehearsalAct> Of(Hearing state, int speed, int seed, RehearsalWords words)
    {
        var plan = new RehearsalPlan(state, speed, seed, words);
        plan.Day();
        return [.. plan._acts.OrderBy(a => a.At)];
    }

    private void Day()
    {
        var segments = _state.Segments.OrderBy(s => s.StartsAt).ToArray();
        if (segments.Length == 0) return;
        var asking = segments.Where(s => s.IsPanel).ToDictionary(s => s.Id, s => Asking(s, segments[0].StartsAt));
        var (t, unheard) = (segments[0].StartsAt, new List<Asked>());
        foreach (var segment in segments)
        {
            t = Later(segment.StartsAt, t + For(5));
            Do(t, Role.Chair, new OpenSegment(segment.Id));
            foreach (var missed in unheard.Where(_ => Happens(0.35)))
                Do(t + For(Between(60, 300)), missed.Seat is null ? Role.Secretariat : Role.Seat, new HandInContribution(missed.Request, Any(_words.Contributions)), missed.Seat);
            unheard.Clear();
            if (segment.IsPanel) (t, unheard) = Panel(segment, asking[segment.Id], t);
            else if (segment.Kind == SegmentKind.Break) Suspended(segment, t);
            else foreach (var speaker in segment.Podium) t = Speaks(speaker, t, Fitting(segment, 1));
        }
    }

    private void Suspended(Segment segment, DateTimeOffset t)
    {
        Do(t + For(10), Role.Chair, new ShowMessage(_words.Suspended));
        Do(t + For(20), Role.Chair, new AnnounceResumption(segment.EndsAt));
        Do(Later(segment.EndsAt - For(20), t + For(30)), Role.Chair, new ClearMessage());
    }

    /// <summary>Who asks for the floor in a panel, each of another delegation; about half again as many as can be heard.</summary>
    private List<Asked> Asking(Segment panel, DateTimeOffset morning)
    {
        var states = _state.Details!.Categories.Where(c => !c.IsStakeholder).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var many = (int)((panel.EndsAt - panel.StartsAt) * 0.6 / (_state.RulesOf(panel).Limit + For(20)) * 1.5);
        // Those who asked least so far first: nobody asks in every panel.
        var who = _state.Participants.Values.Where(p => p.Admitted).OrderBy(p => p.Id.Value, StringComparer.Ordinal).Select(p => (p, Turn: _asked.GetValueOrDefault(p.Id) + _chance.NextDouble()))
            .OrderBy(p => p.Turn).Select(p => p.p).DistinctBy(p => p.Delegation, StringComparer.Ordinal).Take(many).ToArray();
        var asked = new List<Asked>();
        foreach (var person in who)
        {
            _asked[person.Id] = _asked.GetValueOrDefault(person.Id) + 1;
            var (door, at) = states.Contains(person.Category) && Happens(0.6) ? (IntakeChannel.Office, morning - For(Between(420, 600)))
                : person.Seat is null || Happens(0.25) ? (IntakeChannel.Desk, morning - For(Between(30, 400)))
                : (IntakeChannel.Seat, panel.StartsAt + For(10) + ((panel.EndsAt - panel.StartsAt) * (Happens(0.4) ? Between(0, 0.2) : Between(0.1, 0.75))));
            TopicId? topic = panel.Topics.IsEmpty || Happens(0.4) ? null : Any(panel.Topics).Id;
            var seat = door == IntakeChannel.Seat ? person.Seat : null;
            var id = seat is { } own
                ? Do(at, Role.Seat, new RaiseRequest(Seat: own, TopicId: topic, SegmentId: panel.Id), own)
                : Do(at, Role.Secretariat, new RaiseRequest(person.Id, Channel: door, TopicId: topic, SegmentId: panel.Id));
            asked.Add(new(person, new RequestId(id.Value), at, seat));
        }

        return asked;
    }

    /// <summary>Remarks, as long as announced or nearly so.</summary>
    private DateTimeOffset Speaks(PodiumSpeaker speaker, DateTimeOffset t, double share, FloorKind? kind = null)
    {
        t += For(Between(5, 15));
        var id = Do(t, Role.Chair, new Recognise(PodiumSpeakerId: speaker.Id, Kind: kind, Start: true));
        t += speaker.AnnouncedLength * share * Between(0.8, 1.05);
        Do(t, Role.Chair, new EndIntervention(new(id.Value)));
        return t;
    }

    /// <summary>By how much the podium's remarks are cut so that they fit into a share of the segment.</summary>
    private static double Fitting(Segment segment, double share) =>
        segment.Podium.Sum(p => p.AnnouncedLength.TotalSeconds) is > 0 and var announced ? Math.Min(1, share * (segment.EndsAt - segment.StartsAt).TotalSeconds / announced * 0.9) : 1;

    private CommandId Do(DateTimeOffset at, Role by, HearingCommand command, SeatLabel? seat = null)
    {
        var bytes = new byte[16];
        _chance.NextBytes(bytes);
        var id = new CommandId(new Guid(bytes));
        _acts.Add(new(at, by, seat, id, command));
        return id;
    }

    /// <summary>So many seconds of a real hearing.</summary>
    private TimeSpan For(double seconds) => TimeSpan.FromSeconds(seconds / _speed);

    private bool Happens(double share) => _chance.NextDouble() < share;

    private double Between(double least, double most) => least + ((most - least) * _chance.NextDouble());

    private T Any<T>(IReadOnlyList<T> among) => among[_chance.Next(among.Count)];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Asked(Participant Person, RequestId Request, DateTimeOffset At, SeatLabel? Seat);
}
