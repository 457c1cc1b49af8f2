using System.Collections.Frozen;
using FloorManager.Domain.Hearings;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.Role;

namespace FloorManager.Web.Access;

/// <summary>What is not a command to a hearing and still not everybody's.</summary>
public enum Right { OpenChairsConsole, OpenDesk, OpenSetUp, OpenRecord, ReadLists, FindOwnName, GiveOutLinks, OrderScreens, ManageHearings, ManageAccounts, ReadAudit, RestoreHearings }

/// <summary>
/// The one table of who may do what. What is missing here is refused to everyone, and a test fails. That a seat acts for itself
/// alone is a rule of the floor and stands with the rules. <c>docs/permissions.md</c> is printed from it.
/// </summary>
public static class Permissions
{
    private static readonly Role[] ChairAndDesk = [Chair, Secretariat, Role.System];

    /// <summary>An administrator sets up and never leads the floor: whoever does both has both roles.</summary>
    private static readonly Role[] SetUp = [Secretariat, Administrator, Role.System];

    private static readonly FrozenDictionary<Type, FrozenSet<Role>> Commands = new Dictionary<Type, Role[]>
    {
        [typeof(SetUpHearing)] = SetUp,
        [typeof(ChangeHearing)] = SetUp,
        [typeof(ArchiveHearing)] = SetUp,
        [typeof(SetProgramme)] = SetUp,
        [typeof(RegisterParticipants)] = SetUp,
        [typeof(SetSeatPlan)] = SetUp,
        [typeof(MergeParticipants)] = SetUp,
        [typeof(ErasePersonalData)] = SetUp,
        [typeof(CheckIn)] = SetUp,
        [typeof(CheckOut)] = SetUp,
        [typeof(NameScreen)] = SetUp,
        [typeof(TakeSeat)] = [Seat, Role.System],
        [typeof(LeaveSeat)] = [Seat, Role.System],
        [typeof(OpenSegment)] = ChairAndDesk,
        [typeof(SetPhase)] = ChairAndDesk,
        [typeof(RaiseRequest)] = [Chair, Secretariat, Seat, Role.System],
        [typeof(WithdrawRequest)] = [Chair, Secretariat, Seat, Role.System],
        [typeof(DeferRequest)] = ChairAndDesk,
        [typeof(DeclineRequest)] = ChairAndDesk,
        [typeof(PlaceOnDeck)] = ChairAndDesk,
        [typeof(TakeOffDeck)] = ChairAndDesk,
        [typeof(Recognise)] = [Chair, Role.System],
        [typeof(StartClock)] = ChairAndDesk,
        [typeof(PauseClock)] = ChairAndDesk,
        [typeof(ResumeClock)] = ChairAndDesk,
        [typeof(AdjustClock)] = ChairAndDesk,
        [typeof(EndIntervention)] = ChairAndDesk,
        [typeof(CorrectIntervention)] = ChairAndDesk,
        [typeof(CorrectRecord)] = ChairAndDesk,
        [typeof(Undo)] = ChairAndDesk,
        [typeof(SetLimit)] = [Chair, Role.System],
        [typeof(SetRound)] = ChairAndDesk,
        [typeof(NoteQuestion)] = [Chair, Secretariat, Moderator, Role.System],
        [typeof(SettleQuestion)] = [Chair, Secretariat, Moderator, Role.System],
        [typeof(NoteRecommendation)] = [Secretariat, Role.System],
        [typeof(RewordRecommendation)] = [Secretariat, Role.System],
        [typeof(StrikeRecommendation)] = [Secretariat, Role.System],
        [typeof(SetIntake)] = ChairAndDesk,
        [typeof(HandInContribution)] = [Secretariat, Seat, Role.System],
        [typeof(ExpireTime)] = [Role.System],
        [typeof(ShowMessage)] = ChairAndDesk,
        [typeof(ClearMessage)] = ChairAndDesk,
        [typeof(TellPodium)] = ChairAndDesk,
        [typeof(Blackout)] = ChairAndDesk,
        [typeof(Blink)] = ChairAndDesk,
        [typeof(AnnounceResumption)] = ChairAndDesk,
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>Views of staff and of unattended screens. What the hearing publishes needs no role; a seat's view is that seat's.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<Role>> Views = new Dictionary<string, Role[]>
    {
        ["chamber"] = [Administrator, Chair, Secretariat, Moderator, Display, Seat],
        ["queue"] = [Administrator, Chair, Secretariat, Moderator, Display],
        ["podium"] = [Administrator, Chair, Secretariat, Moderator, Display],
        ["seat"] = [Seat],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>In the order in which somebody who has several roles acts.</summary>
    private static readonly FrozenDictionary<Right, Role[]> Rights = new Dictionary<Right, Role[]>
    {
        [Right.OpenChairsConsole] = [Chair],
        [Right.OpenDesk] = [Secretariat],
        [Right.OpenSetUp] = [Secretariat, Administrator],
        [Right.OpenRecord] = [Secretariat, Chair, Moderator, Administrator],
        [Right.ReadLists] = [Chair, Secretariat, Moderator, Administrator],
        [Right.FindOwnName] = [Seat],
        [Right.GiveOutLinks] = [Secretariat, Administrator],
        [Right.OrderScreens] = [Secretariat, Administrator],
        [Right.ManageHearings] = [Secretariat, Administrator],
        [Right.ManageAccounts] = [Administrator],
        [Right.ReadAudit] = [Administrator],
        [Right.RestoreHearings] = [Administrator],
    }.ToFrozenDictionary();

    /// <summary>What anybody may call of the hub; <c>Watch</c> goes by the views, <c>Report</c> by what is watched.</summary>
    private static readonly FrozenSet<string> HubMethods = new[] { "Watch", "Report", "Ping" }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Type> KnownCommands => Commands.Keys;

    public static IEnumerable<string> Audiences => Views.Keys;

    public static bool MayCall(string hubMethod) => HubMethods.Contains(hubMethod);

    public static bool IsAudience(string audience) => Views.ContainsKey(audience);

    public static bool MayWatch(Role role, string audience) => Views.TryGetValue(audience, out var roles) && roles.Contains(role);

    public static bool Allows(Role role, Type command) => Commands.TryGetValue(command, out var roles) && roles.Contains(role);

    public static bool Allows(Role role, Right right) => Rights.TryGetValue(right, out var roles) && roles.Contains(role);

    /// <summary>The grant by which a visitor may watch; null and <paramref name="published"/> false when they may not.</summary>
    public static Grant? ToWatch(IEnumerable<Grant> grants, Hearing hearing, string audience, out bool published)
    {
        published = audience != "seat" && hearing.Details?.PublicViews.Contains(audience) == true;
        return grants.LastOrDefault(g => hearing.Details is { } details && g.Covers(details.ShortName) && MayWatch(g.Role, audience));
    }

    /// <summary>The grant by which a visitor may do something in a hearing, or with <see cref="Grant.Everywhere"/> on the server; null when they may not.</summary>
    public static Grant? To(Right right, IEnumerable<Grant> grants, string hearing)
    {
        foreach (var role in Rights[right])
            if (grants.LastOrDefault(g => g.Covers(hearing) && g.Role == role) is { } grant) return grant;
        return null;
    }
}
