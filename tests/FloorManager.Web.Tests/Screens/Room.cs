using AngleSharp.Dom;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Push;
using FloorManager.Web.Resources;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

/// <summary>A console as its person has it, on the whole program behind it: what a tap does is read from the hearing's state.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly BunitContext _browser = new();

    private Room(FloorServer server, Grant? by)
    {
        Server = server;
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        var services = server.Services;
        _browser.Services.AddMudServices();
        _browser.Services.AddSingleton(services.GetRequiredService<Hearings>());
        _browser.Services.AddSingleton(services.GetRequiredService<SteadyClock>());
        _browser.Services.AddSingleton(services.GetRequiredService<Sentences>());
        _browser.Services.AddSingleton<IStringLocalizer<ScreenTexts>>(new KnownTexts(services.GetRequiredService<IStringLocalizer<ScreenTexts>>()));
        _browser.Services.AddSingleton(services.GetRequiredService<IStringLocalizer<ImportTexts>>());
        _browser.Services.AddSingleton(services.GetRequiredService<IStringLocalizer<AccountTexts>>());
        _browser.Services.AddSingleton<AuthenticationStateProvider>(new Visitor(by));
        _browser.Services.AddSingleton(server.Services.GetRequiredService<Credentials>());
        _browser.Services.AddSingleton(services.GetRequiredService<RoomScreens>());
        _browser.Services.AddSingleton(services.GetRequiredService<Revocations>());
        _browser.Services.AddSingleton(services.GetRequiredService<AuditTrail>());
        _browser.Services.AddSingleton(services.GetRequiredService<RecordTrail>());
        _browser.Services.AddSingleton(services.GetRequiredService<Archives>());
        _browser.Services.AddScoped<LiveSession>();
        _browser.Render<MudPopoverProvider>();
    }

    public FloorServer Server { get; }

    public static async Task<Room> For(FloorServer server, Role? role, string hearing = FloorServer.Sample)
    {
        await server.Session();
        var credentials = server.Services.GetRequiredService<Credentials>();
        var by = role is { } known ? await credentials.Find(await credentials.Issue(hearing, known)) : null;
        return new Room(server, by);
    }

    /// <summary>Of somebody who is signed in by name.</summary>
    public static async Task<Room> Of(FloorServer server, Grant by)
    {
        await server.Session();
        return new Room(server, by);
    }

    public IRenderedComponent<T> Open<T>(string hearing = FloorServer.Sample) where T : LivePage
    {
        var page = _browser.Render<T>(p => p.Add(c => c.Hearing, hearing));
        page.WaitForAssertion(() => Assert.NotEqual(Finding.Looking, page.Instance.Found));
        return page;
    }

    /// <summary>A page that follows no hearing.</summary>
    public IRenderedComponent<T> Render<T>() where T : IComponent => _browser.Render<T>();

    /// <summary>Where the last page has led to.</summary>
    public string Address => _browser.Services.GetRequiredService<NavigationManager>().Uri;

    /// <summary>Comes by a link.</summary>
    public void Follow(string address) => _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    /// <summary>Finds and taps in one go: the page may be drawn again at any time, and what was found before is no longer there then.</summary>
    public static Task Tap<T>(IRenderedComponent<T> page, Func<IElement> find) where T : LivePage =>
        page.InvokeAsync(() => find().ClickAsync(new MouseEventArgs()));

    /// <summary>Somebody else acts meanwhile.</summary>
    public async Task<Hearing> Do(params HearingCommand[] commands)
    {
        foreach (var command in commands)
            Assert.IsType<Answer.Done>(await Server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), command));
        return (await Server.Session()).State;
    }

    /// <summary>The sample takes no points of order; from now on its panels do.</summary>
    public async Task TakePointsOfOrder()
    {
        var meetings = (await Server.Session()).State.Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s.IsPanel ? s with { Rules = FloorRules.Default } : s)] });
        await Do(new HearingCommand.SetProgramme([.. meetings]));
    }

    /// <summary>Goes to another page; the circuit stays.</summary>
    public Task Leave() => _browser.DisposeComponentsAsync();

    public async ValueTask DisposeAsync() => await _browser.DisposeAsync();

    private sealed class Visitor(Grant? by) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(by is { Session: not null } ? new(Grant.Identity([by], "test")) : Grant.Principal(by is null ? [] : [by], "test")));
    }

    /// <summary>A text that is missing is shown by its key, and nobody would notice: here it is a fault.</summary>
    private sealed class KnownTexts(IStringLocalizer<ScreenTexts> texts) : IStringLocalizer<ScreenTexts>
    {
        public LocalizedString this[string name] => Known(texts[name]);

        public LocalizedString this[string name, params object[] arguments] => Known(texts[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);

        private static LocalizedString Known(LocalizedString text) =>
            text.ResourceNotFound ? throw new InvalidOperationException($"No text “{text.Name}”.") : text;
    }
}
