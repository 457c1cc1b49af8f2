using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;

namespace FloorManager.Web.Imports;

/// <summary>One representative out of one row of a register, whoever named its columns.</summary>
internal static class ParticipantRow
{
    private const int LongestId = 64, LongestLabel = 16, LongestWord = 60;

    /// <param name="known">As they stand on the register; what the file has no column for stays. Null for somebody new.</param>
    public static Participant Read(TableRow row, ParticipantWords words, Participant? known = null)
    {
        T Said<T>(string column, Func<T> read, Func<Participant, T> before) => known is null || row.Has(column) ? read() : before(known);
        return new(
            new(row.Text("id", LongestId, required: true)),
            Said("style", () => row.Text("style", Participant.LongestStyle), p => p.Style),
            row.Text("full_name", Participant.LongestName, required: true),
            Said("designation", () => row.Text("designation", Participant.LongestName), p => p.Designation),
            row.Text("delegation", Participant.LongestName, required: true),
            CategoryOf(row, words),
            Said("regional_group", () => RegionOf(row, words), p => p.RegionalGroup),
            Said("gender", () => GenderOf(row), p => p.Gender),
            Said("language", () => LanguageOf(row), p => p.Language),
            Said("seat", () => row.Text("seat", LongestLabel) is { Length: > 0 } seat ? new SeatLabel(seat) : (SeatLabel?)null, p => p.Seat),
            // Nobody is admitted by leaving something out, and nobody is shut out by it either.
            Said("admitted", () => row.YesOrNo("admitted"), p => p.Admitted),
            Said("pronunciation", () => row.Text("pronunciation", Participant.LongestName), p => p.Pronunciation),
            Said("accommodation", () => row.Length("accommodation", Participant.LongestAccommodation), p => p.Accommodation));
    }

    /// <summary>A seat has one holder, among those in the rows and those who sit there already and are not in them.</summary>
    public static void CheckSeats(ImmutableArray<(TableRow Row, Participant Participant)> rows, Hearing hearing)
    {
        var moving = rows.Select(r => hearing.WhoIs(r.Participant.Id)).ToHashSet();
        var taken = hearing.SeatHolders.Where(h => !moving.Contains(h.Value)).ToDictionary(h => h.Key, h => h.Value);
        foreach (var (row, participant) in rows)
        {
            if (participant.Seat is not { } seat) continue;
            if (!hearing.Seats.ContainsKey(seat)) row.Fault("seat", ImportCodes.UnknownSeat, seat.Value);
            // Two numbers of one person stand for one seat.
            else if (!taken.TryAdd(seat, hearing.WhoIs(participant.Id)) && taken[seat] != hearing.WhoIs(participant.Id)) row.Fault("seat", ImportCodes.SeatTaken, seat.Value);
        }
    }

    private static string CategoryOf(TableRow row, ParticipantWords words)
    {
        var text = row.Text("category", LongestWord, required: true);
        if (text.Length == 0) return text;
        if (words.Category(text) is { } code) return code;
        row.Fault("category", ImportCodes.UnknownCategory, text, words.Categories);
        return text;
    }

    private static string RegionOf(TableRow row, ParticipantWords words)
    {
        var text = row.Text("regional_group", LongestId);
        if (text.Length == 0) return RegionalGroups.None;
        if (words.Region(text) is { } group) return group;
        row.Fault("regional_group", ImportCodes.NotOneOf, text, words.Regions);
        return RegionalGroups.None;
    }

    private static Gender? GenderOf(TableRow row)
    {
        var text = row.Text("gender", LongestWord);
        if (text.Length == 0 || ParticipantWords.IsNotGiven(text)) return null;
        if (ParticipantWords.GenderOf(text) is { } gender) return gender;
        row.Fault("gender", ImportCodes.NotOneOf, text, ParticipantWords.AllGenders);
        return null;
    }

    private static string LanguageOf(TableRow row)
    {
        var language = ParticipantWords.Language(row.Text("language", longest: 35));
        if (!Language.IsTag(language)) row.Fault("language", ImportCodes.BadLanguage, language);
        return language;
    }
}
