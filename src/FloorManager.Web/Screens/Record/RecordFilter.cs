using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
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
        return new(Of("q"), Of("panel"), Of("category"), Of("region"), Enum.TryParse<FloorKind>(Of("kind"), out var kind) ? kind : null, Enum.TryParse<RecordOrder>(Of("order"), out var order) ? order : default);

        string Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
    }

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

    private static string? Given(string value) => value.Length > 0 ? value : null;
}
