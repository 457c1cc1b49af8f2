using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Imports;
using Microsoft.JSInterop;

namespace FloorManager.Web.Screens.Setup;

/// <summary>
/// What somebody chose for files with these headings, kept in their browser: it is known again for the next export of the same system, in whatever
/// hearing, and nobody else's choice depends on it. That everybody is admitted is said anew for each file.
/// </summary>
internal sealed class ColumnMemory(IJSRuntime browser)
{
    /// <summary>Null where nothing is kept, or what is kept does not fit.</summary>
    public async Task<ParticipantMapping?> Recall(ImmutableArray<string> headings, Hearing hearing)
    {
        try
        {
            var kept = await browser.InvokeAsync<string?>("localStorage.getItem", Key(headings));
            if (kept is null || JsonSerializer.Deserialize<Kept>(kept) is not { Columns: { } columns } choice) return null;
            var sound = columns.Where(c => ParticipantMapping.Fields.Contains(c.Key) && c.Value >= 0 && c.Value < headings.Length);
            var category = hearing.Details?.Categories.Any(c => c.Code == choice.Category) == true ? choice.Category : null;
            return new(sound.ToImmutableDictionary(StringComparer.Ordinal), category);
        }
        catch (Exception e) when (e is JSException or JsonException)
        {
            return null;
        }
    }

    public async Task Keep(ImmutableArray<string> headings, ParticipantMapping mapping)
    {
        try
        {
            await browser.InvokeVoidAsync("localStorage.setItem", Key(headings), JsonSerializer.Serialize(new Kept(new(mapping.Columns), mapping.CategoryForAll)));
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException)
        {
            // The browser keeps nothing: it is chosen again next time.
        }
    }

    private static string Key(ImmutableArray<string> headings) =>
        $"floor-columns-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headings))).AsSpan(0, 8))}";

    private sealed record Kept(Dictionary<string, int> Columns, string? Category);
}
