using System.Collections.Immutable;
using CsCheck;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Balance;

/// <summary>
/// What holds for any pool of requests. The bounds on waiting are derived, not measured. Let x be what a value should have had after n
/// interventions (n·p, with p = d/D its share of those who asked) less what it had, w the weight of its dimension in panel and hearing together.
/// <para>
/// One dimension of K values: the lags of all values add up to one, only one above zero is ever called, so that none falls below minus one, and
/// so none rises to K: a value that has not been called has (n + 1)·p below K.
/// </para>
/// <para>
/// Several dimensions: the sum of w·x² over all values rises by at most 19 with an intervention – the weights of the four dimensions together, and
/// twice the two that the first time is worth – because the best of those who wait is no worse than their average, and those who lag are more
/// among those who wait than among those who asked. A value that has not been called has w·(n·p)² in it: n is at most √(19·n/w)/p.
/// </para>
/// </summary>
public sealed class FollowingTheSuggestions
{
    private static readonly string[] Categories = ["MemberState", "Observer", "EcosocNgo", "CivilSociety", "Academia"];

    private static readonly TopicId[] Topics = [new("t-0"), new("t-1"), new("t-2")];

    private sealed record Wish(int Category, int Region, int Gender, int Topic, int Delegation, int At);

    private static readonly Gen<Wish> Wishes = Gen.Select(
        Skewed(5), Skewed(5), Skewed(3), Skewed(3), Gen.Int[0, 300], Gen.Int[0, 9], (c, r, g, t, d, at) => new Wish(c, r, g, t, d, at));

    /// <summary>The first values often, the last ones rarely: whoever is few must not be forgotten.</summary>
    private static Gen<int> Skewed(int values) => Gen.Select(Gen.Int[0, values - 1], Gen.Int[0, values - 1], Gen.Int[0, values - 1], (a, b, c) => Math.Min(a, Math.Min(b, c)));

    private static Hearing Pool(IReadOnlyList<Wish> wishes, IEnumerable<int>? order = null)
    {
        var people = wishes.Select((w, i) => new Participant(
            new($"q-{i}"), "", $"Person {i}", "", $"Delegation {w.Delegation}", Categories[w.Category], RegionalGroups.Default[w.Region], (Gender)w.Gender, "", Seat: null, Admitted: true));
        var state = AHearing.InThePanel.State.Evolve(new ParticipantsRegistered([.. people]), TenOClock);
        return (order ?? Enumerable.Range(0, wishes.Count)).Aggregate(state, (s, i) => s.Evolve(
            new RequestRaised(new(Number(i + 1)), new($"q-{i}"), Panel1, IntakeChannel.Desk, FloorKind.Intervention, Topics[wishes[i].Topic], Seat: null), TenOClock.AddSeconds(wishes[i].At)));
    }

    private static ImmutableArray<BalanceNote> Suggest(Hearing state) => BalanceLens.On(state, Panel1).Suggest(state.RequestsFor(Panel1));

    /// <summary>The requests in the order in which they are called by whoever always follows the first suggestion.</summary>
    private static List<int> Called(Hearing state, int longest)
    {
        var called = new List<int>();
        while (called.Count < longest && Suggest(state) is [var first, ..])
        {
            var (id, who) = (first.Request.Id, state.Participants[first.Request.Participant]);
            InterventionId floor = new(id.Value);
            state = new HearingEvent[]
            {
                new FloorGiven(floor, Panel1, FloorKind.Intervention, Speaker.Of(who), id, first.Request.Topic, Strict: true, Minutes(3), Seconds(30)),
                new ClockStarted(floor), new InterventionEnded(floor),
            }.Aggregate(state, (s, e) => s.Evolve(e, TenOClock.AddMinutes(called.Count)));
            called.Add(int.Parse(who.Id.Value[2..], System.Globalization.CultureInfo.InvariantCulture));
        }

        return called;
    }

    private static void NoneIsForgotten(Wish[] wishes, List<int> called, Func<Wish, int> value, Func<double, int, double> bound)
    {
        foreach (var those in wishes.GroupBy(value))
        {
            var before = called.TakeWhile(i => value(wishes[i]) != those.Key).Count();
            var most = bound((double)wishes.Length / those.Count(), wishes.Select(value).Distinct().Count());
            Assert.True(before <= most, $"{those.Key} waited for {before} others, {most} at most");
        }
    }

    /// <summary>By what a wish is told in each dimension, how another one is made there, and the weight in panel and hearing together.</summary>
    private static readonly (Func<Wish, int> Of, Func<Wish, int, Wish> As, int Weight)[] Dimensions =
    [
        (w => w.Category, (w, v) => w with { Category = v }, 6), (w => w.Region, (w, v) => w with { Region = v }, 4),
        (w => w.Gender, (w, v) => w with { Gender = v }, 3), (w => w.Topic, (w, v) => w with { Topic = v }, 2),
    ];

    private static Func<double, int, double> InAll(int weight) => (share, _) => (19.0 / weight * share * share) + 1;

    /// <summary>The last of them are another value in the dimension and asked after all others: whoever goes by waiting time comes to them last.</summary>
    private static Wish[] TheLastDiffer(IEnumerable<Wish> wishes, int dimension, int first) =>
        [.. wishes.Select((w, i) => Dimensions[dimension].As(w, i < first ? 0 : 1) with { At = i < first ? 0 : 1 })];

    private static List<int> OldestFirst(Wish[] wishes) => [.. Enumerable.Range(0, wishes.Length).OrderBy(i => wishes[i].At)];

    /// <summary>The same pools, called by the suggestions and by waiting time alone: a bound that both kept would say nothing.</summary>
    private static void OnlyTheSuggestionsKeep(Wish[] wishes, int dimension, Func<double, int, double> bound)
    {
        NoneIsForgotten(wishes, Called(Pool(wishes), longest: wishes.Length), Dimensions[dimension].Of, bound);
        Assert.Throws<Xunit.Sdk.TrueException>(() => NoneIsForgotten(wishes, OldestFirst(wishes), Dimensions[dimension].Of, bound));
    }

    [Fact]
    public void In_one_dimension_the_few_who_asked_last_do_not_wait_as_long_as_by_waiting_time() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[20, 45], Gen.Int[3, 8]).Sample(
            (dimension, many, few) => OnlyTheSuggestionsKeep(
                TheLastDiffer(Enumerable.Range(0, many + few).Select(i => new Wish(0, 0, 0, 0, i, 0)), dimension, many), dimension, (share, all) => all * share),
            iter: 20);

    [Fact]
    public void In_all_of_them_together_the_half_who_asked_last_do_not_wait_as_long_as_by_waiting_time() =>
        Gen.Select(Gen.Int[0, 3], Wishes.Array[90]).Sample(
            (dimension, wishes) => OnlyTheSuggestionsKeep(TheLastDiffer(wishes, dimension, first: 45), dimension, InAll(Dimensions[dimension].Weight)),
            iter: 20);

    [Fact]
    public void In_one_dimension_a_value_waits_for_fewer_than_its_share_times_the_number_of_values() => Skewed(5).Array[1, 60].Sample(
        values =>
        {
            foreach (var byRegion in new[] { false, true })
            {
                Wish[] wishes = [.. values.Select((v, i) => new Wish(byRegion ? 0 : v, byRegion ? v : 0, 0, 0, i, i % 7))];
                NoneIsForgotten(wishes, Called(Pool(wishes), wishes.Length), w => byRegion ? w.Region : w.Category, (share, all) => all * share);
            }
        },
        iter: 60);

    [Fact]
    public void In_all_of_them_together_no_category_region_gender_or_topic_waits_for_ever() => Wishes.Array[1, 90].Sample(
        wishes =>
        {
            var called = Called(Pool(wishes), wishes.Length);
            Assert.Equal(Enumerable.Range(0, wishes.Length), called.Order());
            foreach (var (of, _, weight) in Dimensions) NoneIsForgotten(wishes, called, of, InAll(weight));
        },
        iter: 40);

    [Fact]
    public void The_order_in_which_requests_came_into_the_store_makes_no_difference() =>
        Gen.Select(Wishes.Array[1, 25], Gen.Int[0, 1_000_000]).Sample((wishes, seed) =>
        {
            var shuffled = Enumerable.Range(0, wishes.Length).OrderBy(i => (((long)i + 1) * (seed + 7919)) % 1_000_003).ToArray();
            var (one, other) = (Pool(wishes), Pool(wishes, shuffled));
            Assert.Equal(InWords.Of(Suggest(one)), InWords.Of(Suggest(other)));
            Assert.Equal(
                InWords.Of(Suggest(one)), InWords.Of(BalanceLens.On(one, Panel1).Suggest(shuffled.Select(i => one.Requests[new(Number(i + 1))]))));
        }, iter: 200);

    [Fact]
    public void Up_to_three_who_wait_are_suggested_each_once() => Wishes.Array[0, 12].Sample(
        wishes =>
        {
            var state = Pool(wishes);
            var suggested = Suggest(state);
            Assert.Equal(Math.Min(3, wishes.Length), suggested.Select(n => n.Request.Id).Distinct().Count());
            Assert.All(suggested, n => Assert.Equal(state.Requests[n.Request.Id], n.Request));
        },
        iter: 200);
}
