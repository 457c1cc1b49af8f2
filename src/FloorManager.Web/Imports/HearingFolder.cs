using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Imports;

/// <summary>
/// A whole hearing as a folder of three files: <c>programme.json</c>, <c>seats.csv</c> and <c>participants.csv</c>. The sample is
/// such a folder, and so is whatever a secretariat prepares.
/// </summary>
public sealed record HearingFolder(SetUpHearing SetUp, SetProgramme Programme, SetSeatPlan Seats, RegisterParticipants Participants)
{
    /// <summary>In the order in which they are to be submitted: participants refer to seats, and everything to the hearing.</summary>
    public ImmutableArray<HearingCommand> Commands => [SetUp, Programme, Seats, Participants];

    public static ImportResult<HearingFolder> Read(string directory)
    {
        var programme = Open(directory, "programme.json", file => ProgrammeFile.Read(file));
        var seats = Open(directory, "seats.csv", file => SeatFile.Read(file));
        // Without sound categories and seats every row of the register would look wrong.
        if (!programme.Succeeded || !seats.Succeeded) return new(null, [.. programme.Faults, .. seats.Faults]);

        var hearing = Hearing.Empty with
        {
            Details = programme.Value.SetUp.Details,
            Seats = seats.Value.Seats.ToImmutableDictionary(s => s.Label),
        };
        var participants = Open(directory, "participants.csv", file => ParticipantFile.Read(file, hearing));
        return participants.Succeeded
            ? new(new(programme.Value.SetUp, programme.Value.Programme, seats.Value, participants.Value), [])
            : new(null, participants.Faults);
    }

    private static ImportResult<T> Open<T>(string directory, string name, Func<byte[], ImportResult<T>> read) where T : class
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(directory, name));
            // One byte more than is allowed is enough to know; the rest of a huge file stays on the disk.
            var bytes = new byte[Math.Min(stream.Length, FileText.MostBytesOfATable + 1)];
            stream.ReadExactly(bytes);
            return read(bytes).From(name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ImportResult<T>(null, [new(0, "", ImportCodes.FileMissing, name)]).From(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ImportResult<T>(null, [new(0, "", ImportCodes.FileUnreadable, name)]).From(name);
        }
    }
}
