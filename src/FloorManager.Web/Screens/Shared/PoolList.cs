using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Screens.Shared;

/// <summary>What a person wants to see of the pool, and how. It changes nothing in the hearing: the pool is no list of speakers.</summary>
public sealed record PoolChoice
{
    public string Find { get; init; } = "";
    public string Category { get; init; } = "";
    public string Region { get; init; } = "";
    public string Topic { get; init; } = "";
    public IntakeChannel? Channel { get; init; }
    public bool FirstTime { get; init; }
    public WaitingBand? Waiting { get; init; }
    public PoolGrouping Group { get; init; }
    public PoolOrder Order { get; init; }

    public bool Filters => Category.Length > 0 || Region.Length > 0 || Topic.Length > 0 || Channel is not null || FirstTime || Waiting is not null;

    public bool Shows(PoolRow row, DateTimeOffset now) =>
        ParticipantSearch.Matches(Find, [row.Participant?.FullName, row.Request.Delegation, .. row.Request.Doors.Select(d => d.Seat?.Value), .. row.Others.Select(p => p.FullName)])
        && (Category.Length == 0 || row.Participant?.Category == Category)
        && (Region.Length == 0 || (row.Participant?.RegionalGroup ?? RegionalGroups.None) == Region)
        && (Topic.Length == 0 || row.Request.Topic?.Value == Topic)
        && (Channel is not { } channel || row.Request.Doors.Any(d => d.Channel == channel))
        && (!FirstTime || row.FirstTime)
        && (Waiting is null || BandOf(row, now) == Waiting);

    public static WaitingBand BandOf(PoolRow row, DateTimeOffset now) => (now - row.Request.RaisedAt).TotalMinutes switch
    {
        < 10 => WaitingBand.Short,
        < 30 => WaitingBand.Middle,
        _ => WaitingBand.Long,
    };
}

public enum PoolGrouping { None, Category, Region, Topic, Channel, FirstTime, Waiting }

/// <summary>How long somebody has waited: under ten minutes, up to half an hour, longer.</summary>
public enum WaitingBand { Short, Middle, Long }

/// <summary>Longest waiting first, shortest first, or most needed for the balance first.</summary>
public enum PoolOrder { Longest, Shortest, Balance }

/// <summary>A line of the pool: a heading with how many follow, or a request.</summary>
public sealed record PoolLine(string Heading, int Count, PoolRow? Row);

/// <summary>The pool in the groups and the order somebody chose. Points of order come first, what was set aside and rights of reply last.</summary>
internal static class PoolList
{
    public static ImmutableArray<PoolLine> Of(IEnumerable<PoolRow> rows, PoolChoice choice, DateTimeOffset now, IStringLocalizer<ScreenTexts> texts)
    {
        var groups = rows.Where(row => choice.Shows(row, now))
            .GroupBy(row => (Place: PlaceOf(row), Name: NameOf(row, choice.Group, now, texts)))
            .OrderBy(g => g.Key.Place).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Name, StringComparer.CurrentCulture).ToArray();
        return groups is [{ Key: { Place: Standing.Waiting, Name: "" } } only]
            ? [.. InOrder(only, choice.Order).Select(Line)]
            : [.. groups.SelectMany(g => InOrder(g, choice.Order).Select(Line).Prepend(new PoolLine(Heading(g.Key.Place, g.Key.Name, texts), g.Count(), null)))];
    }

    private enum Standing { PointOfOrder, Waiting, SetAside, RightOfReply }

    private static PoolLine Line(PoolRow row) => new("", 0, row);

    private static Standing PlaceOf(PoolRow row) => row.Request switch
    {
        { Kind: FloorKind.PointOfOrder } => Standing.PointOfOrder,
        { Kind: FloorKind.RightOfReply } => Standing.RightOfReply,
        { State: RequestState.Deferred } => Standing.SetAside,
        _ => Standing.Waiting,
    };

    private static string NameOf(PoolRow row, PoolGrouping by, DateTimeOffset now, IStringLocalizer<ScreenTexts> texts) => PlaceOf(row) != Standing.Waiting ? "" : by switch
    {
        PoolGrouping.Category => texts.Category(row.Participant?.Category ?? ""),
        PoolGrouping.Region => row.Participant?.RegionalGroup is { } region and not RegionalGroups.None ? texts.Region(region) : texts["Pool.NoRegion"],
        PoolGrouping.Topic => row.Topic ?? texts["Log.NoTopic"],
        PoolGrouping.Channel => texts.Channel(row.Request.Channel),
        PoolGrouping.Waiting => texts[$"Pool.Waited.{PoolChoice.BandOf(row, now)}"],
        PoolGrouping.FirstTime => texts[row.FirstTime ? "Pool.FirstTime" : "Pool.Again"],
        _ => "",
    };

    private static string Heading(Standing place, string name, IStringLocalizer<ScreenTexts> texts) => name.Length > 0 ? name : texts[$"Pool.{place}"];

    private static IEnumerable<PoolRow> InOrder(IEnumerable<PoolRow> rows, PoolOrder order) => order switch
    {
        PoolOrder.Shortest => rows.OrderByDescending(r => r.Request.RaisedAt).ThenBy(r => r.Request.Id.Value),
        PoolOrder.Balance => rows.OrderByDescending(r => r.Balance?.Need ?? 0).ThenBy(r => r.Request.RaisedAt).ThenBy(r => r.Request.Id.Value),
        _ => rows.OrderBy(r => r.Request.RaisedAt).ThenBy(r => r.Request.Id.Value),
    };
}
