using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;

namespace FloorManager.Web.Imports;

/// <summary>The register of participants as a table, one representative a row.</summary>
public static class ParticipantFile
{
    private const int LongestId = 64, LongestStyle = 40, LongestLabel = 16;

    // Nobody is admitted by leaving something out: the column and every cell of it must be there.
    private static readonly Column[] Columns =
    [
        new("id", Required: true), new("style"), new("full_name", Required: true), new("designation"), new("delegation", Required: true),
        new("category", Required: true), new("regional_group"), new("gender"), new("language"), new("seat"), new("admitted", Required: true),
        new("pronunciation"), new("accommodation"),
    ];

    /// <param name="hearing">The hearing they are registered for: its categories and seats, and who sits there already.</param>
    public static ImportResult<HearingCommand.RegisterParticipants> Read(ReadOnlySpan<byte> file, Hearing hearing)
    {
        var faults = new ImportFaults();
        var rows = Table.Read(file, Columns, faults);
        var participants = rows.Select(row => Read(row, hearing.Details?.Categories ?? ParticipantCategory.Default, hearing.Details?.RegionalGroups ?? RegionalGroups.Default)).ToImmutableArray();
        CheckIds(rows, participants);
        CheckSeats(rows, participants, hearing);
        return faults.Result(() => new HearingCommand.RegisterParticipants(participants));
    }

    private static Participant Read(TableRow row, ImmutableArray<ParticipantCategory> categories, ImmutableArray<string> groups)
    {
        var (language, seat) = (row.Text("language", longest: 35), row.Text("seat", LongestLabel));
        if (!Language.IsTag(language)) row.Fault("language", ImportCodes.BadLanguage, language);
        return new(
            new(row.Text("id", LongestId, required: true)),
            row.Text("style", LongestStyle),
            row.Text("full_name", Participant.LongestName, required: true),
            row.Text("designation", Participant.LongestName),
            row.Text("delegation", Participant.LongestName, required: true),
            CategoryOf(row, categories),
            GroupOf(row, groups),
            row.OneOf<Gender>("gender"),
            language,
            seat.Length == 0 ? null : new SeatLabel(seat),
            row.YesOrNo("admitted"),
            row.Text("pronunciation", Participant.LongestName),
            row.Length("accommodation", Participant.LongestAccommodation));
    }

    private static string CategoryOf(TableRow row, ImmutableArray<ParticipantCategory> categories)
    {
        var text = row.Text("category", longest: 60, required: true);
        if (text.Length == 0) return text;
        if (categories.FirstOrDefault(c => c.Code.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } category) return category.Code;
        row.Fault("category", ImportCodes.UnknownCategory, text, string.Join(", ", categories.Select(c => c.Code)));
        return text;
    }

    private static string GroupOf(TableRow row, ImmutableArray<string> groups)
    {
        var text = row.Text("regional_group", longest: 64);
        if (text.Length == 0) return RegionalGroups.None;
        if (groups.Prepend(RegionalGroups.None).FirstOrDefault(g => g.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } group) return group;
        row.Fault("regional_group", ImportCodes.NotOneOf, text, string.Join(", ", groups.Prepend(RegionalGroups.None)));
        return RegionalGroups.None;
    }

    private static void CheckIds(IReadOnlyList<TableRow> rows, ImmutableArray<Participant> participants)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, participant) in rows.Zip(participants))
            if (participant.Id.Value.Length > 0 && !ids.Add(participant.Id.Value)) row.Fault("id", ImportCodes.DuplicateId, participant.Id.Value);
    }

    /// <summary>A seat has one holder, among those in the file and those who sit there already and are not in the file.</summary>
    private static void CheckSeats(IReadOnlyList<TableRow> rows, ImmutableArray<Participant> participants, Hearing hearing)
    {
        var moving = participants.Select(p => p.Id).ToHashSet();
        var taken = hearing.SeatHolders.Where(h => !moving.Contains(h.Value)).Select(h => h.Key).ToHashSet();
        foreach (var (row, participant) in rows.Zip(participants))
        {
            if (participant.Seat is not { } seat) continue;
            if (!hearing.Seats.ContainsKey(seat)) row.Fault("seat", ImportCodes.UnknownSeat, seat.Value);
            else if (!taken.Add(seat)) row.Fault("seat", ImportCodes.SeatTaken, seat.Value);
        }
    }
}
