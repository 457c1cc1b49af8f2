using ArchUnitNET.Loader;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Journal;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FloorManager.Web.Tests;

public sealed class ArchitectureOfTheHouse
{
    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(typeof(Hearing).Assembly, typeof(JournalDbContext).Assembly).Build();

    [Fact]
    public void The_domain_knows_the_base_library_only()
    {
        var known = typeof(Hearing).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToArray();
        Assert.All(known, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.DoesNotContain(known, name => name.StartsWith("System.Text.Json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Screens", "Journal")]
    [InlineData("Push", "Journal.HearingJournal")]
    [InlineData("Api", "Journal.JournalDbContext")]
    [InlineData("Live", "Screens")]
    [InlineData("Live", "Push")]
    [InlineData("Live", "Api")]
    [InlineData("Journal", "Live.HearingSession")]
    [InlineData("Exports", "Live")]
    [InlineData("Exports", "Api")]
    [InlineData("Exports", "Screens")]
    public void Rooms_open_in_one_direction(string room, string closed)
    {
        var rule = Types().That().ResideInNamespaceMatching($@"^FloorManager\.Web\.{room}(\.|$)")
            .Should().NotDependOnAny(Types().That().HaveFullNameMatching($@"^FloorManager\.Web\.{closed.Replace(".", @"\.", StringComparison.Ordinal)}(\.|$)"));
        Assert.Empty(rule.Evaluate(House).Where(r => !r.Passed).Select(r => r.Description));
    }
}
