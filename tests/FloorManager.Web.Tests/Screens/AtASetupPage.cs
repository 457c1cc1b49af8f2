using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Screens.Shared;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The secretariat has one of the pages open on which the sample hearing is set up.</summary>
public abstract class AtASetupPage<TPage> : IAsyncLifetime where TPage : LivePage
{
    protected FloorServer Server { get; } = new();

    private protected Room Here { get; private set; } = null!;

    protected IRenderedComponent<TPage> Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Here = await Room.For(Server, Role.Secretariat);
        Page = Here.Open<TPage>();
    }

    public async ValueTask DisposeAsync()
    {
        await Here.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<Hearing> State() => (await Server.Session()).State;

    protected Task Tap(string selector, int nth = 0) => Room.Tap(Page, () => Page.FindAll(selector)[nth]);
}
