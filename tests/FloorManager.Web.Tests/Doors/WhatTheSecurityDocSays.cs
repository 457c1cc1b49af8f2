using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace FloorManager.Web.Tests.Doors;

/// <summary>Whoever renames or removes a test that proves a line of <c>docs/security.md</c> hears of it here.</summary>
public sealed partial class WhatTheSecurityDocSays
{
    /// <summary>The lines of all tables that have a column for proof, cell by cell.</summary>
    private static readonly string[][] Lines = [.. Read()];

    /// <summary>Classes of this project by name, with their tests.</summary>
    private static readonly ILookup<string, string> Here = typeof(WhatTheSecurityDocSays).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttributes().Any(a => a is FactAttribute)).Select(m => (t.Name, Test: m.Name)))
        .ToLookup(t => t.Name, t => t.Test, StringComparer.Ordinal);

    /// <summary>The other projects are no libraries: their tests are looked for where they are written.</summary>
    private static readonly ILookup<string, string> Elsewhere = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "elsewhere"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(m => (Name: Path.GetFileNameWithoutExtension(file), Test: m.Groups[1].Value)))
        .ToLookup(t => t.Name, t => t.Test, StringComparer.Ordinal);

    private static IEnumerable<string[]> Read()
    {
        var proves = false;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "security.md")))
        {
            if (!line.StartsWith('|')) proves = false;
            else if (line.EndsWith("| Proof |", StringComparison.Ordinal)) proves = true;
            else if (proves && !line.StartsWith("|---", StringComparison.Ordinal)) yield return line.Trim('|', ' ').Split(" | ");
        }
    }

    [Fact]
    public void Every_test_that_it_names_exists()
    {
        var named = Lines.SelectMany(cells => Code().Matches(cells[^1]).Select(m => m.Groups[1].Value)).ToArray();
        Assert.InRange(named.Length, 150, int.MaxValue);
        Assert.Empty(named.Where(name => !Exists(name)));
    }

    [Fact]
    public void Every_line_names_its_tests_or_says_that_there_is_none() =>
        Assert.Empty(Lines.Where(cells => cells.Length != 4 || (cells[3] != "none" && Code().Replace(cells[3], "").Replace(", ", "", StringComparison.Ordinal).Length > 0)).Select(cells => string.Join(" | ", cells)));

    private static bool Exists(string name) => name.Split('.', 2) is [var type, .. var test]
        && new[] { Here[type], Elsewhere[type] }.Any(tests => test is [var one] ? tests.Contains(one) : tests.Any());

    [GeneratedRegex("`([^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    /// <summary>A fact or a theory, whatever stands between it and its name, and the name.</summary>
    [GeneratedRegex(@"\[(?:Fact|Theory)\b.*?\bpublic (?:async )?(?:void|Task) (\w+)\(", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Test();
}
