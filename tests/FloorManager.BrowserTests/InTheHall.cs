using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace FloorManager.BrowserTests;

/// <summary>The program on a port of its own, its sample hearing in the exchange of its first panel, and people who come with browsers.</summary>
/// <param name="timeStands">The time of server and pages stands still and is moved by the test; else it is the machine's.</param>
public abstract class InTheHall(Chromium chromium, bool timeStands = true) : IAsyncLifetime
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly List<Visitor> _visitors = [];
    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-browser-").FullName;

    protected FloorServer Server { get; private set; } = null!;

    protected Uri Address { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Start(port: 0);
        await Staff(Role.Chair, "open-segment", new { segmentId = "panel-1" });
        await Staff(Role.Chair, "set-phase", new { phase = "InteractiveExchange" });
    }

    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    private void Start(int port)
    {
        Server = new(_data, keepData: true, timeStands ? null : TimeProvider.System) { Settings = Settings };
        Address = Server.Listen(port);
    }

    protected ValueTask StopTheServer() => Server.DisposeAsync();

    /// <summary>With the same data on the same port, as after a crash.</summary>
    protected void StartItAgain() => Start(Address.Port);

    protected async Task<Visitor> Visit(BrowserNewContextOptions? options = null)
    {
        var visitor = await Visitor.Come(chromium, Address, timeStands, options);
        _visitors.Add(visitor);
        return visitor;
    }

    protected async Task<IPage> Open(string path, BrowserNewContextOptions? options = null)
    {
        var page = (await Visit(options)).Page;
        await page.GotoAsync(path);
        return page;
    }

    protected Task<IPage> Chamber(BrowserNewContextOptions? options = null) => Open($"/{FloorServer.Sample}/screen", options);

    /// <summary>Comes in by the link that stands on the desk.</summary>
    protected async Task<IPage> Seat(SeatLabel label, BrowserNewContextOptions? options = null)
    {
        var page = await Open($"/enter#{await Server.Token(Role.Seat, label)}", options);
        await page.WaitForURLAsync("**/seat");
        return page;
    }

    /// <summary>Comes in by the link of the role, which leads to its console.</summary>
    protected async Task<IPage> Console(Role role, BrowserNewContextOptions? options = null)
    {
        var page = await Open($"/enter#{await Server.Token(role)}", options);
        await page.WaitForURLAsync(role == Role.Chair ? "**/chair" : "**/desk");
        await Assertions.Expect(page.Locator(".pool")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>The chair or the desk acts.</summary>
    protected async Task Staff(Role role, string type, object? fields = null)
    {
        var answer = await FloorServer.Post(await Server.Client(role), type, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{type}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>The sample takes no points of order; from now on its panels do.</summary>
    protected async Task TakePointsOfOrder()
    {
        var meetings = (await Server.Session()).State.Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s.IsPanel ? s with { Rules = FloorRules.Default } : s)] });
        Assert.IsType<Answer.Done>(await Server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new HearingCommand.SetProgramme([.. meetings])));
    }

    protected async Task<Participant> HolderOf(SeatLabel label)
    {
        var state = (await Server.Session()).State;
        return state.Participants[state.SeatHolders[label]];
    }

    protected async Task<FloorRequest> RequestOf(SeatLabel label)
    {
        var (state, holder) = ((await Server.Session()).State, await HolderOf(label));
        return Assert.Single(state.Requests.Values, r => r.Participant == holder.Id && r.MayBeCalled);
    }

    /// <summary>Lets time pass for everyone. The pages first: a view that the server makes afterwards must not come from their future.</summary>
    protected async Task Pass(TimeSpan time)
    {
        foreach (var visitor in _visitors) await visitor.MoveTheClock(time);
        Server.Time.Advance(time);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            foreach (var visitor in _visitors) await visitor.DisposeAsync();
        }
        finally
        {
            await Server.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }
    }

    /// <summary>Lays out what the record leaves until somebody comes near it, so that what is too wide in it widens the page.</summary>
    protected static Task LayOut(IPage page) => page.EvaluateAsync("() => document.querySelectorAll('.card.record').forEach((card) => { card.style.contentVisibility = 'visible'; })");

    /// <summary>What a program can find of WCAG 2.2 AA on a page as it is now.</summary>
    protected static async Task HasNoFault(IPage page)
    {
        var found = await page.RunAxe(Rules);
        Assert.NotEmpty(found.Passes);
        Assert.True(found.Violations.Length == 0, string.Join(Environment.NewLine, found.Violations.Select(v => $"{v.Id}: {v.Help} – {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
