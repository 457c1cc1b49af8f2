using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Rehearsing;

/// <summary>
/// <c>rehearse --hearing gcm-2017 --speed 30 --seed 1</c> plays a day of that hearing on the server that runs, in a hearing of its own, and stops by itself.
/// The data folder is the server's: that is where the tokens are made.
/// </summary>
public static class RehearseCommand
{
    private const string Server = "http://localhost:5080";
    private const int MostRehearsals = 99;

    /// <summary>Until it is over, or somebody presses Ctrl+C.</summary>
    public static async Task<int> UntilStopped(IServiceProvider services, IConfiguration options)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        // Ended by a service or with its terminal, it takes its keys back as well.
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var gone = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        return await Run(services, options, stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <param name="until">Waits for an instant; by the server's clock where nothing else is said.</param>
    public static async Task<int> Run(IServiceProvider services, IConfiguration options, CancellationToken stop, Func<DateTimeOffset, CancellationToken, Task>? until = null)
    {
        var name = options["hearing"] ?? "";
        var (hearings, credentials) = (services.GetRequiredService<Hearings>(), services.GetRequiredService<Credentials>());
        if (await hearings.Find(name, stop) is not { State.Details: not null } from) return await Refuse($"There is no hearing “{name}” in this database. Name one with --hearing.");
        if (!from.State.Segments.Any()) return await Refuse($"“{name}” has no programme yet: there is nothing to play.");
        if (!int.TryParse(options["speed"] ?? "30", CultureInfo.InvariantCulture, out var speed) || speed is < 1 or > Rehearsals.Fastest) return await Refuse($"--speed takes a whole number from 1 to {Rehearsals.Fastest}.");
        if (!int.TryParse(options["seed"] ?? "1", CultureInfo.InvariantCulture, out var seed)) return await Refuse("--seed takes a whole number.");
        if (!Uri.TryCreate(options["server"] ?? Server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return await Refuse($"--server takes the address of the server, such as {Server}.");

        using var server = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        var mine = new List<string>();
        try
        {
            mine.Add(await credentials.Issue(Grant.Everywhere, Role.Secretariat, forOneStart: true, stop: stop));
            var (made, why) = await Make(server, mine[0], name, speed, stop);
            return made is null ? await Refuse(why!) : await Play(services, server, (await hearings.Find(made, stop))!, speed, seed, mine, until ?? Until(services.GetRequiredService<SteadyClock>()), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine("Stopped. What was played stays in its hearing.");
            return 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return await Refuse($"The server at {address} answers no more ({e.Message}). What was played stays in its hearing.");
        }
        finally
        {
            foreach (var token in mine) await credentials.Forget(token, CancellationToken.None);
        }
    }

    private static async Task<int> Play(IServiceProvider services, HttpClient server, HearingSession session, int speed, int seed, List<string> mine, Func<DateTimeOffset, CancellationToken, Task> until, CancellationToken stop)
    {
        var credentials = services.GetRequiredService<Credentials>();
        var acts = RehearsalPlan.Of(session.State, speed, seed, RehearsalWords.Read());
        var tokens = new Dictionary<(Role, SeatLabel?), string>();
        foreach (var who in acts.Select(a => (a.By, a.Seat)).Distinct())
        {
            // They outlive a start of the server in the middle of the day, also of whoever has not acted yet.
            tokens[who] = await credentials.Issue(session.Name, who.By, who.Seat, label: "rehearsal", stop: stop);
            mine.Add(tokens[who]);
        }

        await Welcome(credentials, server.BaseAddress!, session, acts, stop);
        var refused = await new RehearsalPlayer(server, session.Name, tokens, until).Play(acts, act => Tell(session.State, act), stop);
        foreach (var (act, sentence) in refused) Console.WriteLine($"  refused: {act.Command.GetType().Name} – {sentence}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The day is over: {acts.Length} acts, {refused.Count} refused. The record: {new Uri(server.BaseAddress!, $"/{session.Name}/record")}"));
        return refused.Count == 0 ? 0 : 1;
    }

    private static Func<DateTimeOffset, CancellationToken, Task> Until(SteadyClock clock) =>
        (at, stop) => at - clock.UtcNow is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, clock.Time, stop) : Task.CompletedTask;

    /// <summary>The name of the hearing that the server made for it, or why it made none.</summary>
    private static async Task<(string? Name, string? Why)> Make(HttpClient server, string key, string from, int speed, CancellationToken stop)
    {
        var stem = from.Length > HearingDetails.LongestShortName - 14 ? from[..(HearingDetails.LongestShortName - 14)] : from;
        for (var number = 1; number <= MostRehearsals; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{stem}-rehearsal-{number}");
            using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/hearings/{from}/rehearsals") { Content = JsonContent.Create(new { name, speed }) };
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            try
            {
                using var answer = await server.SendAsync(message, stop);
                if (answer.IsSuccessStatusCode) return (name, null);
                var (reason, sentence) = await RehearsalPlayer.Problem(answer, stop);
                // Somebody rehearsed before: the next number is free some time.
                if (reason != "already-set-up") return (null, sentence);
            }
            catch (HttpRequestException e)
            {
                return (null, $"No server answers at {server.BaseAddress} ({e.Message}). Start it first, or name its address with --server.");
            }
        }

        return (null, $"There are {MostRehearsals} rehearsals of “{from}” already. Put some away, or rehearse on a new data folder.");
    }

    private static async Task Welcome(Credentials credentials, Uri address, HearingSession session, IReadOnlyList<RehearsalAct> acts, CancellationToken stop)
    {
        Console.WriteLine(session.State.Details!.Title);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {acts.Count} acts in {Math.Ceiling((acts[^1].At - acts[0].At).TotalMinutes)} minutes. Look on:"));
        foreach (var (what, role) in new[] { ("chair", Role.Chair), ("desk", Role.Secretariat), ("screens", Role.Display) })
            Console.WriteLine($"  {what,-10} {new Uri(address, "/enter")}#{await credentials.Issue(session.Name, role, forOneStart: true, stop: stop)}");
        Console.WriteLine($"  {"chamber",-10} {new Uri(address, $"/{session.Name}/screen")}");
        Console.WriteLine($"  {"queue",-10} {new Uri(address, $"/{session.Name}/queue")}");
    }

    private static void Tell(Hearing state, RehearsalAct act)
    {
        if (act.Command is OpenSegment open && state.FindSegment(open.SegmentId) is { } segment) Console.WriteLine($"  {act.At:HH:mm:ss}Z  {segment.Title}");
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }
}
