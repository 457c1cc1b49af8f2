using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;

namespace FloorManager.Web.Imports;

/// <summary>A seat plan as a table: the printed label, the row from the podium, and where the seat stands in centimetres.</summary>
public static class SeatFile
{
    // The decider's own bound, told here for each seat at once; a chamber is smaller than two hundred metres.
    private const int LongestLabel = 16, MostRows = 200, MostCentimetres = 20_000;

    private static readonly Column[] Columns = [new("label", Required: true), new("row", Required: true), new("x", Required: true), new("y", Required: true)];

    public static ImportResult<HearingCommand.SetSeatPlan> Read(ReadOnlySpan<byte> file)
    {
        var faults = new ImportFaults();
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var seats = new List<Seat>();
        foreach (var row in Table.Read(file, Columns, faults))
        {
            var label = row.Text("label", LongestLabel, required: true);
            if (label.Length > 0 && !labels.Add(label)) row.Fault("label", ImportCodes.DuplicateSeat, label);
            seats.Add(new(
                new(label), row.Whole("row", 1, MostRows),
                row.Whole("x", -MostCentimetres, MostCentimetres), row.Whole("y", -MostCentimetres, MostCentimetres)));
        }

        return faults.Result(() => new HearingCommand.SetSeatPlan([.. seats]));
    }
}
