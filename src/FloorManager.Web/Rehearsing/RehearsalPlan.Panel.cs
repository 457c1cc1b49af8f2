using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Rehearsing;

// A panel: its podium, then the floor in whatever order the chair likes, then replies.
public sealed partial class RehearsalPlan
{
    private (DateTimeOffset End, List<Asked> Unheard) Panel(Segment panel, List<Asked> asking, DateTimeOffset t)
    {
        var share = Fitting(panel, 0.3);
        foreach (var moderator in panel.Podium.Where(p => p.Role == PodiumRole.Moderator)) t = Speaks(moderator, t, share);
        Do(t + For(2), Role.Chair, new SetPhase(PanelPhase.PanellistRemarks));
        var panellists = panel.Podium.Where(p => p.Role == PodiumRole.Panellist).ToArray();
        foreach (var panellist in panellists) t = Speaks(panellist, t, share);
        t += For(5);
        Do(t, Role.Chair, new SetPhase(PanelPhase.InteractiveExchange));

        var (exchange, questions) = (new Exchange(panel, asking, panel.EndsAt - ((panel.EndsAt - panel.StartsAt) * 0.12)), new List<(CommandId Id, PodiumSpeaker? To)>());
        while (t + (_state.RulesOf(panel).Limit / 2) < exchange.End)
        {
            t += For(Between(6, 20));
            SecondThoughts(exchange, ref t);
            t = Next(exchange, t) is { } called ? Intervention(exchange, called, panellists, questions, t) : t + For(15);
        }

        Do(t + For(3), Role.Chair, new SetPhase(PanelPhase.ConcludingRemarks));
        t += For(6);
        foreach (var panellist in panellists)
        {
            t = Speaks(panellist, t, Math.Min(share, 0.35), FloorKind.Reply);
            foreach (var question in questions.Where(q => (q.To is null || q.To == panellist) && Happens(q.To is null ? 0.3 : 0.75)).ToArray())
            {
                Do(t - For(2), Role.Secretariat, new SettleQuestion(new(question.Id.Value)));
                questions.Remove(question);
            }
        }

        return (t, exchange.Waiting);
    }

    /// <summary>Whom the chair calls: who was announced, or whoever waits of a category that was heard least. Null while nobody waits.</summary>
    private Asked? Next(Exchange exchange, DateTimeOffset t)
    {
        if (exchange.Announced is { } announced)
        {
            exchange.Announced = null;
            exchange.Waiting.Remove(announced);
            return announced;
        }

        var waiting = exchange.Waiting.Where(a => a.At + For(5) < t).ToArray();
        if (waiting.Length == 0) return null;
        var least = waiting.Min(a => exchange.Heard.GetValueOrDefault(a.Person.Category));
        var called = Any(waiting.Where(a => exchange.Heard.GetValueOrDefault(a.Person.Category) == least).ToArray());
        exchange.Waiting.Remove(called);
        return called;
    }

    /// <summary>Some take their request back, some are set aside or declined, and now and then the wrong one is called and the step taken back.</summary>
    private void SecondThoughts(Exchange exchange, ref DateTimeOffset t)
    {
        var now = t;
        var free = exchange.Waiting.Where(a => a.At + For(5) < now && a != exchange.Announced).ToArray();
        if (free.Length < 3) return;
        var one = Any(free);
        switch (_chance.NextDouble())
        {
            case < 0.04 when one.Seat is { } seat:
                Do(t, Role.Seat, new WithdrawRequest(one.Request), seat);
                exchange.Waiting.Remove(one);
                break;
            case < 0.07:
                Do(t, Role.Secretariat, new DeferRequest(one.Request));
                break;
            case < 0.085:
                Do(t, Role.Chair, new DeclineRequest(one.Request));
                exchange.Waiting.Remove(one);
                break;
            case < 0.17 when exchange.Announced is null:
                var slip = Do(t, Role.Chair, new Recognise(RequestId: one.Request));
                Do(t + For(6), Role.Chair, new Undo(slip));
                t += For(10);
                break;
        }
    }

    private DateTimeOffset Intervention(Exchange exchange, Asked called, PodiumSpeaker[] panellists, List<(CommandId Id, PodiumSpeaker? To)> questions, DateTimeOffset t)
    {
        var panel = exchange.Panel;
        var id = Do(t, Role.Chair, new Recognise(RequestId: called.Request));
        exchange.Heard[called.Person.Category] = exchange.Heard.GetValueOrDefault(called.Person.Category) + 1;
        var made = new InterventionId(id.Value);
        var limit = _state.RulesOf(panel).Limit;
        var start = t + For(Between(3, 9));
        Do(start, Role.Chair, new StartClock(made));
        // About a seventh of them goes over, as in most chambers.
        var spoken = limit * Math.Clamp(0.9 + (0.12 * Normal()), 0.3, 1.2);
        if (spoken > limit * 1.08 && Happens(0.3)) Do(start + (limit * 0.95), Role.Chair, new AdjustClock(Math.Max(1, 30 / _speed), made));
        if (Happens(0.05))
        {
            Do(start + (spoken * 0.4), Role.Chair, new PauseClock(made));
            Do(start + (spoken * 0.4) + For(15), Role.Chair, new ResumeClock(made));
            start += For(15);
        }

        var waiting = exchange.Waiting.Where(a => a.At + For(5) < start + (spoken * 0.5)).ToArray();
        // Nobody is announced who would not be reached.
        if (waiting.Length > 0 && start + spoken + limit < exchange.End && Happens(0.5))
        {
            exchange.Announced = Any(waiting);
            Do(start + (spoken * 0.6), Role.Chair, new PlaceOnDeck(exchange.Announced.Request));
        }

        for (var n = _chance.Next(4) switch { 0 => 0, 3 => 2, _ => 1 }; n > 0; n--)
            Do(start + (spoken * Between(0.3, 0.95)), Role.Secretariat, new NoteRecommendation(made, Any(_words.Recommendations), panel.Topics.IsEmpty || Happens(0.2) ? null : Any(panel.Topics).Id));
        if (panellists.Length > 0 && Happens(0.3))
        {
            var to = Happens(0.8) ? Any(panellists) : null;
            questions.Add((Do(start + (spoken * Between(0.5, 0.95)), Role.Secretariat, new NoteQuestion(to?.Id, Any(_words.Questions), made)), to));
        }

        t = start + spoken;
        Do(t, Role.Chair, new EndIntervention(made));
        if (Happens(0.06)) Practise(exchange, called, made, t);
        return t;
    }

    /// <summary>
    /// The desk enters something wrong of an intervention that has just ended, and puts it right again: the figures of the day stay what they were. No instants, since a
    /// slow server makes all of them later than planned.
    /// </summary>
    private void Practise(Exchange exchange, Asked called, InterventionId made, DateTimeOffset ended)
    {
        var (who, others) = (called.Person, _state.Participants.Values.Where(p => p.Admitted && p.Delegation != called.Person.Delegation && !exchange.Asked.Contains(p.Id)).OrderBy(p => p.Id.Value, StringComparer.Ordinal).ToArray());
        var categories = _state.Details!.Categories.Where(c => c.Code != who.Category).ToArray();
        var (wrong, right) = others.Length > 0 && (categories.Length == 0 || Happens(0.5))
            ? (new CorrectRecord(made, _words.EnteredWrongly, ParticipantId: Any(others).Id), new CorrectRecord(made, _words.PutRight, ParticipantId: who.Id))
            : categories.Length > 0
                ? (new CorrectRecord(made, _words.EnteredWrongly, Category: Any(categories).Code), new CorrectRecord(made, _words.PutRight, Category: who.Category))
                : (null, null);
        if (wrong is null || right is null) return;
        Do(ended + For(2), Role.Secretariat, wrong);
        Do(ended + For(5), Role.Secretariat, right);
    }

    /// <summary>Of the standard normal distribution, by its central limit: twelve throws are close enough.</summary>
    private double Normal() => Enumerable.Range(0, 12).Sum(_ => _chance.NextDouble()) - 6;

    private sealed class Exchange(Segment panel, List<Asked> waiting, DateTimeOffset end)
    {
        public Segment Panel => panel;

        /// <summary>When the podium begins to reply.</summary>
        public DateTimeOffset End => end;

        public List<Asked> Waiting => waiting;

        /// <summary>Also those who have spoken since.</summary>
        public IReadOnlySet<ParticipantId> Asked { get; } = waiting.Select(a => a.Person.Id).ToHashSet();

        public Asked? Announced { get; set; }

        public Dictionary<string, int> Heard { get; } = new(StringComparer.Ordinal);
    }
}
