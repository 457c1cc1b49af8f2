using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Screens.Chair;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The chair at the console, on a server of their own.</summary>
public abstract class AtTheChairsConsole : IAsyncLifetime
{
    private protected FloorServer Server { get; } = new();

    private protected Room Here { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Here = await Room.For(Server, Role.Chair);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Here.DisposeAsync();
        await Server.DisposeAsync();
    }

    protected async Task<Hearing> State() => (await Server.Session()).State;

    protected static string Text(IRenderedComponent<ChairPage> page, string selector) => page.Find(selector).TextContent.Trim();

    protected static void Becomes(IRenderedComponent<ChairPage> page, Func<Hearing, bool> met) =>
        page.WaitForAssertion(() =>
        {
            Assert.True(met(page.Instance.Live.State!));
            Assert.Equal($"{page.Instance.Live.State!.Version}", page.Find("floor-clock").GetAttribute("data-version"));
        });
}
