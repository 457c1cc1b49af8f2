using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.WebUtilities;

namespace FloorManager.Web.Screens.Record;

/// <summary>Within each segment; the programme keeps its order.</summary>
public enum RecordOrder { Time, Spoke, Overrun, Delegation }

/// <summary>Which interventions of the record are looked at, and in what order. It stands in the address of the page, so that a link keeps it; what it does not know there lets all through.</summary>
public sealed record RecordFilter(string Find = "", string Panel = "", string Category = "", string Region = "", FloorKind? Kind = null, RecordOrder Order = RecordOrder.Time)
{
    /// <summary>Some of what a segment holds is left out, and with it whatever is no intervention.</summary>
    public bool LeavesOut => Find.Trim().Length > 0 || Category.Length > 0 || Region.Length > 0 || Kind is not null;

    public static RecordFilter From(Uri address)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        return new(Of("q"), Of("panel"), Of("category"), Of("region"), Known<FloorKind>(Of("kind")), Known<RecordOrder>(Of("order")) ?? default);

        string Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
    }

    /// <summary>Without what the hearing does not have, and nobody had who spoke in it.</summary>
    public RecordFilter In(Hearing state) => this with
    {
        Panel = state.FindSegment(new(Panel)) is null ? "" : Panel,
        Category = state.Details!.Categories.Any(c => c.Code == Category) || state.Ended.Any(i => i.Speaker.Category == Category) ? Category : "",
        Region = Region == RegionalGroups.None || state.Details!.RegionalGroups.Contains(Region) || state.Ended.Any(i => i.Speaker.RegionalGroup == Region) ? Region : "",
    };

    public string At(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["q"] = Given(Find.Trim()),
        ["panel"] = Given(Panel),
        ["category"] = Given(Category),
        ["region"] = Given(Region),
        ["kind"] = Kind?.ToString(),
        ["order"] = Order == default ? null : Order.ToString(),
    });

    public bool Takes(Segment segment) => Panel.Length == 0 || segment.Id.Value == Panel;

    public ImmutableArray<RecordRow> Of(SegmentRecord part)
    {
        var rows = part.Interventions.Where(r => Takes(part.Segment, r.Intervention));
        return
        [
            .. Order switch
            {
                RecordOrder.Spoke => rows.OrderByDescending(r => r.Spoke),
                RecordOrder.Overrun => rows.OrderByDescending(r => r.Overrun),
                RecordOrder.Delegation => rows.OrderBy(r => r.Intervention.Speaker.Delegation, StringComparer.CurrentCultureIgnoreCase),
                _ => rows,
            },
        ];
    }

    private bool Takes(Segment segment, Intervention i) =>
        (Category.Length == 0 || i.Speaker.Category == Category) && (Region.Length == 0 || i.Speaker.RegionalGroup == Region) && (Kind is null || i.Kind == Kind)
        && ParticipantSearch.Matches(Find, i.Speaker.Name, i.Speaker.Delegation, segment.Topics.FirstOrDefault(t => t.Id == i.Topic)?.Text);

    /// <summary>Null for a name, or the number of one, that there is not.</summary>
    private static T? Known<T>(string name) where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Given(string value) => value.Length > 0 ? value : null;
}
