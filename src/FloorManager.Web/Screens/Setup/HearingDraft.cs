using System.Collections.Immutable;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Web.Imports;
using FloorManager.Web.Screens.Shared;

namespace FloorManager.Web.Screens.Setup;

/// <summary>What is settled about a hearing, as it is being typed. What was not touched follows the hearing: two secretaries may work on one form.</summary>
public sealed class HearingDraft
{
    /// <summary>The official languages of the United Nations, in their English order.</summary>
    public static readonly ImmutableArray<string> OfficialLanguages = ["ar", "zh", "en", "fr", "ru", "es"];

    private static readonly ImmutableArray<string> OwnViews = ["chamber", "queue", HearingDetails.WaitingNames];

    private readonly HearingDetails _shown;

    public HearingDraft(HearingDetails shown)
    {
        _shown = shown;
        (ShortName, Title, Place, TimeZone) = (shown.ShortName, shown.Title, shown.Place, shown.TimeZone);
        (Limit, Warning, Grace) = (ScreenWords.Length(shown.Rules.Limit), ScreenWords.Length(shown.Rules.Warning), ScreenWords.Length(shown.Rules.GraceTime));
        (StartsAtOnce, PointsOfOrder, RightsOfReply) = (shown.Rules.StartsAtOnce, shown.Rules.PointsOfOrder, shown.Rules.RightsOfReply);
        PresenceNeeded = shown.PresenceNeeded;
        Languages = [.. shown.Languages];
        Views = [.. shown.PublicViews];
        Categories = [.. shown.Categories.Select(c => new DraftCategory { Code = c.Code, IsStakeholder = c.IsStakeholder })];
        Regions = [.. shown.RegionalGroups.Select(g => new DraftCode { Code = g })];
    }

    public string ShortName { get; set; }
    public string Title { get; set; }
    public string Place { get; set; }
    public string TimeZone { get; set; }

    /// <summary>As a countdown shows it, such as <c>3:00</c>.</summary>
    public string Limit { get; set; }
    public string Warning { get; set; }
    public string Grace { get; set; }
    public bool StartsAtOnce { get; set; }
    public bool PointsOfOrder { get; set; }
    public RightsOfReply RightsOfReply { get; set; }
    public bool PresenceNeeded { get; set; }

    /// <summary>The first is the default.</summary>
    public List<string> Languages { get; }
    public HashSet<string> Views { get; }
    public List<DraftCategory> Categories { get; }
    public List<DraftCode> Regions { get; }

    public void Speak(string language, bool on)
    {
        Languages.Remove(language);
        if (on) Languages.Add(language);
    }

    public void Begin(string language)
    {
        Languages.Remove(language);
        Languages.Insert(0, language);
    }

    public void Publish(string view, bool on)
    {
        if (on) Views.Add(view);
        else Views.Remove(view);
    }

    /// <summary>What was typed, over the hearing as it is by now; null and the key of the field that is no length.</summary>
    public HearingDetails? Over(HearingDetails newest, out string? fault)
    {
        fault = LocalTimes.Length(Limit.Trim()) is null ? "Setup.Limit" : LocalTimes.Length(Warning.Trim()) is null ? "Setup.Warning" : LocalTimes.Length(Grace.Trim()) is null ? "Setup.Grace" : null;
        if (fault is not null) return null;
        var (limit, warning, grace) = (LocalTimes.Length(Limit.Trim())!.Value, LocalTimes.Length(Warning.Trim())!.Value, LocalTimes.Length(Grace.Trim())!.Value);
        var (before, now) = (_shown.Rules, newest.Rules);
        var categories = Categories.Where(c => c.Code.Trim().Length > 0).Select(c => new ParticipantCategory(c.Code.Trim(), c.IsStakeholder)).ToImmutableArray();
        return newest with
        {
            ShortName = Mine(_shown.ShortName, ShortName.Trim(), newest.ShortName),
            Title = Mine(_shown.Title, Title.Trim(), newest.Title),
            Place = Mine(_shown.Place, Place.Trim(), newest.Place),
            TimeZone = Mine(_shown.TimeZone, TimeZone.Trim(), newest.TimeZone),
            Languages = MineAll(_shown.Languages, [.. Languages], newest.Languages),
            Categories = MineAll(_shown.Categories, categories, newest.Categories),
            RegionalGroups = MineAll(_shown.RegionalGroups, [.. Regions.Select(g => g.Code.Trim()).Where(g => g.Length > 0)], newest.RegionalGroups),
            PublicViews = MineAll(_shown.PublicViews, [.. OwnViews.Where(Views.Contains), .. newest.PublicViews.Except(OwnViews)], newest.PublicViews),
            PresenceNeeded = Mine(_shown.PresenceNeeded, PresenceNeeded, newest.PresenceNeeded),
            Rules = now with
            {
                Limit = Mine(before.Limit, limit, now.Limit),
                Warning = Mine(before.Warning, warning, now.Warning),
                Grace = Mine(before.GraceTime, grace, now.GraceTime) is var chosen && chosen == now.GraceTime ? now.Grace : chosen,
                StartsAtOnce = Mine(before.StartsAtOnce, StartsAtOnce, now.StartsAtOnce),
                PointsOfOrder = Mine(before.PointsOfOrder, PointsOfOrder, now.PointsOfOrder),
                RightsOfReply = Mine(before.RightsOfReply, RightsOfReply, now.RightsOfReply),
            },
        };
    }

    private static T Mine<T>(T shown, T typed, T newest) => EqualityComparer<T>.Default.Equals(shown, typed) ? newest : typed;

    private static ImmutableArray<T> MineAll<T>(ImmutableArray<T> shown, ImmutableArray<T> typed, ImmutableArray<T> newest) => shown.SequenceEqual(typed) ? newest : typed;
}

/// <summary>A regional group as it is being typed.</summary>
public class DraftCode
{
    public string Code { get; set; } = "";
}

/// <summary>One kind of participant as it is being typed.</summary>
public sealed class DraftCategory : DraftCode
{
    public bool IsStakeholder { get; set; } = true;
}
