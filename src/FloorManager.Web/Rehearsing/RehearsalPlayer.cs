using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Api;
using FloorManager.Web.Journal;

namespace FloorManager.Web.Rehearsing;

/// <summary>Does what a plan says, each act at its time and one after the other, through the same API as every script.</summary>
/// <param name="tokens">One of each role and seat that acts.</param>
/// <param name="until">Waits for an instant.</param>
/// <param name="rest">Waits before what was not answered is tried again; a second by default, for another process to come back, which goes by no clock of a hearing.</param>
public sealed class RehearsalPlayer(
    HttpClient server, string hearing, IReadOnlyDictionary<(Role, SeatLabel?), string> tokens, Func<DateTimeOffset, CancellationToken, Task> until, Func<CancellationToken, Task>? rest = null)
{
    /// <summary>A server that is restarted is back by then.</summary>
    private const int Tries = 15;

    private readonly Func<CancellationToken, Task> _rest = rest ?? (stop => Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stop));

    private static readonly Dictionary<Type, string> Names = CommandNames.Types.ToDictionary(t => t.Value, t => t.Key);

    /// <summary>What was refused, with the server's sentence. A refusal does not end the day.</summary>
    public async Task<IReadOnlyList<(RehearsalAct Act, string Why)>> Play(IEnumerable<RehearsalAct> acts, Action<RehearsalAct> done, CancellationToken stop)
    {
        var refused = new List<(RehearsalAct, string)>();
        foreach (var act in acts)
        {
            await until(act.At, stop);
            if (await Submit(act, stop) is { } why) refused.Add((act, why));
            done(act);
        }

        return refused;
    }

    private async Task<string?> Submit(RehearsalAct act, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/hearings/{hearing}/commands") { Content = JsonContent.Create(Written(act)) };
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[(act.By, act.Seat)]);
                using var answer = await server.SendAsync(message, stop);
                if (answer.IsSuccessStatusCode) return null;
                // The same command under the same id: if it was done after all, it is not done twice.
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || tries == Tries) return (await Problem(answer, stop)).Sentence;
            }
            catch (Exception e) when ((e is HttpRequestException || (e is TaskCanceledException && !stop.IsCancellationRequested)) && tries < Tries)
            {
                // Not there for the moment, or too slow to answer.
            }

            await _rest(stop);
        }
    }

    private static JsonObject Written(RehearsalAct act)
    {
        var fields = JsonSerializer.SerializeToNode(act.Command, act.Command.GetType(), HearingJson.Options)!.AsObject();
        foreach (var empty in fields.Where(f => f.Value is null).Select(f => f.Key).ToArray()) fields.Remove(empty);
        (fields["id"], fields["type"]) = (act.Id.Value.ToString(), Names[act.Command.GetType()]);
        return fields;
    }

    /// <summary>Why the server did not do it: the code and the sentence of its answer, or the status where it has none.</summary>
    internal static async Task<(string? Reason, string Sentence)> Problem(HttpResponseMessage answer, CancellationToken stop)
    {
        var text = await answer.Content.ReadAsStringAsync(stop);
        try
        {
            var problem = JsonNode.Parse(text);
            return ((string?)problem?["reason"], (string?)problem?["detail"] ?? $"{(int)answer.StatusCode}");
        }
        catch (JsonException)
        {
            return (null, $"{(int)answer.StatusCode}");
        }
    }
}
