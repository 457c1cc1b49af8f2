using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace FloorManager.Domain.Tests;

/// <summary>
/// Any value of the domain as text, so that two are equal when they hold the same: records compare their immutable arrays and
/// dictionaries by reference only. What has no order is sorted; what follows from the rest is left out.
/// </summary>
internal static class InWords
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Held = [];

    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        IDictionary pairs => $"{{{Sorted(pairs.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(pairs[key])}"))}}}",
        IEnumerable set when set.GetType().Name.Contains("Set", StringComparison.Ordinal) => $"{{{Sorted(set.Cast<object>().Select(Of))}}}",
        IEnumerable missing when IsMissing(missing) => "missing",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Of))}]",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        _ => $"{value.GetType().Name}({string.Join(", ", Properties(value.GetType()).Select(p => $"{p.Name}: {Of(p.GetValue(value))}"))})",
    };

    private static string Sorted(IEnumerable<string> items) => string.Join(", ", items.Order(StringComparer.Ordinal));

    /// <summary>An immutable array that was never made.</summary>
    private static bool IsMissing(IEnumerable items) => items.GetType() is { IsValueType: true } type && type.GetProperty("IsDefault")?.GetValue(items) is true;

    private static PropertyInfo[] Properties(Type type) =>
        Held.GetOrAdd(type, t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)]);
}
