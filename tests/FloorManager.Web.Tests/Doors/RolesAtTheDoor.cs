using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FloorManager.Web.Tests.Doors;

public sealed class RolesAtTheDoor : IDisposable
{
    private readonly FloorServer _server = new();

    public static TheoryData<string> Commands => [.. typeof(HearingCommand).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(HearingCommand))).Select(t => t.Name)];

    public void Dispose() => _server.Dispose();

    private static Type Find(string command) => typeof(HearingCommand).GetNestedType(command)!;

    /// <summary>Written out apart from the table, so that a slip there is seen here.</summary>
    private static bool Expected(Role role, string command) => role switch
    {
        Role.System => true,
        Role.Administrator => command is "SetUpHearing" or "ChangeHearing" or "ArchiveHearing" or "SetProgramme" or "RegisterParticipants" or "MergeParticipants" or "ErasePersonalData" or "NameScreen" or "CheckIn" or "CheckOut" or "SetSeatPlan",
        Role.Chair => command is not ("SetUpHearing" or "ChangeHearing" or "ArchiveHearing" or "SetProgramme" or "RegisterParticipants" or "MergeParticipants" or "ErasePersonalData" or "NameScreen" or "CheckIn" or "CheckOut" or "SetSeatPlan" or "TakeSeat" or "LeaveSeat" or "NoteRecommendation" or "RewordRecommendation" or "StrikeRecommendation" or "HandInContribution" or "ExpireTime"),
        Role.Secretariat => command is not ("Recognise" or "SetLimit" or "TakeSeat" or "LeaveSeat" or "ExpireTime"),
        Role.Moderator => command is "NoteQuestion" or "SettleQuestion",
        Role.Seat => command is "RaiseRequest" or "WithdrawRequest" or "TakeSeat" or "LeaveSeat" or "HandInContribution",
        _ => false,
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_role_may_submit_what_the_table_says_and_nothing_else(string command)
    {
        foreach (var role in Enum.GetValues<Role>()) Assert.Equal(Expected(role, command), Permissions.Allows(role, Find(command)));
    }

    [Fact]
    public async Task A_grant_for_one_hearing_opens_no_other()
    {
        await _server.Session();
        var elsewhere = Grant.System("elsewhere");
        Assert.IsType<Answer.Denied>(await _server.Hearings.Submit(FloorServer.Sample, elsewhere, new(Guid.NewGuid()), new HearingCommand.Blackout()));
    }

    [Fact]
    public async Task The_servers_secretariat_sets_hearings_up_and_the_secretariat_of_one_hearing_does_not()
    {
        await _server.Session();
        var command = new HearingCommand.SetUpHearing(HearingDetails.Named("water-2026", "Hearing on water"));
        var one = await Secretariat(FloorServer.Sample);
        Assert.IsType<Answer.Denied>(await _server.Hearings.Submit("water-2026", one, new(Guid.NewGuid()), command));
        Assert.Null(await _server.Hearings.Find("water-2026", TestContext.Current.CancellationToken));
        var all = await Secretariat(Grant.Everywhere);
        Assert.IsType<Answer.Done>(await _server.Hearings.Submit("water-2026", all, new(Guid.NewGuid()), command));
        Assert.IsType<Answer.Done>(await _server.Hearings.Submit(FloorServer.Sample, all, new(Guid.NewGuid()), new HearingCommand.Blackout()));
    }

    [Fact]
    public async Task A_hearing_whose_setting_up_was_refused_is_not_there()
    {
        await _server.Session();
        var command = new HearingCommand.SetUpHearing(HearingDetails.Named("water-2026", ""));
        Assert.IsType<Answer.Refused>(await _server.Hearings.Submit("water-2026", await Secretariat(Grant.Everywhere), new(Guid.NewGuid()), command));
        Assert.Null(await _server.Hearings.Find("water-2026", TestContext.Current.CancellationToken));
        Assert.Equal([FloorServer.Sample], _server.Hearings.All.Select(h => h.Name));
    }

    private async Task<Grant> Secretariat(string hearing)
    {
        var credentials = _server.Services.GetRequiredService<Credentials>();
        return (await credentials.Find(await credentials.Issue(hearing, Role.Secretariat)))!;
    }

    [Fact]
    public async Task A_grant_whose_credential_nobody_issued_is_refused()
    {
        await _server.Session();
        var forged = new Grant(Guid.NewGuid(), FloorServer.Sample, Role.Chair);
        Assert.IsType<Answer.Denied>(await _server.Hearings.Submit(FloorServer.Sample, forged, new(Guid.NewGuid()), new HearingCommand.Blackout()));
    }

    [Fact]
    public async Task A_secret_is_stored_as_its_hash_alone()
    {
        await _server.Session();
        var secret = await _server.Token(Role.Chair);
        foreach (var file in Directory.GetFiles(_server.Data, "floormanager.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)));
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(secret)));
        }
    }
}
