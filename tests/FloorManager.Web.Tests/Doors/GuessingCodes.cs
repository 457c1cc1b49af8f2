using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>Somebody in the hall tries codes out, behind the one address that the hall has.</summary>
public sealed class GuessingCodes : IDisposable
{
    private const int Bits = 8;

    /// <summary>Fewer bits than in earnest: what is tested is what is asked for and what is taken, not how long it takes.</summary>
    private readonly FloorServer _server = new()
    {
        With = services => services.AddSingleton(s => new ProofOfWork(s.GetRequiredService<SteadyClock>()) { Bits = Bits }),
    };

    private int _guesses;

    public void Dispose() => _server.Dispose();

    private async Task<string> Card(SeatLabel seat)
    {
        var credentials = _server.Services.GetRequiredService<Credentials>();
        var desk = await credentials.Find(await _server.Token(Role.Secretariat));
        return Assert.Single((await credentials.RenewSeats(desk!, Sample, [seat]))!).Code;
    }

    /// <summary>Shaped as a code, each another one.</summary>
    private string Guess()
    {
        var number = Interlocked.Increment(ref _guesses);
        return string.Concat(Enumerable.Range(0, 8).Select(digit => "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[(number >> (5 * digit)) & 31]));
    }

    private Task<HttpResponseMessage> Enter(string key, string? challenge = null, string? nonce = null) =>
        _server.CreateClient().PostAsJsonAsync("/enter", new { key, challenge, nonce }, TestContext.Current.CancellationToken);

    /// <summary>Guesses until work is asked for; how many were looked at, and what is asked.</summary>
    private async Task<(int Looked, string Challenge)> UseUp()
    {
        for (var looked = 0; ; looked++)
        {
            var answer = await Enter(Guess());
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return (looked, (string)(await Read(answer))["challenge"]!);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.InRange(looked, 0, WrongCodes.Burst);
        }
    }

    private static string Work(string challenge, string code, string? butNotFor = null, string format = "D")
    {
        for (var nonce = 0; ; nonce++)
        {
            var found = nonce.ToString(format, CultureInfo.InvariantCulture);
            if (Does(code) && (butNotFor is null || !Does(butNotFor))) return found;

            bool Does(string c) => BitOperations.LeadingZeroCount((uint)SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge}:{c}:{found}"))[0]) - 24 >= Bits;
        }
    }

    [Fact]
    public async Task Ten_thousand_guesses_at_once_are_fifty_that_are_looked_at_and_everybody_else_goes_on()
    {
        var phone = await _server.Client(Role.Seat, await _server.AdmittedSeat());
        var (link, answers, done) = (await _server.Token(Role.Display), new ConcurrentBag<HttpStatusCode>(), false);
        var inFullSwing = new TaskCompletionSource();
        var guessing = Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            while (answers.Count < 10_000 || !Volatile.Read(ref done))
            {
                answers.Add((await Enter(Guess())).StatusCode);
                if (answers.Count > 5_000) inFullSwing.TrySetResult();
            }
        })).ToArray();
        await inFullSwing.Task;
        Assert.Equal(HttpStatusCode.OK, (await Post(phone, "raise-request")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Enter(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter("AAAAAAAAAAAAAAAAAAAAAA")).StatusCode); // No code: it is told the same as ever.
        Volatile.Write(ref done, true);
        await Task.WhenAll(guessing);

        Assert.InRange(answers.Count, 10_000, int.MaxValue);
        Assert.Equal(WrongCodes.Burst, answers.Count(a => a == HttpStatusCode.Unauthorized));
        Assert.Equal(answers.Count - WrongCodes.Burst, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Who_used_them_up_is_told_what_to_work_for_in_their_language()
    {
        await UseUp();
        var client = _server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        var answer = await client.PostAsJsonAsync("/enter", new { key = Guess() }, TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await Read(answer);
        Assert.Equal(("prove", Bits), ((string?)problem["reason"], (int?)problem["bits"]));
        Assert.NotEmpty((string)problem["challenge"]!);
        Assert.StartsWith("Trop de codes erronés", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_code_enters_with_work_however_it_is_typed_and_is_not_looked_at_without()
    {
        var code = await Card(await _server.AdmittedSeat());
        var (_, challenge) = await UseUp();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Enter(SeatCode.Printed(code).ToLowerInvariant(), challenge, Work(challenge, code))).StatusCode);
    }

    [Fact]
    public async Task Work_buys_one_look_and_a_wrong_code_is_a_wrong_code()
    {
        var (_, challenge) = await UseUp();
        var guess = Guess();
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(guess, challenge, Work(challenge, guess))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(guess)).StatusCode);
    }

    [Fact]
    public async Task Five_seconds_later_a_right_code_enters_as_ever_and_one_wrong_one_is_looked_at()
    {
        var code = await Card(await _server.AdmittedSeat());
        Assert.Equal(WrongCodes.Burst, (await UseUp()).Looked);
        _server.Time.Advance(WrongCodes.Refill - TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(code)).StatusCode);
        _server.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Enter(code)).StatusCode);
        Assert.Equal(1, (await UseUp()).Looked);
    }

    [Fact]
    public async Task Right_codes_cost_nothing_however_many_come_at_once()
    {
        var code = await Card(await _server.AdmittedSeat());
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * WrongCodes.Burst).Select(_ => Enter(code)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(WrongCodes.Burst, (await UseUp()).Looked);
    }

    [Fact]
    public async Task Work_for_another_code_or_for_nothing_that_was_asked_is_refused()
    {
        var code = await Card(await _server.AdmittedSeat());
        var (_, challenge) = await UseUp();
        var (other, done) = (Guess(), Work(challenge, code));
        foreach (var (asked, nonce) in new (string?, string?)[]
        {
            (challenge, Work(challenge, other, butNotFor: code)), (challenge, null), (challenge, ""), (challenge, Work(challenge, code, format: "D33")),
            (null, done), ("", Work("", code)), ("made-up", Work("made-up", code)),
        })
            Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(code, asked, nonce)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Enter(code, challenge, done)).StatusCode);
    }

    [Fact]
    public async Task Work_is_good_in_the_window_it_was_asked_in_and_the_next_and_not_in_a_third()
    {
        var code = await Card(await _server.AdmittedSeat());
        var (_, challenge) = await UseUp();
        var nonce = Work(challenge, code);
        _server.Time.Advance(ProofOfWork.Window);
        var (_, next) = await UseUp();
        Assert.NotEqual(challenge, next);
        Assert.Equal(HttpStatusCode.OK, (await Enter(code, challenge, nonce)).StatusCode);
        _server.Time.Advance(ProofOfWork.Window);
        await UseUp();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(code, challenge, nonce)).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:a:b:c:d", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public async Task Who_guesses_makes_it_dearer_in_their_own_network_alone(string guesser, string neighbour, bool dearer)
    {
        var code = await Card(await _server.AdmittedSeat());
        for (var i = 0; i < WrongCodes.Burst; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await From(guesser, Guess())).Status);
        var (_, asked) = await From(guesser, code);
        Assert.Equal(dearer ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, (await From(neighbour, code)).Status);

        for (var i = 0; i < WrongCodes.Burst; i++) await From(neighbour, Guess());
        var challenge = (string)asked["challenge"]!;
        Assert.Equal(dearer ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, (await From(neighbour, code, challenge, Work(challenge, code))).Status);
    }

    private async Task<(HttpStatusCode Status, JsonObject Body)> From(string address, string key, string? challenge = null, string? nonce = null)
    {
        var handler = _server.Server.CreateHandler(context => context.Connection.RemoteIpAddress = IPAddress.Parse(address));
        using var phone = new HttpClient(handler) { BaseAddress = _server.Server.BaseAddress };
        var answer = await phone.PostAsJsonAsync("/enter", new { key, challenge, nonce }, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await Read(answer));
    }
}
