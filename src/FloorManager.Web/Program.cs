using FloorManager.Web;
using FloorManager.Web.Access;
using FloorManager.Web.Api;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using FloorManager.Web.Push;
using FloorManager.Web.Rehearsing;
using FloorManager.Web.Resources;
using FloorManager.Web.Screens;
using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor.Services;

var (command, options) = CommandLine.Split(args);
if (CommandLine.Answer(command, options) is { } answered) return answered;
if (command == "health") return await HealthCommand.Run(options);
var builder = WebApplication.CreateBuilder(CommandLine.FromAnywhere(options));
if (command is not null) builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Logging.AddQuietLogs();
if (Listening.At(builder) is not { } listening) return 2;
if (!Surroundings.Know(builder)) return 2;
if (DataFolder.Choose(builder.Configuration) is not { } data) return 1;
if (command is "administrator" or "rehearse" or "verify" or "archive" && !DataFolder.HasDatabase(data)) return 2;
builder.WebHost.UseStaticWebAssets().ConfigureKestrel(kestrel =>
{
    kestrel.Limits.MaxRequestBodySize = Limits.LargestBody;
    kestrel.AddServerHeader = false;
});

builder.Services.AddLocalization().AddSingleton<Sentences>().Configure<RequestLocalizationOptions>(Languages.Configure);
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<SteadyClock>();
builder.Services.AddSingleton(_ => new OneServer(data));
builder.Services.AddJournal(data).AddSignIn(data, builder.Configuration).AddLimits();
builder.Services.AddSingleton<SecurityLog>().AddSingleton<Hearings>().AddSingleton<Rehearsals>().AddSingleton<AuditTrail>().AddSingleton<RecordTrail>().AddSingleton<Archives>().AddScoped<LiveSession>().AddScoped<CircuitHandler, CircuitLine>().AddHostedService<Timekeeper>();
builder.Services.AddFloorHub();
builder.Services.ConfigureHttpJsonOptions(o => HearingJson.Configure(o.SerializerOptions));
builder.Services.AddDescription().AddProblemDetails();
builder.Services.AddHealthChecks().AddCheck<JournalHealth>("journal", tags: ["ready"]);
builder.Services.AddMudServices();
builder.Services.AddCascadingAuthenticationState();
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub =>
{
    hub.KeepAliveInterval = TimeSpan.FromSeconds(2);
    // A contribution of the greatest length that the desk enters, whatever its script.
    hub.MaximumReceiveMessageSize = 64 * 1024;
});

var app = builder.Build();
if (command is null && !app.Services.GetRequiredService<OneServer>().Takes()) return 1;
if (ArchiveCommands.Named(command) is { } archives) return await Startup.PrepareJournal(app, data) ? await archives(app.Services, app.Configuration) : 1;
if (!await Startup.Prepare(app, data)) return 1;
if (command == "token") return await TokenCommand.Run(app.Services, app.Configuration);
if (command == "administrator") return await TokenCommand.Administrator(app.Services);
if (command == "rehearse") return await RehearseCommand.UntilStopped(app.Services, app.Configuration);

app.UseForwardedHeaders();
app.UseMiddleware<SecurityHeaders>();
app.UseExceptionHandler(Errors.Answer);
app.UseWhen(Errors.IsPage, pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
app.UseRouting();
app.UseMiddleware<RequestLines>();
app.UseRequestLocalization();
app.UseWhen(Languages.IsForSeats, Languages.ForSeats);
app.Use(Languages.Remember);
app.UseWhen(Errors.IsApi, api => api.UseStatusCodePages(Errors.Explain));
app.UseWhen(Errors.IsForm, forms => forms.UseStatusCodePages(Errors.ExplainForm));
app.UseMiddleware<OriginCheck>();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();

// Each says who may come in; those that are open look at the grants themselves.
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapSignIn();
app.MapNamedScreens();
app.MapFloorApi();
app.MapOpenApi().AllowAnonymous();
app.MapFloorHub();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null).AllowAnonymous().Add(Limits.OfCircuits);

if (!await listening.Begin(app)) return 1;
await Startup.PrintLinks(app);
await app.WaitForShutdownAsync();
return 0;

/// <summary>The entry point, named so that tests can start the program.</summary>
public partial class Program;
