using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Desk;
using Microsoft.AspNetCore.Components.Web;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

/// <summary>
/// A wish is logged in five seconds: at forty words a minute, which is two hundred characters, that is sixteen keystrokes. Counted is all that is pressed:
/// every character, the comma, the number of the topic, the letter of the kind, and Enter.
/// </summary>
public sealed class CountingKeystrokes : IAsyncLifetime
{
    private const int Most = 16;

    /// <summary>The panel's last topic, and another kind than the usual.</summary>
    private const string WithTopicAndKind = ",3r";

    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Secretariat);
        await _room.TakePointsOfOrder();
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string?[] Known(Participant person, string by) => by switch
    {
        "seat" => [person.Seat?.Value],
        "delegation" => [person.Delegation],
        "name" => [person.FullName, .. person.FullName.Split(' ')],
        _ => [person.Seat?.Value, person.Delegation, person.FullName, .. person.FullName.Split(' ')],
    };

    /// <summary>The fewest characters by which the search makes them the first that is found: the beginning of what is known of them.</summary>
    private static string? Shortest(Hearing state, Participant person, string by) =>
        Known(person, by).OfType<string>()
            .SelectMany(text => Enumerable.Range(1, text.Length).Select(n => text[..n].ToLowerInvariant()))
            .OrderBy(prefix => prefix.Length).FirstOrDefault(prefix => ParticipantSearch.Find(state, prefix).FirstOrDefault() == person);

    [Theory]
    [InlineData("seat, delegation or name")]
    [InlineData("seat")]
    [InlineData("name")]
    public async Task Anybody_on_the_register_is_logged_with_topic_and_kind_in_sixteen(string by)
    {
        var state = (await _server.Session()).State;
        var counted = state.Participants.Values.Where(p => Known(p, by).Any(text => text is not null)).Select(p => (Person: p, Typed: Shortest(state, p, by)))
            .Select(c => (c.Person, c.Typed, Keys: c.Typed is null ? int.MaxValue : c.Typed.Length + WithTopicAndKind.Length + 1)).OrderBy(c => c.Keys).ThenBy(c => c.Person.Id.Value, StringComparer.Ordinal).ToArray();
        Xunit.TestContext.Current.TestOutputHelper?.WriteLine(
            $"{counted.Length} people by {by}: median {counted[counted.Length / 2].Keys} keystrokes, worst {counted[^1].Keys} ({counted[^1].Typed}{WithTopicAndKind} Enter)");
        Assert.DoesNotContain(counted, c => c.Keys > Most);

        var page = _room.Open<DeskPage>();
        // The page counts the same: the ends and every tenth in between, key by key; of one delegation one, for a second is another matter.
        foreach (var (person, typed, keys) in counted.Where((_, i) => i % 10 == 0 || i == counted.Length - 1).Where(c => c.Person.Admitted).DistinctBy(c => c.Person.Delegation))
            Assert.Equal(keys, await Log(page, person, typed + WithTopicAndKind));
    }

    private static async Task<int> Log(IRenderedComponent<DeskPage> page, Participant person, string text)
    {
        var keys = 0;
        for (var n = 1; n <= text.Length; n++, keys++) await page.InvokeAsync(() => page.Find("#log-find").Input(text[..n]));
        await page.InvokeAsync(() => page.Find("#log-find").KeyDown(new KeyboardEventArgs { Key = "Enter" }));
        keys++;
        page.WaitForAssertion(() => Assert.Contains(page.Instance.Live.Newest!.Requests.Values, r => r.Participant == person.Id));
        var request = page.Instance.Live.Newest!.Requests.Values.Single(r => r.Participant == person.Id);
        var third = page.Instance.Live.Newest.FindSegment(request.Segment)!.Topics[2].Id;
        Assert.Equal((FloorKind.RightOfReply, third), (request.Kind, request.Topic));
        return keys;
    }
}
