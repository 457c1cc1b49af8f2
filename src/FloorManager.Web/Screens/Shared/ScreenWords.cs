using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Wording;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Screens.Shared;

/// <summary>The words for the values of a hearing, in the reader's language, and its instants by the clock on the chamber's wall.</summary>
public static class ScreenWords
{
    /// <summary>A category is data of the hearing: one that we have no word for is shown by its code.</summary>
    public static string Category(this IStringLocalizer<ScreenTexts> texts, string code) =>
        texts[$"Category.{code}"] is { ResourceNotFound: false } known ? known.Value : code;

    /// <summary>As a category is; empty for none.</summary>
    public static string Region(this IStringLocalizer<ScreenTexts> texts, string code) =>
        code == RegionalGroups.None ? "" : RegionalGroups.Default.Contains(code) ? texts[$"Region.{code}"].Value : code;

    public static string Channel(this IStringLocalizer<ScreenTexts> texts, IntakeChannel channel) => texts[$"Channel.{channel}"].Value;

    public static string Kind(this IStringLocalizer<ScreenTexts> texts, FloorKind kind) => texts[$"Kind.{kind}"].Value;

    public static string Phase(this IStringLocalizer<ScreenTexts> texts, PanelPhase phase) => texts[$"Phase.{phase}"].Value;

    public static string Role(this IStringLocalizer<ScreenTexts> texts, PodiumRole role) => texts[$"Podium.{role}"].Value;

    /// <summary>The form of address and the name; a mononym is a name.</summary>
    public static string Called(string style, string name) => FormOfAddress.With(style, name);

    /// <summary>Time of day in the chamber, 24 hours.</summary>
    public static string WallTime(this Hearing hearing, DateTimeOffset instant) => hearing.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Time of day in the chamber, with its seconds.</summary>
    public static string WallSecond(this Hearing hearing, DateTimeOffset instant) => hearing.Local(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Time of day in the chamber, with the day before it where it is another than that of <paramref name="now"/>.</summary>
    public static string WallMoment(this Hearing hearing, DateTimeOffset instant, DateTimeOffset now) =>
        hearing.Local(instant).Date == hearing.Local(now).Date ? hearing.WallTime(instant) : $"{hearing.Local(instant).ToString("d MMM", CultureInfo.CurrentUICulture)} {hearing.WallTime(instant)}";

    /// <summary>A door and when somebody came through it, such as <c>Seat A-2 10:31</c>.</summary>
    public static string Door(this IStringLocalizer<ScreenTexts> texts, Door door, Hearing hearing, DateTimeOffset now) =>
        $"{texts.Place(door.Channel, door.Seat)} {hearing.WallMoment(door.At, now)}";

    /// <summary>The door by its name, and the seat where it is one.</summary>
    public static string Place(this IStringLocalizer<ScreenTexts> texts, IntakeChannel channel, SeatLabel? seat) =>
        channel == IntakeChannel.Seat && seat is { } label ? $"{texts.Channel(channel)} {label}" : texts.Channel(channel);

    /// <summary>What stood in a part of the record that was corrected, or stands there since.</summary>
    public static string Noted(this IStringLocalizer<ScreenTexts> texts, CorrectedPart part, Noted noted, Hearing hearing) => part switch
    {
        CorrectedPart.Speaker => string.Join(", ", new[] { Called(noted.Speaker.Style, noted.Speaker.Name), noted.Speaker.Delegation }.Where(t => t.Length > 0)),
        CorrectedPart.Category => noted.Speaker.Category.Length > 0 ? texts.Category(noted.Speaker.Category) : "–",
        CorrectedPart.RegionalGroup => noted.Speaker.RegionalGroup == RegionalGroups.None ? "–" : texts.Region(noted.Speaker.RegionalGroup),
        _ => (part == CorrectedPart.StartedAt ? noted.StartedAt : noted.EndedAt) is { } at ? hearing.WallSecond(at) : "–",
    };

    /// <summary>Whole minutes, rounded down, in hours where they are many; below a minute the seconds.</summary>
    public static string Minutes(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalSeconds} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min"),
    };

    /// <summary>The day in the chamber, in the reader's language.</summary>
    public static string WallDay(this Hearing hearing, DateTimeOffset instant) => hearing.Local(instant).ToString(
        // The United Nations write the day before the month.
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "dddd, d MMMM yyyy" : "D", CultureInfo.CurrentUICulture);

    /// <summary>Minutes and seconds as on the clock, such as <c>3:00</c>.</summary>
    public static string Length(TimeSpan length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalMinutes}:{Math.Abs(length.Seconds):00}");
}
