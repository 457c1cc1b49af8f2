namespace FloorManager.Web;

/// <summary>Where the database and the keys lie: <c>--data DIR</c>, or <c>FloorManager__Data</c>, or a folder of the user's, never the source tree.</summary>
public static class DataFolder
{
    public static string Choose(IConfiguration configuration)
    {
        var folder = configuration["data"] ?? configuration["FloorManager:Data"] ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "FloorManager");
        // The keys that sign cookies lie here too: a new folder is its owner's alone.
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    public static void ListenByDefault(WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["Kestrel:Endpoints"] is null)
            builder.WebHost.UseUrls("http://localhost:5080");
    }
}
