using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Apis;

/// <summary>A phone that comes with the code on its card, and the person who sits down where nobody was seated.</summary>
public sealed class TakingASeatByApi : IDisposable
{
    private readonly FloorServer _server = new();

    public void Dispose() => _server.Dispose();

    private Credentials Credentials => _server.Services.GetRequiredService<Credentials>();

    private async Task<SeatKey> Card(SeatLabel seat)
    {
        var desk = await Credentials.Find(await _server.Token(Role.Secretariat));
        return Assert.Single((await Credentials.RenewSeats(desk!, Sample, [seat]))!);
    }

    private async Task<SeatLabel> FreeSeat()
    {
        var state = (await _server.Session()).State;
        return state.Seats.Keys.First(s => state.HolderOf(s) is null);
    }

    /// <summary>Somebody who is admitted and sits nowhere.</summary>
    private async Task<Participant> Standing(string name)
    {
        var state = (await _server.Session()).State;
        var person = state.Participants.Values.First(p => p.Admitted && state.SeatOf(p) is not null) with { Id = new($"standing-{name}"), FullName = name, Delegation = "Green Coast", Seat = null };
        await _server.Hearings.Submit(Sample, Grant.System(Sample), new(Guid.NewGuid()), new HearingCommand.RegisterParticipants([person]));
        return person;
    }

    private Task<HttpResponseMessage> Enter(HttpClient phone, string key) => phone.PostAsJsonAsync("/enter", new { key }, TestContext.Current.CancellationToken);

    private static async Task<JsonArray> People(HttpClient phone, string query) =>
        (await phone.GetFromJsonAsync<JsonArray>($"/api/v1/hearings/{Sample}/people?query={Uri.EscapeDataString(query)}", TestContext.Current.CancellationToken))!;

    [Fact]
    public async Task The_code_on_a_card_signs_its_seat_in_however_it_is_typed()
    {
        var card = await Card(await _server.AdmittedSeat());
        foreach (var typed in new[] { card.Code, SeatCode.Printed(card.Code), $" {card.Code.ToLowerInvariant()[..3]} {card.Code.ToLowerInvariant()[3..]} " })
        {
            var phone = _server.CreateClient();
            var answer = await Read(await Enter(phone, typed));
            Assert.Equal("/seat", (string?)answer["location"]);
            var view = await phone.GetFromJsonAsync<JsonObject>($"/api/v1/hearings/{Sample}/state?audience=seat", TestContext.Current.CancellationToken);
            Assert.Equal(card.Seat.Value, (string?)view!["seat"]!["label"]);
        }
    }

    [Fact]
    public async Task A_code_that_is_none_or_was_revoked_opens_nothing()
    {
        var seat = await _server.AdmittedSeat();
        var card = await Card(seat);
        var other = card.Code[0] == '2' ? "3" + card.Code[1..] : "2" + card.Code[1..];
        var phone = _server.CreateClient();
        foreach (var typed in new[] { other, card.Code[..7], card.Code + "2", "", new string('A', 5000), "ÅÅÅÅ-ÅÅÅÅ" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(phone, typed)).StatusCode);
        var renewed = await Card(seat);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(phone, card.Code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Enter(phone, renewed.Code)).StatusCode);
    }

    [Fact]
    public async Task A_code_stands_nowhere_in_the_database()
    {
        var card = await Card(await _server.AdmittedSeat());
        var kept = new[] { "", "-wal" }.Select(end => Path.Combine(_server.Data, JournalSetup.FileName + end)).Where(File.Exists).Select(Text).ToArray();
        Assert.NotEmpty(kept);
        foreach (var written in new[] { card.Code, SeatCode.Printed(card.Code), card.Secret })
            Assert.DoesNotContain(kept, text => text.Contains(written, StringComparison.Ordinal));

        static string Text(string file)
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(open, Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task A_seat_that_nobody_has_is_taken_by_whoever_finds_themselves_and_nobody_else_is_told_of()
    {
        var (mina, seat) = (await Standing("Mina Park-Solís"), await FreeSeat());
        var phone = await _server.Client(Role.Seat, seat);
        foreach (var query in new[] { "mina", "soli", "PARK min" }) Assert.Equal(mina.Id.Value, (string?)Assert.Single(await People(phone, query))!["participantId"]);
        Assert.Equal(["participantId", "name", "delegation"], (await People(phone, "mina"))[0]!.AsObject().Select(f => f.Key));
        foreach (var query in new[] { "m", "", "ina", "green", "\u00AD\u00AD", "m\u00AD", "mi \u200D" }) Assert.Empty(await People(phone, query));

        Assert.Equal(HttpStatusCode.OK, (await Post(phone, "take-seat", new { participantId = mina.Id.Value })).StatusCode);
        Assert.Equal(seat, (await _server.Session()).State.Participants[mina.Id].Seat);
        var raised = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.OK, (await Post(phone, "raise-request", id: raised)).StatusCode);
        Assert.Equal(mina.Id, (await _server.Session()).State.Requests[new(raised)].Participant);
    }

    [Fact]
    public async Task Of_two_cards_in_one_browser_the_one_of_the_page_acts()
    {
        var (mina, state) = (await Standing("Mina Park"), (await _server.Session()).State);
        var (first, second) = (state.Seats.Keys.Where(s => state.HolderOf(s) is null).ElementAt(0), await _server.AdmittedSeat());
        var phone = _server.CreateClient();
        foreach (var seat in new[] { first, second }) await Enter(phone, (await Card(seat)).Code);
        Assert.Single((await phone.GetFromJsonAsync<JsonArray>($"/api/v1/hearings/{Sample}/people?seat={first}&query=mina", TestContext.Current.CancellationToken))!);
        Assert.Equal(HttpStatusCode.OK, (await Post(phone, "take-seat", new { participantId = mina.Id.Value, seat = first.Value })).StatusCode);
        Assert.Equal(first, (await _server.Session()).State.Participants[mina.Id].Seat);
    }

    [Fact]
    public async Task Names_are_told_to_a_seat_that_nobody_has_and_to_nobody_else()
    {
        await Standing("Mina Park");
        var query = $"/api/v1/hearings/{Sample}/people?query=mina";
        Assert.Equal(HttpStatusCode.Unauthorized, (await _server.CreateClient().GetAsync(query, TestContext.Current.CancellationToken)).StatusCode);
        foreach (var client in new[] { await _server.Client(Role.Seat, await _server.AdmittedSeat()), await _server.Client(Role.Seat, new("ZZ-9")), await _server.Client(Role.Display) })
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(query, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("ar", "لا يمكن إجلاس هذا الشخص هنا ببطاقة المقعد {0}. راجعوا الأمانة.")]
    [InlineData("fr", "Cette personne ne peut pas être placée ici par la carte du siège {0}. Adressez-vous au secrétariat.")]
    [InlineData("pt", "This person cannot be seated here by the card of {0}. Please speak to the secretariat.")]
    public async Task Why_not_is_said_in_the_delegates_language(string language, string sentence)
    {
        var mina = await Standing("Mina Park");
        var state = (await _server.Session()).State;
        var seats = state.Seats.Keys.Where(s => state.HolderOf(s) is null).Take(2).ToArray();
        await Post(await _server.Client(Role.Seat, seats[0]), "take-seat", new { participantId = mina.Id.Value });
        var phone = await _server.Client(Role.Seat, seats[1]);
        phone.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        Assert.Equal(sentence.Replace("{0}", seats[1].Value, StringComparison.Ordinal), (string?)(await Read(await Post(phone, "take-seat", new { participantId = mina.Id.Value })))["detail"]);
    }

    [Fact]
    public async Task Two_phones_that_take_the_same_person_at_once_are_one_who_sits_and_one_who_is_told()
    {
        var mina = await Standing("Mina Park");
        var state = (await _server.Session()).State;
        var seats = state.Seats.Keys.Where(s => state.HolderOf(s) is null).Take(2).ToArray();
        var phones = await Task.WhenAll(seats.Select(s => _server.Client(Role.Seat, s)));
        var answers = await Task.WhenAll(phones.Select(p => Post(p, "take-seat", new { participantId = mina.Id.Value })));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal("not-to-be-seated", (string?)(await Read(answers.Single(a => a.StatusCode == HttpStatusCode.Conflict)))["reason"]);
    }
}
