using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Tests;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Journals;

/// <summary>Somebody with a name like no other in the files of the database: it is looked for byte by byte.</summary>
public sealed class ErasingFromTheJournal : IAsyncDisposable
{
    private static readonly ParticipantId Who = new("9001");
    private static readonly string[] Theirs = ["Quillfeather", "kwil-FETH", "Keeper of Owls", "00:01:37", "H.E. Dr."];

    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-erasing-").FullName;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task Do(FloorServer server, params HearingCommand[] commands)
    {
        foreach (var command in commands)
            Assert.IsType<Answer.Done>(await server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), command));
    }

    /// <summary>They asked, spoke past their time, were corrected once and named in a note.</summary>
    private static async Task Speak(FloorServer server)
    {
        var somebody = (await server.Session()).State.Participants.Values.First(p => p.Admitted);
        var known = somebody with
        {
            Id = Who,
            Style = "H.E. Dr.",
            FullName = "Persimmon Quillfeather",
            Designation = "Keeper of Owls",
            Delegation = "Society of Owls",
            Gender = Gender.Other,
            Language = "fr",
            Seat = null,
            Pronunciation = "kwil-FETH-er",
            Accommodation = TimeSpan.FromSeconds(97),
        };
        await Do(server, new RegisterParticipants([known]), new RegisterParticipants([known with { FullName = "Persimmon F. Quillfeather" }]), new OpenSegment(new("panel-1")),
            new RaiseRequest(Who), new Recognise(ParticipantId: Who, Start: true));
        server.Time.Advance(TimeSpan.FromSeconds(300));
        var floor = (await server.Session()).State.Floor!.Id;
        await Do(server, new NoteRecommendation(floor, "As the keeper said: ratify."), new EndIntervention(), new CorrectIntervention(floor, ParticipantId: somebody.Id), new CorrectIntervention(floor, ParticipantId: Who), new ShowMessage("Persimmon’s card was found"), new ClearMessage());
    }

    private string[] FoundOnDisk()
    {
        var files = Directory.GetFiles(_data, "floormanager.db*");
        Assert.NotEmpty(files);
        var bytes = files.Select(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            open.CopyTo(copy);
            return copy.ToArray();
        }).ToArray();
        return [.. Theirs.Where(theirs => bytes.Any(file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(theirs)) >= 0))];
    }

    private static string Times(Hearing state) => InWords.Of(state.Ended.Select(i => (i.Clock, i.RecognisedAt, i.StartedAt, i.EndedAt, i.Speaker.Delegation)).ToArray());

    [Fact]
    public async Task Not_a_byte_of_them_is_left_in_the_database_and_a_new_start_knows_what_the_server_knew()
    {
        var id = Guid.NewGuid();
        string live;
        await using (var server = new FloorServer(_data, keepData: true))
        {
            await Speak(server);
            Assert.Equal(Theirs, FoundOnDisk());
            var before = (await server.Session()).State;
            using var desk = await server.Client(Role.Secretariat);
            var answer = await FloorServer.Post(desk, "erase-participant", new { participantId = Who.Value, reason = "Asked for in writing" }, id);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var said = (await FloorServer.Read(answer)).ToJsonString();
            Assert.Equal($$"""{"version":{{before.Version + 1}},"stillNamed":[]}""", said);
            Assert.Empty(FoundOnDisk());
            Assert.Equal(said, (await FloorServer.Read(await FloorServer.Post(desk, "erase-participant", new { participantId = Who.Value, reason = "Asked for in writing" }, id))).ToJsonString());

            var state = (await server.Session()).State;
            live = InWords.Of(state);
            Assert.All(Theirs, theirs => Assert.DoesNotContain(theirs, live, StringComparison.Ordinal));
            Assert.Equal((Participant.ErasedName, "Society of Owls"), (state.Ended[^1].Speaker.Name, state.Ended[^1].Speaker.Delegation));
            Assert.Equal(Times(before), Times(state));
            var list = await desk.GetStringAsync($"/api/v1/hearings/{FloorServer.Sample}/participants?query=Owls", TestContext.Current.CancellationToken);
            Assert.Equal(Participant.ErasedName, (string?)JsonNode.Parse(list)![0]!["fullName"]);
        }

        await using (var again = new FloorServer(_data, keepData: true)) Assert.Equal(live, InWords.Of((await again.Session()).State));
        Assert.Empty(FoundOnDisk());
    }

    [Fact]
    public async Task A_text_that_may_name_them_is_told_and_stays()
    {
        await using var server = new FloorServer(_data, keepData: true);
        await Speak(server);
        await Do(server, new ShowMessage("Quillfeather, your card was found"));
        using var desk = await server.Client(Role.Secretariat);
        var answer = await FloorServer.Read(await FloorServer.Post(desk, "erase-participant", new { participantId = Who.Value, reason = "Asked for" }));
        Assert.Equal("""[{"where":"Message","id":""}]""", answer["stillNamed"]!.ToJsonString());
        Assert.Equal(["Quillfeather"], FoundOnDisk());
    }

    [Fact]
    public async Task A_program_that_ended_before_the_file_was_clean_leaves_that_to_the_next()
    {
        await using (var server = new FloorServer(_data, keepData: true))
        {
            await Speak(server);
            var (session, journal) = (await server.Session(), server.Services.GetRequiredService<HearingJournal>());
            var erased = new JournalEntry(session.State.Version + 1, new(Guid.NewGuid()), Grant.System(FloorServer.Sample).Actor, session.State.LastAt, [new HearingEvent.PersonalDataErased(Who, "Asked for", [])]);
            Assert.True(await journal.Append(FloorServer.Sample, session.State.Version, [erased], [Erasure.Of(session.State, Who)]));
            Assert.NotEmpty(FoundOnDisk());
        }

        await using var next = new FloorServer(_data, keepData: true);
        Assert.True((await next.Session()).State.Erased.ContainsKey(Who));
        Assert.Empty(FoundOnDisk());
    }

    [Fact]
    public async Task Another_session_on_the_same_journal_forgets_them_with_its_next_command()
    {
        await using var server = new FloorServer(_data, keepData: true);
        await Speak(server);
        var journal = server.Services.GetRequiredService<HearingJournal>();
        await using var other = await HearingSession.Load(FloorServer.Sample, journal, server.Services.GetRequiredService<SteadyClock>(), NullLogger<HearingSession>.Instance);
        using var watcher = other.Watch();
        await Do(server, new ErasePersonalData(Who, "Asked for"));
        Assert.IsType<Answer.Done>(await other.Enter(new(Guid.NewGuid()), Grant.System(FloorServer.Sample).Actor, new Blackout()));
        Assert.All(Theirs, theirs => Assert.DoesNotContain(theirs, InWords.Of(other.State), StringComparison.Ordinal));
        Assert.True(watcher.States.TryRead(out var seen));
        Assert.Equal(other.State.Version, seen.Version);
        await Do(server, new Blackout(On: false));
        Assert.Equal(InWords.Of((await server.Session()).State with { Blackout = true, Version = 0, Answered = [], LastAct = null, Steps = [] }), InWords.Of(other.State with { Version = 0, Answered = [], LastAct = null, Steps = [] }));
    }

    [Fact]
    public async Task What_comes_with_it_in_one_batch_is_erased_with_it()
    {
        await using var server = new FloorServer(_data, keepData: true);
        await Speak(server);
        var known = (await server.Session()).State.Participants[Who];
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()),
            i == 10 ? new ErasePersonalData(Who, "Asked for") : new RegisterParticipants([known with { Pronunciation = $"kwil-FETH {i}" }]))));
        Assert.All(answers, a => Assert.IsType<Answer.Done>(a));
        Assert.Empty(FoundOnDisk());
    }
}
