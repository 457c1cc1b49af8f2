using FloorManager.Web.Journal;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FloorManager.Web.Api;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve – the journal takes writes and the program is not stopping.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}

public sealed class JournalHealth(HearingJournal journal, IHostApplicationLifetime life) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        life.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("stopping")
        : await journal.TakesWrites(cancellationToken) ? HealthCheckResult.Healthy()
        : HealthCheckResult.Unhealthy("the journal cannot be written");
}
