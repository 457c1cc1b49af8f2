using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Wording;
using FloorManager.Web.Imports;
using FloorManager.Web.Screens.Shared;

namespace FloorManager.Web.Screens.Setup;

/// <summary>A participant as they are being typed. What was not touched follows the register: two secretaries may work on one person.</summary>
public sealed class ParticipantDraft
{
    private readonly Participant _shown;

    public ParticipantDraft(Participant shown)
    {
        _shown = shown;
        (Id, Style, FullName, Designation, Delegation, Category) = (shown.Id.Value, shown.Style, shown.FullName, shown.Designation, shown.Delegation, shown.Category);
        (Region, Gender, Language, Seat, Admitted) = (shown.RegionalGroup, shown.Gender, shown.Language, shown.Seat?.Value ?? "", shown.Admitted);
        (Pronunciation, Accommodation) = (shown.Pronunciation, shown.Accommodation is { } extra ? ScreenWords.Length(extra) : "");
    }

    /// <summary>Somebody who is not on the register yet. Nobody is admitted by leaving something out.</summary>
    public static ParticipantDraft New(Hearing hearing) => new(new(
        new(Enumerable.Range(1, hearing.Participants.Count + hearing.Merged.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"n-{n}")).First(id => !hearing.Participants.ContainsKey(hearing.WhoIs(new(id))))),
        "", "", "", "", hearing.Details!.Categories[0].Code, RegionalGroups.None, null, "", null, Admitted: false));

    public string Id { get; set; }
    public string Style { get; set; }
    public string FullName { get; set; }
    public string Designation { get; set; }
    public string Delegation { get; set; }
    public string Category { get; set; }
    public string Region { get; set; }
    public Gender? Gender { get; set; }
    public string Language { get; set; }

    /// <summary>Empty for none.</summary>
    public string Seat { get; set; }
    public bool Admitted { get; set; }
    public string Pronunciation { get; set; }

    /// <summary>Agreed extra time such as <c>1:00</c>; empty for none.</summary>
    public string Accommodation { get; set; }

    /// <summary>What was typed, over the register as it is by now; null, and the keys of the sentence and of the field where something is not right.</summary>
    public Participant? Over(Hearing hearing, out (string Sentence, string Field)? fault)
    {
        // As it is printed, however it was typed.
        var seat = hearing.Seats.Keys.Select(s => s.Value).FirstOrDefault(s => s.Equals(Seat.Trim(), StringComparison.OrdinalIgnoreCase)) ?? Seat.Trim();
        // What is not seen is no name.
        fault =
            CleanText.Of(FullName).Length == 0 ? ("Programme.Needed", "Programme.Name")
            : CleanText.Of(Delegation).Length == 0 ? ("Programme.Needed", "Record.Delegation")
            : CleanText.Of(Id).Length == 0 ? ("Programme.Needed", "People.Id")
            : !Imports.Language.IsTag(Language.Trim()) ? ("People.NoLanguage", "People.Language")
            : seat.Length > 0 && !hearing.Seats.ContainsKey(new(seat)) ? ("People.NoSeat", "People.Seat")
            : Accommodation.Trim().Length > 0 && LocalTimes.Length(Accommodation.Trim()) is null ? ("Setup.NoLength", "People.Accommodation")
            : null;
        if (fault is not null) return null;
        var newest = hearing.Participants.GetValueOrDefault(_shown.Id) ?? _shown;
        return newest with
        {
            Id = new(CleanText.Of(Id)),
            Style = Mine(_shown.Style, CleanText.Of(Style), newest.Style),
            FullName = Mine(_shown.FullName, CleanText.Of(FullName), newest.FullName),
            Designation = Mine(_shown.Designation, CleanText.Of(Designation), newest.Designation),
            Delegation = Mine(_shown.Delegation, CleanText.Of(Delegation), newest.Delegation),
            Category = Mine(_shown.Category, Category, newest.Category),
            RegionalGroup = Mine(_shown.RegionalGroup, Region, newest.RegionalGroup),
            Gender = Mine(_shown.Gender, Gender, newest.Gender),
            Language = Mine(_shown.Language, Language.Trim(), newest.Language),
            Seat = Mine(_shown.Seat, seat.Length > 0 ? new SeatLabel(seat) : null, newest.Seat),
            Admitted = Mine(_shown.Admitted, Admitted, newest.Admitted),
            Pronunciation = Mine(_shown.Pronunciation, CleanText.Of(Pronunciation), newest.Pronunciation),
            Accommodation = Mine(_shown.Accommodation, LocalTimes.Length(Accommodation.Trim()) is { } extra && extra > TimeSpan.Zero ? extra : null, newest.Accommodation),
        };
    }

    private static T Mine<T>(T shown, T typed, T newest) => EqualityComparer<T>.Default.Equals(shown, typed) ? newest : typed;
}
