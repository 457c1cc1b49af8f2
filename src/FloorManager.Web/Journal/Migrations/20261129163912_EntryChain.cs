using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FloorManager.Web.Journal.Migrations
{
    /// <inheritdoc />
    public partial class EntryChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ChainedLater",
                table: "entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "Hash",
                table: "entries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "HeadBefore",
                table: "entries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Salt",
                table: "entries",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChainedLater",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "HeadBefore",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "Salt",
                table: "entries");
        }
    }
}
