using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FloorManager.Web.Journal.Migrations
{
    /// <inheritdoc />
    public partial class WhereFromAndForWhom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Label",
                table: "credentials",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Origin",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "Label",
                table: "credentials");
        }
    }
}
