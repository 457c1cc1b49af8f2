using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests;

/// <summary>Names that want to be more than names, and a hearing that is full of them.</summary>
public static class HostileNames
{
    public static readonly ImmutableArray<string> All =
    [
        "<script>window.pwned=1</script>",
        "\"><img src=x onerror=window.pwned=1>",
        "'-(window.pwned=1)-'{{window.pwned=1}}",
        "\u202Egnp.ruoy\u202D \u2066\u2067\u2068Ana\u2069\u200B\u200D\uFEFF\u200F\u2028",
        $"Z{string.Concat(Enumerable.Repeat("\u0336\u0301\u0489", 1_667))}algo",
        "Nul\0, new\r\nline\u0085 and bell\a",
        "=HYPERLINK(\"http://x.example\";\"y\")",
        "+1+cmd|' /C calc'!A0",
        "@SUM(A1:A9)",
        "-2+3\uFFFE\uFFFF",
        string.Concat(Enumerable.Repeat("نور\u0651\u064E\u0670 ", 25)),
        new('W', Participant.LongestName),
    ];

    public static ImmutableArray<Participant> People { get; } =
    [
        .. All.Select((name, n) => new Participant(
            new(string.Create(CultureInfo.InvariantCulture, $"h-{n}")), n == 0 ? name : "", name, name, name, "CivilSociety", RegionalGroups.None, null, "", null, Admitted: true, name)),
    ];

    /// <summary>One of them has the floor, one is announced, the others wait; before that one has spoken, and the others were not reached and wrote instead.</summary>
    public static async Task Bring(FloorServer server)
    {
        var state = (await server.Session()).State;
        await Do(server, new SetProgramme([.. state.Meetings.Select(m => m with { Segments = [.. m.Segments.Select(Named)] })]), new ChangeHearing(state.Details! with { Title = All[0], Place = All[3] }));
        await Do(server, new RegisterParticipants(People), new OpenSegment(new("panel-1")));
        await Ask(server);
        await Do(server, new Recognise(ParticipantId: People[0].Id, Start: true));
        var spoke = (await server.Session()).State.Floor!.Id;
        foreach (var name in All) await Do(server, new NoteQuestion(Text: name), new NoteRecommendation(spoke, $"{name}\r\n{name}"));
        await Do(server, new EndIntervention(), new OpenSegment(new("panel-2")));
        foreach (var (request, n) in (await server.Session()).State.Requests.Values.Where(r => r.Segment == new SegmentId("panel-1") && r.Participant != People[0].Id).Select((r, n) => (r.Id, n)))
            await Do(server, new HandInContribution(request, $"{All[n]}\r\n\r\n{All[n]}"));
        await Ask(server);
        var waiting = (await server.Session()).State.RequestsFor(new("panel-2")).First(r => r.Participant == People[4].Id).Id;
        await Do(server, new PlaceOnDeck(waiting), new SetPhase(PanelPhase.InteractiveExchange), new NoteQuestion(Text: All[4]));
        await Do(server, new ShowMessage(All[3]), new TellPodium(All[4]), new Recognise(ParticipantId: People[1].Id, Start: true));
    }

    public static async Task Do(FloorServer server, params HearingCommand[] commands)
    {
        foreach (var command in commands)
        {
            var answer = await server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), command);
            Assert.True(answer is Answer.Done, $"{answer}: {command}");
        }
    }

    /// <summary>What is wrong with a text that was shown or written: something in it that is not seen, or marks upon marks. Null for nothing.</summary>
    public static string? Fault(string text) =>
        text.EnumerateRunes().FirstOrDefault(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned && r.Value is not ('\n' or '\r' or 0x200C or 0x200D)) is { Value: > 0 } rune
            ? $"U+{rune.Value:X4} in {text}"
        : text.Contains('\0', StringComparison.Ordinal) ? $"NUL in {text}"
        : MostMarks(text) > CleanText.MostMarks + 1 ? $"{MostMarks(text)} marks in {text}"
        : null;

    /// <summary>What is left of the names where they are shown.</summary>
    public static bool Holds(string text) => People.Any(p => text.Contains(CleanText.Of(p.FullName), StringComparison.Ordinal));

    private static int MostMarks(string text)
    {
        var (most, now) = (0, 0);
        foreach (var c in text)
            most = Math.Max(most, now = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? now + 1 : 0);
        return most;
    }

    private static async Task Ask(FloorServer server)
    {
        foreach (var person in People) await Do(server, new RaiseRequest(person.Id));
    }

    private static Segment Named(Segment s, int n) => s with
    {
        Title = $"{All[n % 5]} {n}",
        Theme = s.Theme.Length > 0 ? All[(n + 1) % 10] : "",
        Podium = [.. s.Podium.Select((p, at) => p with { FullName = All[(n + at) % All.Length], Affiliation = All[(n + at + 1) % All.Length], Style = "" })],
        Topics = [.. s.Topics.Select((t, at) => t with { Text = All[(n + at) % All.Length] })],
    };
}
