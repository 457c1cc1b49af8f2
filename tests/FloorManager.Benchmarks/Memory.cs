namespace FloorManager.Benchmarks;

/// <summary>Managed memory of the server for each screen that watches; the screens themselves are another process.</summary>
internal static class Memory
{
    private const int Clients = 1_000;

    public static async IAsyncEnumerable<Row> Measure()
    {
        await using var house = new House();
        var hub = new Uri(house.Address, "/hubs/floor");
        // The first ones bring what is there once, whatever the number.
        using var few = await Crowd.Connect(hub, 50, Crowd.WatchTheChamber);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var screens = await Crowd.Connect(hub, Clients, Crowd.WatchTheChamber);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        yield return Row.Known("managed memory of the server a hub client", (after - before) / 1024.0 / Clients, "kB");
    }
}
