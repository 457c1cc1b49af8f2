using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Tests;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Journals;

/// <summary>A hearing that was held, with an erasure in it and put away, out of one server and into another.</summary>
public sealed class CarryingAnArchive : IAsyncLifetime
{
    private const string Name = "water-2026", Manifest = "manifest.json", Journal = "journal.jsonl";

    private readonly FloorServer _first = new(), _second = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var sample = (await _first.Session()).State;
        var people = sample.Participants.Values.Where(p => p.Admitted).ToArray();
        await Do(new SetUpHearing(sample.Details! with { ShortName = Name, Title = "L’eau — ماء" }), new SetProgramme(sample.Meetings), new SetSeatPlan([.. sample.Seats.Values]),
            new RegisterParticipants([.. sample.Participants.Values]), new OpenSegment(new("panel-1")));
        foreach (var person in people[..2])
        {
            await Do(new RaiseRequest(person.Id), new Recognise(ParticipantId: person.Id, Start: true));
            _first.Time.Advance(TimeSpan.FromSeconds(200));
            await Do(new EndIntervention());
        }

        await Do(new ErasePersonalData(people[0].Id, "Asked for"), new ArchiveHearing());
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    private async Task Do(params HearingCommand[] commands)
    {
        foreach (var command in commands)
            Assert.IsType<Answer.Done>(await _first.Hearings.Submit(Name, Grant.System(Name) with { Credential = Guid.NewGuid() }, new(Guid.NewGuid()), command, Stop));
    }

    private static async Task<(HttpClient Client, string Token)> Administrator(FloorServer server, Role role = Role.Administrator)
    {
        var (client, token) = (server.CreateClient(), await server.Services.GetRequiredService<Credentials>().Issue(Name, role));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (client, token);
    }

    private static async Task<byte[]> Export(FloorServer server)
    {
        var (check, write) = await server.Services.GetRequiredService<HearingArchive>().Export(Name, Stop);
        Assert.True(check.IsUnbroken);
        using var file = new MemoryStream();
        await write!(file, Stop);
        return file.ToArray();
    }

    private async Task<Restoring> Restore(byte[] file)
    {
        await _second.Session();
        return await _second.Services.GetRequiredService<HearingArchive>().Restore(new MemoryStream(file), Stop);
    }

    [Fact]
    public async Task It_is_the_same_hearing_there_bit_for_bit_and_no_link_of_the_old_server_works()
    {
        var (there, token) = await Administrator(_first);
        using var answer = await there.GetAsync($"/api/v1/hearings/{Name}/archive", Stop);
        Assert.Equal((HttpStatusCode.OK, "application/zip", $"{Name}.floormanager.zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        var file = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(file, await Export(_first));

        var restoring = await Restore(file);
        Assert.Equal((null, Name), (restoring.Fault, restoring.Hearing));
        var (here, _) = await Administrator(_second);
        var before = await _first.Services.GetRequiredService<HearingJournal>().Verify(Name, stop: Stop);
        Assert.Equivalent(before, await _second.Services.GetRequiredService<HearingJournal>().Verify(Name, stop: Stop), strict: true);
        Assert.Single(before.Renewals);
        Assert.Equal(file, await Export(_second));
        Assert.Equal(InWords.Of((await _first.Hearings.Find(Name, Stop))!.State), InWords.Of((await _second.Hearings.Find(Name, Stop))!.State));
        _second.Time.Advance(_first.Time.GetUtcNow() - _second.Time.GetUtcNow());
        foreach (var written in new[] { "record.json", "record.csv", "audit.jsonl" })
            Assert.Equal(await there.GetByteArrayAsync($"/api/v1/hearings/{Name}/{written}", Stop), await here.GetByteArrayAsync($"/api/v1/hearings/{Name}/{written}", Stop));

        here.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await here.GetAsync($"/api/v1/hearings/{Name}/record.json", Stop)).StatusCode);
        there.Dispose();
        here.Dispose();
    }

    [Fact]
    public async Task A_hearing_that_is_back_goes_on()
    {
        Assert.Null((await Restore(await Export(_first))).Fault);
        foreach (var command in new HearingCommand[] { new ArchiveHearing(On: false), new ShowMessage("Welcome back") })
            Assert.IsType<Answer.Done>(await _second.Hearings.Submit(Name, Grant.System(Name), new(Guid.NewGuid()), command, Stop));
        Assert.True((await _second.Services.GetRequiredService<HearingJournal>().Verify(Name, stop: Stop)).IsUnbroken);
    }

    [Fact]
    public async Task No_secret_is_in_it()
    {
        var (client, token) = await Administrator(_first);
        client.Dispose();
        var text = string.Concat(Unpack(await Export(_first)).Values);
        await using var db = await _first.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Stop);
        var secrets = (await db.Credentials.ToListAsync(Stop)).Select(c => Convert.ToHexString(c.Hash)).Append(token);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_journal_that_is_not_as_it_was_written_is_not_given_out()
    {
        var (client, _) = await Administrator(_first);
        await using (var db = await _first.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Stop))
            await db.Database.ExecuteSqlAsync($"UPDATE entries SET \"Actor\" = 'Somebody' WHERE \"Hearing\" = {Name} AND \"Version\" = 5", Stop);
        using var answer = await client.GetAsync($"/api/v1/hearings/{Name}/archive", Stop);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await FloorServer.Read(answer);
        Assert.Equal("journal-broken", (string?)problem["reason"]);
        Assert.StartsWith($"{Name}: entry 5 of 2017-07-26 14:00:00.000 UTC (Segment opened) is not as it was written", (string?)problem["detail"], StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task An_erasure_while_it_is_written_leaves_no_archive_rather_than_a_false_one()
    {
        async Task<List<EntryRow>> Rows() => await _first.Services.GetRequiredService<HearingJournal>().Chained(Name, null, Stop).ToListAsync(Stop);
        var before = await Rows();
        var state = (await _first.Hearings.Find(Name, Stop))!.State;
        await Do(new ErasePersonalData(state.Participants.Values.Last(p => !state.Erased.ContainsKey(p.Id)).Id, "Asked for"));
        var mixed = before[..5].Concat((await Rows())[5..]).ToAsyncEnumerable();
        await Assert.ThrowsAsync<IOException>(() => ArchiveFile.Write(Name, mixed, new MemoryStream(), Stop));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_what_is_there_stays()
    {
        var file = await Export(_first);
        Assert.Null((await Restore(file)).Fault);
        Assert.Equal(ArchiveFault.Taken, (await Restore(file)).Fault);
        Assert.Equal(file, await Export(_second));
    }

    [Fact]
    public async Task Only_an_administrator_of_the_server_brings_one_back()
    {
        var file = await Export(_first);
        await _second.Session();
        var (archives, credentials) = (_second.Services.GetRequiredService<Archives>(), _second.Services.GetRequiredService<Credentials>());
        foreach (var (hearing, role) in new[] { (Grant.Everywhere, Role.Secretariat), (FloorServer.Sample, Role.Administrator) })
            Assert.Null(await archives.Restore((await credentials.Find(await credentials.Issue(hearing, role)))!, new MemoryStream(file), Stop));
        Assert.Null(await _second.Hearings.Find(Name, Stop));
        var by = (await credentials.Find(await credentials.Issue(Grant.Everywhere, Role.Administrator)))!;
        Assert.Null((await archives.Restore(by, new MemoryStream(file), Stop))!.Fault);
        Assert.Contains(_second.Hearings.All, h => h.Name == Name);
    }

    private static Dictionary<string, string> Unpack(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd());
    }

    private static byte[] Pack(IEnumerable<(string Name, string Text)> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var to = new StreamWriter(zip.CreateEntry(name).Open());
                to.Write(text);
            }
        }

        return packed.ToArray();
    }

    /// <summary>What somebody might have made of it, and what is said to each.</summary>
    private static readonly Dictionary<string, (ArchiveFault Fault, Func<byte[], byte[]> Made)> Bad = new()
    {
        ["nothing"] = (ArchiveFault.NotAnArchive, _ => []),
        ["a text"] = (ArchiveFault.NotAnArchive, _ => Encoding.UTF8.GetBytes(new string('x', 1000))),
        ["its first half"] = (ArchiveFault.NotAnArchive, file => file[..(file.Length / 2)]),
        ["its last half"] = (ArchiveFault.NotAnArchive, file => file[(file.Length / 2)..]),
        ["without its last byte"] = (ArchiveFault.NotAnArchive, file => file[..^1]),
        ["bytes of the journal changed"] = (ArchiveFault.NotAnArchive, file => [.. file[..100], .. new byte[400], .. file[500..]]),
        ["a foreign file beside"] = (ArchiveFault.ForeignFile, file => Pack([.. Unpack(file).Select(f => (f.Key, f.Value)), ("../../etc/passwd", "")])),
        ["no journal"] = (ArchiveFault.ForeignFile, file => Pack([(Manifest, Unpack(file)[Manifest])])),
        ["two manifests"] = (ArchiveFault.ForeignFile, file => Pack([.. Unpack(file).Select(f => (f.Key, f.Value)), (Manifest, Unpack(file)[Manifest])])),
        ["ten thousand files"] = (ArchiveFault.ForeignFile, _ => Pack(Enumerable.Range(0, 10_000).Select(i => ($"{i}", "")))),
        ["another format"] = (ArchiveFault.OtherFormat, file => With(file, Manifest, t => t.Replace("archive/1", "archive/2", StringComparison.Ordinal))),
        ["a manifest that is none"] = (ArchiveFault.BadManifest, file => With(file, Manifest, _ => "[]")),
        ["a manifest as large as a house"] = (ArchiveFault.BadManifest, file => With(file, Manifest, t => t + new string(' ', 100_000_000))),
        ["a field more in the manifest"] = (ArchiveFault.BadManifest, file => With(file, Manifest, t => t.Replace("{", "{\"accounts\":[],", StringComparison.Ordinal))),
        ["a name that is none"] = (ArchiveFault.BadManifest, file => With(file, Manifest, t => t.Replace(Name, "../x", StringComparison.Ordinal))),
        ["a version that is not its count"] = (ArchiveFault.BadManifest, file => With(file, Manifest, t => t.Replace("\"version\":", "\"version\":1", StringComparison.Ordinal))),
        ["another hearing's name"] = (ArchiveFault.Broken, file => With(file, Manifest, t => t.Replace(Name, "air-2026", StringComparison.Ordinal))),
        ["another head"] = (ArchiveFault.OtherHead, file => With(file, Manifest, t => t[..^66] + new string('0', 64) + "\"}")),
        ["a line less"] = (ArchiveFault.OtherCount, file => With(file, Journal, t => t[..(t.TrimEnd('\n').LastIndexOf('\n') + 1)])),
        ["a line more"] = (ArchiveFault.OtherCount, file => With(file, Journal, t => t + t.TrimEnd('\n').Split('\n')[^1] + "\n")),
        ["no lines"] = (ArchiveFault.OtherCount, file => With(file, Journal, _ => "")),
        ["a last line cut off"] = (ArchiveFault.BadLine, file => With(file, Journal, t => t[..^20])),
        ["a line that is no entry"] = (ArchiveFault.BadLine, file => With(file, Journal, t => "{}\n" + t)),
        ["a field more in a line"] = (ArchiveFault.BadLine, file => With(file, Journal, t => t.Replace("{\"version\":2,", "{\"token\":\"x\",\"version\":2,", StringComparison.Ordinal))),
        ["a line without end"] = (ArchiveFault.TooLarge, file => With(file, Journal, _ => new string(' ', 20_000_000))),
        ["a word changed"] = (ArchiveFault.Broken, file => With(file, Journal, t => t.Replace("Asked for", "Not asked", StringComparison.Ordinal))),
        ["two lines exchanged"] = (ArchiveFault.Broken, file => With(file, Journal, t => t.Split('\n') is var l ? string.Join('\n', [l[1], l[0], .. l[2..]]) : "")),
    };

    /// <summary>By somebody who knows how the chain is made, as anybody may.</summary>
    private static readonly Dictionary<string, (ArchiveFault Fault, Func<IEnumerable<EntryRow>, IEnumerable<EntryRow>> Change, string Hearing)> MadeAnew = new()
    {
        ["made anew under another name"] = (ArchiveFault.OtherHearing, rows => rows.Select(r => r with { Hearing = "air-2026" }), "air-2026"),
        ["made anew with an unknown event"] = (ArchiveFault.Broken, rows => rows.Select(r => r.Version == 3 ? r with { Events = "[{\"event\":\"from-the-future\"}]" } : r), Name),
        ["made anew with a role that is none"] = (ArchiveFault.Broken, rows => rows.Select(r => r.Version == 3 ? r with { Role = "Emperor" } : r), Name),
        ["made anew with a time that is none"] = (ArchiveFault.Broken, rows => rows.Select(r => r.Version == 3 ? r with { AtUnixMs = long.MaxValue } : r), Name),
        ["made anew with a command twice"] = (ArchiveFault.Twice, rows => rows.ToArray() is var all ? all.Select(r => r.Version == 3 ? r with { CommandId = all[1].CommandId } : r) : [], Name),
    };

    private static byte[] With(byte[] file, string name, Func<string, string> change) => Pack(Unpack(file).Select(f => (f.Key, f.Key == name ? change(f.Value) : f.Value)));

    private static async Task<byte[]> Chained(byte[] file, Func<IEnumerable<EntryRow>, IEnumerable<EntryRow>> change, string hearing)
    {
        using var old = new MemoryStream(file);
        var rows = change(await ArchiveFile.ReadRows(old, await ArchiveFile.ReadManifest(old, Stop), Stop).ToArrayAsync(Stop));
        using var made = new MemoryStream();
        await ArchiveFile.Write(hearing, EntryChain.Chain(null, rows, _ => false).ToAsyncEnumerable(), made, Stop);
        return made.ToArray();
    }

    [Fact]
    public async Task What_is_no_archive_of_a_hearing_is_refused_with_its_reason_and_nothing_of_it_is_there()
    {
        var (file, said) = (await Export(_first), new List<(string What, ArchiveFault? Fault)>());
        foreach (var (what, (_, made)) in Bad) said.Add((what, (await Restore(made([.. file]))).Fault));
        foreach (var (what, (_, change, hearing)) in MadeAnew) said.Add((what, (await Restore(await Chained([.. file], change, hearing))).Fault));
        Assert.Equal([.. Bad.Select(b => (b.Key, (ArchiveFault?)b.Value.Fault)), .. MadeAnew.Select(b => (b.Key, (ArchiveFault?)b.Value.Fault))], said);
        Assert.Equal([FloorServer.Sample], await _second.Services.GetRequiredService<HearingJournal>().AllNames(Stop));
    }

    [Fact]
    public async Task An_archive_with_bytes_changed_is_the_same_hearing_or_is_refused()
    {
        var (file, random) = (await Export(_first), new Random(20170726));
        var (refused, journal) = (0, _second.Services.GetRequiredService<HearingJournal>());
        for (var i = 0; i < 300; i++)
        {
            var changed = file.ToArray();
            // Every other time where the headers are: at either end.
            for (var bytes = 0; bytes < 3; bytes++) changed[i % 4 == 0 ? random.Next(60) : i % 4 == 1 ? file.Length - 1 - random.Next(400) : random.Next(file.Length)] = (byte)random.Next(256);
            if ((await Restore(changed)).Fault is not null)
            {
                refused++;
                continue;
            }

            Assert.Equal(file, await Export(_second));
            await using var db = await _second.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Stop);
            await db.Database.ExecuteSqlAsync($"DELETE FROM entries WHERE \"Hearing\" = {Name}", Stop);
        }

        Assert.InRange(refused, 150, 300);
        Assert.Equal([FloorServer.Sample], await journal.AllNames(Stop));
    }

    [Fact]
    public async Task A_size_that_is_forged_saves_nobody_the_counting()
    {
        var bomb = With(await Export(_first), Journal, t => t + new string(' ', 30_000_000));
        // The uncompressed size in the directory at the end, and in the header before the file.
        foreach (var (signature, at) in new[] { (0x02014b50u, 24), (0x04034b50u, 22) })
            for (var i = 0; i + 30 < bomb.Length; i++)
                if (BinaryPrimitives.ReadUInt32LittleEndian(bomb.AsSpan(i)) == signature) BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(i + at), 7);
        Assert.NotNull((await Restore(bomb)).Fault);
        Assert.Equal([FloorServer.Sample], await _second.Services.GetRequiredService<HearingJournal>().AllNames(Stop));
    }
}
