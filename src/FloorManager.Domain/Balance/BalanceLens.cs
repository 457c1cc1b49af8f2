using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Balance;

/// <summary>
/// Who would do the balance of the floor good (letter of 14 July 2017: regional and gender balance and a diversity of expertise; the floor is
/// expected to reflect it too). It informs and binds nobody: the chair calls whom they choose.
/// <para>
/// Every value of a dimension – a category, a regional group, a gender where it was given, a topic – is owed the share of the floor that it has among
/// those who asked, whoever spoke unasked among them. With n interventions so far, D requests that have a value in the dimension, of them d with this
/// one, and s interventions given to it, it lags by (n + 1)·d/D − s: what it should have had after the next intervention, less what it had. A request's need is the sum of
/// its lags, weighted, in the panel and in the hearing, and a fixed amount if its delegation has not spoken in the hearing. Whoever is passed
/// over lags a little more with every intervention, so that no value waits for ever.
/// </para>
/// <para>
/// Whole numbers throughout, and ties go to whoever has waited longest, then to the lower id: the same state gives the same answer on every
/// machine, whatever the order in which its requests are read.
/// </para>
/// </summary>
public sealed class BalanceLens
{
    /// <summary>So many suggestions stand above the pool.</summary>
    public const int MostSuggestions = 3;

    /// <summary>What one intervention of lag is worth, so that thirds of it are still whole numbers.</summary>
    private const long One = 1_000_000;

    private const long ForTheFirstTime = 2 * One;

    private readonly ImmutableArray<Tally> _tallies;
    private readonly HashSet<string> _heard;
    private readonly Func<FloorRequest, Participant?> _who;

    private BalanceLens(ImmutableArray<Tally> tallies, HashSet<string> heard, Func<FloorRequest, Participant?> who) =>
        (_tallies, _heard, _who) = (tallies, heard, who);

    /// <summary>The lens on a panel as it stands, whoever has the floor counted in.</summary>
    public static BalanceLens On(Hearing state, SegmentId panel)
    {
        Participant? Who(FloorRequest request) => state.Participants.GetValueOrDefault(request.Participant);
        var spoken = state.Ended.Append(state.Interrupted?.Floor).Append(state.Floor).OfType<Intervention>()
            .Where(i => i.Kind == FloorKind.Intervention && i.Speaker.Participant is not null && (i.Spoke || i.EndedAt is null)).ToArray();
        var asked = state.Requests.Values.Where(r => r.Kind == FloorKind.Intervention && (r.MayBeCalled || r.State == RequestState.Recognised)).ToArray();
        var inPanel = Scope.Of(state, [.. spoken.Where(i => i.Segment == panel)], asked.Where(r => r.Segment == panel), Who);
        var inHearing = Scope.Of(state, spoken, asked, Who);
        return new(
            [
                Tally.Of(inPanel, Dimension.Category, InPanel: true, Weight: 4), Tally.Of(inPanel, Dimension.Region, InPanel: true, Weight: 3),
                Tally.Of(inPanel, Dimension.Gender, InPanel: true, Weight: 2), Tally.Of(inPanel, Dimension.Topic, InPanel: true, Weight: 2),
                Tally.Of(inHearing, Dimension.Category, InPanel: false, Weight: 2), Tally.Of(inHearing, Dimension.Region, InPanel: false, Weight: 1),
                Tally.Of(inHearing, Dimension.Gender, InPanel: false, Weight: 1),
            ],
            Heard(spoken.Select(i => i.Speaker.Delegation)),
            Who);
    }

    /// <summary>What calling this request would do to the balance, and how much it is needed.</summary>
    public BalanceNote Note(FloorRequest request)
    {
        var participant = _who(request);
        var values = Values.Of(request, participant);
        var facts = _tallies.Select(t => t.Fact(values)).OfType<BalanceFact>().ToImmutableArray();
        var firstTime = participant is not null && !_heard.Contains(participant.Delegation);
        return new(request, facts, firstTime, facts.Sum(f => f.Lag) + (firstTime ? ForTheFirstTime : 0));
    }

    /// <summary>
    /// Up to three who would do most good, each as if those before it had just spoken, so that the three are different choices and not three times
    /// the same one. Only those who wait are suggested: what was set aside was set aside by the chair.
    /// </summary>
    public ImmutableArray<BalanceNote> Suggest(IEnumerable<FloorRequest> requests)
    {
        var left = requests.Where(r => r.IsWaiting && r.Kind == FloorKind.Intervention && _who(r) is { Admitted: true }).ToList();
        var (lens, suggested) = (this, ImmutableArray.CreateBuilder<BalanceNote>(MostSuggestions));
        while (suggested.Count < MostSuggestions && left.Count > 0)
        {
            var best = left.Select(lens.Note).OrderByDescending(n => n.Need).ThenBy(n => n.Request.RaisedAt).ThenBy(n => n.Request.Id.Value).First();
            suggested.Add(Note(best.Request));
            left.Remove(best.Request);
            lens = lens.AfterSpeaking(best.Request);
        }

        return suggested.ToImmutable();
    }

    /// <summary>1 to 3 for a request of the open panel that would be suggested now; null for any other.</summary>
    public static int? PlaceOf(Hearing state, FloorRequest? request)
    {
        if (request is not { Kind: FloorKind.Intervention, IsWaiting: true } || request.Segment != state.OpenSegmentId) return null;
        var place = On(state, request.Segment).Suggest(Choosable(state, request.Segment)).Select(n => n.Request.Id).ToImmutableArray().IndexOf(request.Id);
        return place < 0 ? null : place + 1;
    }

    /// <summary>Where only those in the room may ask, nobody is suggested who has left it.</summary>
    public static IEnumerable<FloorRequest> Choosable(Hearing state, SegmentId panel) =>
        state.RequestsFor(panel).Where(r => state.Details?.PresenceNeeded != true || !state.IsAbsent(r));

    private BalanceLens AfterSpeaking(FloorRequest request)
    {
        var values = Values.Of(request, _who(request));
        return new([.. _tallies.Select(t => t.After(values))], Heard(_heard.Append(_who(request)?.Delegation ?? request.Delegation)), _who);
    }

    /// <summary>A delegation is one however its name is written.</summary>
    private static HashSet<string> Heard(IEnumerable<string> delegations) => delegations.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private sealed record Scope(ImmutableArray<Values> Spoken, ImmutableArray<Values> Asked)
    {
        /// <summary>Whoever spoke counts among those who asked, with a request or without, by what they spoke as: of none more spoke than asked.</summary>
        public static Scope Of(Hearing state, Intervention[] spoken, IEnumerable<FloorRequest> asked, Func<FloorRequest, Participant?> who)
        {
            var (had, by) = (spoken.Select(i => Values.Of(state, i)).ToImmutableArray(), spoken.Select(i => i.Request).ToHashSet());
            return new(had, [.. had, .. asked.Where(r => !by.Contains(r.Id)).Select(r => Values.Of(r, who(r)))]);
        }
    }

    /// <summary>What somebody brings to each dimension; null where they bring nothing that could be balanced.</summary>
    private sealed record Values(string? Category, string? Region, string? Gender, string? Topic)
    {
        public static Values Of(FloorRequest request, Participant? p) => new(p?.Category, RegionOf(p?.RegionalGroup), p?.Gender?.ToString(), request.Topic?.Value);

        public static Values Of(Hearing state, Intervention i) => new(
            i.Speaker.Category, RegionOf(i.Speaker.RegionalGroup),
            i.Speaker.Participant is { } id ? state.Participants.GetValueOrDefault(id)?.Gender?.ToString() : null, i.Topic?.Value);

        public string? In(Dimension dimension) => dimension switch
        {
            Dimension.Category => Category,
            Dimension.Region => Region,
            Dimension.Gender => Gender,
            _ => Topic,
        };

        private static string? RegionOf(string? group) => group is null or RegionalGroups.None ? null : group;
    }

    private sealed record Tally(Dimension Dimension, bool InPanel, int Weight, ImmutableDictionary<string, int> Spoken, ImmutableDictionary<string, int> Asked, int AllSpoken, int AllAsked)
    {
        public static Tally Of(Scope scope, Dimension dimension, bool InPanel, int Weight)
        {
            var spoken = Count(scope.Spoken, dimension);
            var asked = Count(scope.Asked, dimension);
            return new(dimension, InPanel, Weight, spoken, asked, spoken.Values.Sum(), asked.Values.Sum());
        }

        public BalanceFact? Fact(Values values)
        {
            if (values.In(Dimension) is not { } value || !Asked.TryGetValue(value, out var asked)) return null;
            var spoken = Spoken.GetValueOrDefault(value);
            var lag = ((AllSpoken + 1L) * asked * One / AllAsked) - (spoken * One);
            return new(Dimension, value, InPanel, spoken, AllSpoken, asked, AllAsked, Weight * lag);
        }

        public Tally After(Values values) => values.In(Dimension) is { } value
            ? this with { Spoken = Spoken.SetItem(value, Spoken.GetValueOrDefault(value) + 1), AllSpoken = AllSpoken + 1 }
            : this;

        private static ImmutableDictionary<string, int> Count(ImmutableArray<Values> all, Dimension dimension) =>
            all.Select(v => v.In(dimension)).OfType<string>().CountBy(v => v).ToImmutableDictionary(StringComparer.Ordinal);
    }
}
