using FloorManager.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Journal;

/// <summary>
/// The journal, one row an accepted command, and beside it the credentials and the accounts of the staff. Instants are whole milliseconds since 1970 UTC: SQLite has no type
/// for them, and an integer sorts.
/// </summary>
public sealed class JournalDbContext(DbContextOptions<JournalDbContext> options) : DbContext(options)
{
    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<CredentialRow> Credentials => Set<CredentialRow>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<EntryRow>(entry =>
        {
            entry.ToTable("entries");
            entry.HasKey(e => new { e.Hearing, e.Version });
            entry.HasIndex(e => new { e.Hearing, e.CommandId }).IsUnique();
        });
        model.Entity<CredentialRow>(credential =>
        {
            credential.ToTable("credentials");
            credential.HasKey(c => c.Id);
            credential.HasIndex(c => c.Hash).IsUnique();
            credential.HasIndex(c => c.CodeHash).IsUnique();
            // Whoever has a role has it once.
            credential.HasIndex(c => new { c.Account, c.Hearing, c.Role }).IsUnique();
        });
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            // Nobody is written to and nobody is called.
            foreach (var unused in new[] { nameof(Account.Email), nameof(Account.NormalizedEmail), nameof(Account.EmailConfirmed), nameof(Account.PhoneNumber), nameof(Account.PhoneNumberConfirmed), nameof(Account.TwoFactorEnabled) }) account.Ignore(unused);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("account_logins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.HasIndex(l => l.UserId);
        });
        model.Entity<InvitationRow>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasKey(i => i.Account);
            invitation.HasIndex(i => i.Hash).IsUnique();
        });
        model.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions");
            session.HasKey(s => s.Id);
            session.HasIndex(s => s.Account);
        });
        model.Entity<ProbeRow>(probe =>
        {
            probe.ToTable("probe");
            probe.Property(p => p.Id).HasColumnName("id").ValueGeneratedNever();
            probe.Property(p => p.Filling).HasColumnName("filling");
        });
    }
}

/// <summary>A journal entry as stored. <c>(Hearing, Version)</c> is the key that lets only one writer append at a version.</summary>
public sealed record EntryRow
{
    public required string Hearing { get; init; }

    public required long Version { get; init; }

    public required Guid CommandId { get; init; }

    public required long AtUnixMs { get; init; }

    public required string Role { get; init; }

    public required string Actor { get; init; }

    public string? Seat { get; init; }

    /// <summary>By which door it came; null in entries from before this was kept.</summary>
    public string? Origin { get; init; }

    /// <summary>Id of the credential it was done by; null for the system and in entries from before this was kept.</summary>
    public Guid? Credential { get; init; }

    /// <summary>JSON: an array of <c>{"event": name, …}</c> in the order they happened.</summary>
    public required string Events { get; init; }

    /// <summary>32 random bytes that the hash covers. An erasure draws new ones for what it rewrites, so that no old hash lets anybody try names against it.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>Of an erasure: the hash of the entry before it as it was until then. Null for every other entry.</summary>
    public byte[]? HeadBefore { get; set; }

    /// <summary>The entry is older than the chain, and its hash is of the day of the upgrade.</summary>
    public bool ChainedLater { get; set; }

    /// <summary>SHA-256 over the hash of the entry before and all that stands here, as <see cref="EntryChain"/> says; null where the program that wrote it knew of no chain.</summary>
    public byte[]? Hash { get; set; }
}

/// <summary>Written and removed at once by the readiness check; the table is always empty.</summary>
public sealed class ProbeRow
{
    public required int Id { get; init; }

    public required byte[] Filling { get; init; }
}
