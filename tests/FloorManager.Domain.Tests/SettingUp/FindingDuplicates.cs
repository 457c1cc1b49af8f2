using FloorManager.Domain.Participants;
using Xunit;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class FindingDuplicates
{
    private static Participant Named(string id, string name, string delegation = "Network", bool admitted = true) =>
        Dana with { Id = new(id), FullName = name, Delegation = delegation, Seat = null, Admitted = admitted };

    private static (string One, string Other, bool Same)[] Found(params Participant[] register) =>
        [.. LikelyDuplicates.Among(register).Select(d => (d.One.Id.Value, d.Other.Id.Value, d.SameDelegation))];

    [Theory]
    [InlineData("José García", "JOSE GARCIA")]
    [InlineData("García, José", "José García")]
    [InlineData("Jean-Luc O’Neil", "jean luc o'neil")]
    [InlineData("Łukasz Ørsted", "Lukasz Orsted")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Ngũgĩ", "Ngu\u0303gi\u0303")]
    [InlineData("مُحَمَّد علي", "محمد علي")]
    [InlineData("王小明", "王小明")]
    public void One_name_written_in_two_ways_is_pointed_out(string one, string other) => Assert.Equal([("1", "2", true)], Found(Named("1", one), Named("2", other)));

    [Theory]
    [InlineData("José García", "José Garcia Ruiz")]
    [InlineData("王小明", "王小名")]
    [InlineData("राम", "रम")]
    [InlineData("…", "–")]
    public void Different_names_are_not(string one, string other) => Assert.Empty(Found(Named("1", one), Named("2", other)));

    [Fact]
    public void The_delegation_counts_however_it_is_written_and_another_one_makes_it_less_likely() => Assert.Equal(
        [("1", "2", true), ("1", "3", false)],
        Found(Named("3", "Ana", "Another"), Named("1", "Ana", "Côte d'Ivoire"), Named("2", "Ana", "COTE D’IVOIRE")));

    [Fact]
    public void Whoever_is_admitted_is_likelier_to_stay() => Assert.Equal([("2", "1", true)], Found(Named("1", "Ana", admitted: false), Named("2", "Ana")));

    [Fact]
    public void Of_many_each_is_shown_once() => Assert.Equal([("1", "2", true), ("1", "3", true)], Found(Named("1", "Ana"), Named("3", "Ana"), Named("2", "Ana")));

    /// <summary>Each beside every other would be twelve million pairs.</summary>
    [Fact]
    public void Five_thousand_of_one_name_are_five_thousand_pairs_at_most()
    {
        var register = Enumerable.Range(1, 5_000).Select(n => Named($"{n}", "Ana", $"Delegation {n / 2}")).ToArray();
        Assert.Equal(4_999, LikelyDuplicates.Among(register).Length);
    }
}
