using System.Collections.Immutable;
using FloorManager.Domain.Participants;

namespace FloorManager.Domain.Programme;

/// <summary>
/// What is settled about a hearing before its first meeting. All of it is data: places, languages, limits and
/// categories differ from hearing to hearing. What is out of bounds is refused when it is set up or changed.
/// </summary>
/// <param name="ShortName">The name in addresses, such as <c>gcm-2017</c>; 1 to 40 characters of <c>a-z 0-9 -</c>, and no page of the program. Never changes.</param>
/// <param name="Title">The full title as it stands in the letter of invitation; 1 to 300 characters.</param>
/// <param name="Place">Where the meetings are held, as printed in the programme; may be empty, up to 300 characters.</param>
/// <param name="TimeZone">IANA name of the time zone of the place, in which programme times are shown. An unknown one is refused.</param>
/// <param name="Languages">Languages of the public screens, BCP 47, the first being the default; 1 to 20.</param>
/// <param name="Categories">Who may take part, 1 to 50, each code once. A participant of another category is refused at registration.</param>
/// <param name="Rules">Rules of the floor for segments that set none of their own.</param>
/// <param name="PublicViews">
/// What the hearing publishes: audiences that anyone may watch without signing in, and <see cref="WaitingNames"/> where the queue tells who waits.
/// </param>
/// <param name="RegionalGroups">
/// Codes of the regions that the floor is balanced by, up to 50, each once; may be empty. Left out, they are the regional groups of the General Assembly.
/// A participant of another group is refused at registration.
/// </param>
/// <param name="PresenceNeeded">
/// Whether only those who are in the room may ask for the floor there, at their seat or at the desk; by default anybody admitted may. What the office
/// was told beforehand is taken either way.
/// </param>
/// <param name="IsRehearsal">Whether nobody spoke in truth: the hearing was played through, to be looked at or to train by. Screens and record say so. Never changes.</param>
public sealed record HearingDetails(
    string ShortName,
    string Title,
    string Place,
    string TimeZone,
    ImmutableArray<string> Languages,
    ImmutableArray<ParticipantCategory> Categories,
    FloorRules Rules,
    ImmutableArray<string> PublicViews,
    ImmutableArray<string> RegionalGroups = default,
    bool PresenceNeeded = false,
    bool IsRehearsal = false)
{
    /// <summary>No audience: among the public views it says that the names of those who wait are told to whoever sees the queue.</summary>
    public const string WaitingNames = "waiting";

    public const int LongestShortName = 40;
    public const int LongestTitle = 300;
    public const int MostLanguages = 20;
    public const int MostCategories = 50;
    public const int MostRegionalGroups = 50;

    public ImmutableArray<string> RegionalGroups { get; init; } = RegionalGroups.IsDefault ? Participants.RegionalGroups.Default : RegionalGroups;

    /// <summary>Other pages have these addresses.</summary>
    private static readonly string[] Taken = ["api", "assets", "enter", "health", "hubs", "not-found", "openapi", "seat", "setup"];

    public static bool IsShortName(string? name) =>
        !Taken.Contains(name) && name is { Length: >= 1 and <= LongestShortName } && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    public static HearingDetails Named(string shortName, string title) => new(
        shortName, title, "", "Etc/UTC", ["en"], ParticipantCategory.Default, FloorRules.Default, ["chamber", "queue"]);
}
