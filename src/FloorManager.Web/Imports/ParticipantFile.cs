using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;

namespace FloorManager.Web.Imports;

/// <summary>The register of participants as a table, one representative a row.</summary>
public static class ParticipantFile
{
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
        var words = new ParticipantWords(hearing);
        var participants = rows.Select(row => ParticipantRow.Read(row, words)).ToImmutableArray();
        CheckIds(rows, participants);
        ParticipantRow.CheckSeats([.. rows.Zip(participants)], hearing);
        return faults.Result(() => new HearingCommand.RegisterParticipants(participants));
    }

    private static void CheckIds(IReadOnlyList<TableRow> rows, ImmutableArray<Participant> participants)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, participant) in rows.Zip(participants))
            if (participant.Id.Value.Length > 0 && !ids.Add(participant.Id.Value)) row.Fault("id", ImportCodes.DuplicateId, participant.Id.Value);
    }
}
