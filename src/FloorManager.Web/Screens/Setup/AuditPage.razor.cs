using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace FloorManager.Web.Screens.Setup;

public sealed partial class AuditPage
{
    private ElementReference _heading;
    private Role? _role;
    private Origin? _origin;
    private string _kind = "", _text = "";
    private DateTime? _from, _to;
    private long? _beyond;
    private IReadOnlyList<AuditLine>? _lines;

    [Inject]
    public required AuditTrail Audit { get; init; }

    protected override Right Opens => Right.ReadAudit;

    private Hearing State => Live.State!;

    /// <summary>What is shown was true when somebody looked; it does not move under them while the hearing goes on.</summary>
    protected override void Look(Hearing state, DateTimeOffset now)
    {
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (Found == Finding.Here) await Load(null);
    }

    private AuditFilter Filter => new(_role, _origin, _kind, Instant(_from), Instant(_to), _text.Trim());

    /// <summary>What somebody typed is by the clock on the chamber's wall; an hour that the clock skipped is the one after it.</summary>
    private DateTimeOffset? Instant(DateTime? wall)
    {
        if (wall is not { } typed || !TimeZoneInfo.TryFindSystemTimeZoneById(State.Details!.TimeZone, out var zone)) return null;
        return new DateTimeOffset(DateTime.SpecifyKind(typed, DateTimeKind.Unspecified), zone.GetUtcOffset(typed)).ToUniversalTime();
    }

    /// <param name="beyond">Entries before this version; null for the newest.</param>
    private async Task Show(long? beyond)
    {
        await Load(beyond);
        await _heading.FocusAsync();
    }

    private async Task Load(long? beyond) => (_lines, _beyond) = (await Audit.Page(Live.Grant!, Hearing, Filter, beyond), beyond);

    private string Export(string kind)
    {
        var filter = Filter;
        return QueryHelpers.AddQueryString($"/api/v1/hearings/{Hearing}/audit.{kind}", new Dictionary<string, string?>
        {
            ["role"] = filter.Role?.ToString(),
            ["origin"] = filter.Origin?.ToString(),
            ["kind"] = filter.Kind is { Length: > 0 } happened ? happened : null,
            ["from"] = filter.From?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["to"] = filter.To?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["text"] = filter.Text is { Length: > 0 } text ? text : null,
        });
    }
}
