using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FloorManager.Web.Journal.Migrations
{
    /// <inheritdoc />
    public partial class SeatCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "CodeHash",
                table: "credentials",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_credentials_CodeHash",
                table: "credentials",
                column: "CodeHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_credentials_CodeHash",
                table: "credentials");

            migrationBuilder.DropColumn(
                name: "CodeHash",
                table: "credentials");
        }
    }
}
