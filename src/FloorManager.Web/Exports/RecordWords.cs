using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Web.Resources;

namespace FloorManager.Web.Exports;

/// <summary>The words of a file, in its own language and not in that of whoever fetches it.</summary>
internal sealed class RecordWords(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(ScreenTexts));

    public CultureInfo Culture => culture;

    public string Tag => culture.Name;

    public bool IsRightToLeft => culture.TextInfo.IsRightToLeft;

    public string this[string key] => Texts.GetString(key, culture) ?? key;

    public string Filled(string key, params object[] facts) => string.Format(culture, this[key], facts);

    /// <summary>What a file is, and that it is of a rehearsal.</summary>
    public string Subject(string key, RecordDocument record) => record.IsRehearsal ? $"{this["Rehearsal.Tag"]} – {this[key]}" : this[key];

    public string Number(double number) => number.ToString(culture);

    /// <summary>By the clock on the chamber's wall, as are the times.</summary>
    public string Day(Moment at) => at.Wall.ToString(this["Paper.DayFormat"], culture);

    public string ShortDay(Moment at) => at.Wall.ToString(this["Paper.ShortDayFormat"], culture);

    public string Time(Moment at) => at.Wall.ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Second(Moment at) => at.Wall.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Whole minutes and seconds, as the clock shows them.</summary>
    public static string Length(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:00}");

    /// <summary>
    /// Its numbers have the point and a plain minus, and semicolons stand between them: the signs that belong to the language – ٫ and ؛, and a mark of direction
    /// before the minus – are read as numbers by no program that reads the digits we write.
    /// </summary>
    private static readonly CultureInfo Arabic = WithPlainSigns("ar");

    private static CultureInfo WithPlainSigns(string tag)
    {
        var culture = new CultureInfo(tag, useUserOverride: false) { NumberFormat = NumberFormatInfo.InvariantInfo };
        culture.TextInfo.ListSeparator = ";";
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>The language asked for, else the first of the hearing; where there are no words for it, English.</summary>
    public static RecordWords In(string? asked, ImmutableArray<string> languages) =>
        (Languages.Spoken(asked) ?? Languages.Spoken(languages.FirstOrDefault()) ?? Languages.Known[0]) is var tag && tag == Arabic.Name ? new(Arabic) : new(CultureInfo.GetCultureInfo(tag));

    /// <summary>Categories and groups are data of the hearing: one that we have no word for keeps its code.</summary>
    public string Category(string? code) => code is null ? "" : Texts.GetString($"Category.{code}", culture) ?? code;

    public string Region(string? code) => code is null ? "" : RegionalGroups.Default.Contains(code) ? this[$"Region.{code}"] : code;

    /// <summary>What stood in a part of the record that was corrected, or stands there since. Times to the second: what was put right may be less than a minute.</summary>
    public string? Corrected(CorrectedPart part, string? said, Moment? at, Func<Moment, string> instant) => (part, said, at) switch
    {
        (_, _, { } known) => instant(known),
        (CorrectedPart.Category, { } code, _) => Category(code),
        (CorrectedPart.RegionalGroup, { } code, _) => Region(code),
        _ => said,
    };

    public string Value(ShareLine share, IEnumerable<SegmentLine> segments) => share.By switch
    {
        FigureBy.Category => Category(share.Value),
        FigureBy.Region => Region(share.Value),
        FigureBy.Language => Languages.NameOf(share.Value),
        _ => segments.SelectMany(s => s.Topics).FirstOrDefault(t => t.Id.Value == share.Value)?.Text ?? share.Value,
    };
}
