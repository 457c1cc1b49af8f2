using FloorManager.Web.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FloorManager.Web.Tests.Journals;

/// <summary>
/// Two things that EF Core generates follow from <see cref="JournalDbContext"/>: the migrations, and the compiled model that spares every start a
/// quarter of a second. Both are made by hand when the context changes, and neither is compared with it at a start.
/// </summary>
public sealed class KeepingTheModelsInStep : IAsyncLifetime
{
    private readonly ServiceProvider _services = new ServiceCollection().AddJournal(Path.GetTempPath()).BuildServiceProvider();
    private JournalDbContext _db = null!;

    public async ValueTask InitializeAsync() => _db = await _services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public void The_migrations_lead_to_the_model() =>
        Assert.False(_db.Database.HasPendingModelChanges(), "in src/FloorManager.Web: dotnet ef migrations add NAME --output-dir Journal/Migrations");

    [Fact]
    public void The_compiled_model_is_the_model()
    {
        Assert.IsType<Web.Journal.Model.JournalDbContextModel>(_db.Model, exactMatch: true);
        // Built from the context by its conventions, as it would be without a compiled one.
        var built = _db.GetService<IDesignTimeModel>().Model;
        Assert.True(
            Described(built) == Described(_db.Model),
            "in src/FloorManager.Web: dotnet ef dbcontext optimize --output-dir Journal/Model --namespace FloorManager.Web.Journal.Model\n" + Described(built) + "\n" + Described(_db.Model));
    }

    private static string Described(IModel model) =>
        model.ToDebugString(MetadataDebugStringOptions.ShortDefault) + "\n" + model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.ShortDefault);
}
