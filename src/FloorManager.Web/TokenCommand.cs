using FloorManager.Web.Access;
using FloorManager.Web.Live;

namespace FloorManager.Web;

/// <summary><c>token --hearing gcm-2017 --role chair</c> prints a token, alone, on standard output. The server may be running meanwhile.</summary>
public static class TokenCommand
{
    public static async Task<int> Run(IServiceProvider services, IConfiguration options)
    {
        var (hearing, role) = (options["hearing"] ?? "", options["role"] ?? "");
        if (await services.GetRequiredService<Hearings>().Find(hearing) is not { } session) return await Refuse($"There is no hearing “{hearing}” in this database. Name one with --hearing.");
        if (Grant.ParseRole(role) is not var (known, seat)) return await Refuse($"“{role}” is no role. Use --role administrator, chair, secretariat, moderator, display or seat:LABEL.");
        if (seat is { } label && !session.State.Seats.ContainsKey(label)) return await Refuse($"There is no seat “{label}” in this hearing.");
        Console.WriteLine(await services.GetRequiredService<Credentials>().Issue(hearing, known, seat, label: "token"));
        return 0;
    }

    /// <summary><c>administrator</c> prints the path of a link that is good once; the address before it is the server's.</summary>
    public static async Task<int> Administrator(IServiceProvider services)
    {
        Console.WriteLine($"/join#{await services.GetRequiredService<Accounts>().NewAdministrator()}");
        await Console.Error.WriteLineAsync("Put the server's address before it. The link is good once, for seven days: whoever opens it becomes an administrator.");
        return 0;
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }
}
