using System.Collections.Immutable;
using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using FloorManager.Web.Imports;
using FloorManager.Web.Screens.Shared;

namespace FloorManager.Web.Screens.Setup;

/// <summary>A segment as it is being typed, by the clock at the place of the hearing. Its id is made once and stays, so that the record stays with it.</summary>
public sealed class SegmentDraft
{
    private readonly Segment? _shown;

    public SegmentDraft(Hearing hearing, Segment shown)
        : this(hearing, shown.StartsAt, shown.EndsAt)
    {
        _shown = shown;
        (Kind, Title, Theme) = (shown.Kind, shown.Title, shown.Theme);
        Limit = shown.Rules is { } rules ? ScreenWords.Length(rules.Limit) : "";
        Podium = [.. shown.Podium.Select(p => new PodiumDraft(p))];
        Topics = [.. shown.Topics.Select(t => new TopicDraft { Id = t.Id.Value, Text = t.Text })];
    }

    /// <summary>A new one that follows what is there, an hour long.</summary>
    public SegmentDraft(Hearing hearing, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        var (starts, ends) = (hearing.Local(startsAt), hearing.Local(endsAt));
        (Day, Starts, Ends) = (DateOnly.FromDateTime(starts.DateTime), TimeOnly.FromDateTime(starts.DateTime), TimeOnly.FromDateTime(ends.DateTime));
    }

    public SegmentKind Kind { get; set; } = SegmentKind.Panel;
    public string Title { get; set; } = "";
    public string Theme { get; set; } = "";
    public DateOnly Day { get; set; }
    public TimeOnly Starts { get; set; }
    public TimeOnly Ends { get; set; }

    /// <summary>The segment's own limit such as <c>2:00</c>; empty takes the hearing's.</summary>
    public string Limit { get; set; } = "";
    public List<PodiumDraft> Podium { get; } = [];
    public List<TopicDraft> Topics { get; } = [];

    /// <summary>The roles that there are on the podium of such a segment.</summary>
    public IReadOnlyList<PodiumRole> Roles => Kind == SegmentKind.Panel ? [PodiumRole.Moderator, PodiumRole.Panellist] : [PodiumRole.OpeningSpeaker];

    /// <summary>The segment that was typed; null, the key of the sentence and of the field where something is not right.</summary>
    public Segment? ToSegment(Hearing hearing, out (string Sentence, string Field)? fault)
    {
        fault =
            CleanText.Of(Title).Length == 0 ? ("Programme.Needed", "Programme.Title")
            : At(hearing, Starts) is null ? ("Programme.NoTime", "Programme.Starts")
            : At(hearing, Ends) is null ? ("Programme.NoTime", "Programme.Ends")
            : Ends <= Starts ? ("Programme.EndsBefore", "Programme.Ends")
            : Limit.Trim().Length > 0 && LocalTimes.Length(Limit.Trim()) is null ? ("Setup.NoLength", "Programme.Limit")
            : Podium.Any(p => LocalTimes.Length(p.Length.Trim()) is null) ? ("Setup.NoLength", "Programme.Length")
            : Podium.Any(p => CleanText.Of(p.FullName).Length == 0) ? ("Programme.Needed", "Programme.Name")
            : Podium.Count(p => p.Role == PodiumRole.Moderator) > 1 ? ("Programme.OneModerator", "Programme.Podium")
            : null;
        if (fault is not null) return null;
        var others = hearing.Segments.Where(s => s.Id != _shown?.Id).SelectMany(s => s.Podium.Select(p => p.Id.Value).Append(s.Id.Value)).ToHashSet(StringComparer.Ordinal);
        var id = _shown?.Id ?? new(ProgrammeIds.Free(Kind == SegmentKind.Panel ? "panel" : Kind.ToString().ToLowerInvariant(), others));
        others.Add(id.Value);
        var panel = Kind == SegmentKind.Panel;
        return new(
            id, Kind, CleanText.Of(Title), panel ? Theme.Trim() : "", At(hearing, Starts)!.Value, At(hearing, Ends)!.Value, RulesOf(hearing),
            [.. Podium.OrderBy(p => Roles.Contains(p.Role) ? (int)p.Role : 0).Select(p => p.ToSpeaker(Roles, id, others))],
            panel ? [.. Topics.Where(t => CleanText.Of(t.Text).Length > 0).Select((t, n) => new SuggestedTopic(new(t.Id ?? Named(id, n)), CleanText.Of(t.Text)))] : []);
    }

    private string Named(SegmentId id, int place)
    {
        var taken = Topics.Select(t => t.Id).ToHashSet();
        return Enumerable.Range(place + 1, Topics.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{id}-topic-{n}")).First(name => taken.Add(name));
    }

    private FloorRules? RulesOf(Hearing hearing)
    {
        var plain = _shown?.Rules ?? hearing.Details?.Rules ?? FloorRules.Default;
        return Limit.Trim().Length == 0 ? null : LocalTimes.Length(Limit.Trim()) is { } limit ? plain.Within(limit) : plain;
    }

    /// <summary>Null where the clocks at the place skip this time, or show it twice.</summary>
    private DateTimeOffset? At(Hearing hearing, TimeOnly time) =>
        LocalTimes.ToUtc(string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}T{time:HH:mm}"), LocalTimes.Zone(hearing.Details!.TimeZone) ?? TimeZoneInfo.Utc, out var instant) is null ? instant : null;
}

/// <summary>Somebody on the podium as they are being typed.</summary>
public sealed class PodiumDraft
{
    private readonly PodiumSpeakerId? _id;

    public PodiumDraft() => Length = "5:00";

    public PodiumDraft(PodiumSpeaker shown)
    {
        _id = shown.Id;
        (Role, Style, FullName, Affiliation, ToBeConfirmed, Length) =
            (shown.Role, shown.Style, shown.FullName, shown.Affiliation, shown.ToBeConfirmed, ScreenWords.Length(shown.AnnouncedLength));
    }

    public PodiumRole Role { get; set; } = PodiumRole.Panellist;
    public string Style { get; set; } = "";
    public string FullName { get; set; } = "";
    public string Affiliation { get; set; } = "";
    public bool ToBeConfirmed { get; set; }
    public string Length { get; set; }

    public PodiumSpeaker ToSpeaker(IReadOnlyList<PodiumRole> roles, SegmentId segment, ISet<string> taken) => new(
        _id ?? new(ProgrammeIds.Free($"{segment}-speaker", taken)), roles.Contains(Role) ? Role : roles[^1], Style.Trim(), FullName.Trim(), Affiliation.Trim(), ToBeConfirmed,
        LocalTimes.Length(Length.Trim())!.Value);
}

/// <summary>A guiding question as it is being typed.</summary>
public sealed class TopicDraft
{
    /// <summary>Null for a new one.</summary>
    public string? Id { get; init; }
    public string Text { get; set; } = "";
}
