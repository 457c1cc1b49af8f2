using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;

namespace FloorManager.Web.Imports;

/// <summary>What an import would do, row by row; nothing is done by looking at it.</summary>
/// <param name="Missing">Fields that come from no column, though nobody can be registered without them; then there are no rows.</param>
public sealed record ParticipantPreview(ImmutableArray<string> Missing, ImmutableArray<PreviewRow> Rows)
{
    public int Count(RowEffect effect) => Rows.Count(r => r.Effect == effect);

    /// <summary>The sound rows as one command, all or nothing; null where there is nothing to write.</summary>
    public HearingCommand.RegisterParticipants? Command =>
        Rows.Where(r => r.Effect is RowEffect.New or RowEffect.Changed).Select(r => r.Participant!).ToImmutableArray() is { IsEmpty: false } people ? new(people) : null;

    /// <summary>The rows that do something else now than when <paramref name="before"/> was made, because the register changed meanwhile.</summary>
    public ImmutableHashSet<int> OtherThan(ParticipantPreview before) =>
        [.. Rows.Where((row, at) => at >= before.Rows.Length || !row.DoesAs(before.Rows[at])).Select(row => row.Number)];
}

/// <param name="Number">As a spreadsheet counts.</param>
/// <param name="Name">As the file says it; may be empty.</param>
/// <param name="Participant">As they would stand on the register; null for a row that is refused.</param>
/// <param name="Known">As they stand there now; null for somebody new.</param>
/// <param name="Namesake">Somebody else there with the same name and delegation, who may be the same person; else null.</param>
/// <param name="Odd">What their name or delegation may pretend; null for nothing.</param>
/// <param name="Faults">Of a row that is refused; not kept beyond the first two hundred such rows, nobody mends more in one go.</param>
public sealed record PreviewRow(int Number, string Name, RowEffect Effect, Participant? Participant, Participant? Known, Participant? Namesake, LookAlike? Odd, ImmutableArray<ImportFault> Faults)
{
    private static readonly (string Field, Func<Participant, object?> Of)[] Compared =
    [
        ("style", p => p.Style), (ParticipantMapping.FullName, p => p.FullName), ("designation", p => p.Designation), ("delegation", p => p.Delegation),
        (ParticipantMapping.Category, p => p.Category), ("regional_group", p => p.RegionalGroup), ("gender", p => p.Gender), ("language", p => p.Language),
        ("seat", p => p.Seat), (ParticipantMapping.Admitted, p => p.Admitted), ("pronunciation", p => p.Pronunciation), ("accommodation", p => p.Accommodation),
    ];

    /// <summary>Of <see cref="ParticipantMapping.Fields"/>, those in which the file says something else than the register.</summary>
    public IEnumerable<string> Changed =>
        Participant is { } now && Known is { } before ? Compared.Where(c => !Equals(c.Of(now), c.Of(before))).Select(c => c.Field) : [];

    internal bool DoesAs(PreviewRow other) => Effect == other.Effect && Participant == other.Participant && Known == other.Known;
}

public enum RowEffect { New, Changed, Unchanged, Refused }
