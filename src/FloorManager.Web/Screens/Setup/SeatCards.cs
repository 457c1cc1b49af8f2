using System.Globalization;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using QRCoder;

namespace FloorManager.Web.Screens.Setup;

/// <summary>A card for a desk: whose seat it is, the sign-in link as a QR code, and the code for who has no camera. The secrets are nowhere else.</summary>
/// <param name="Code">As it is printed.</param>
/// <param name="Path">The dark squares as the path of an SVG, one unit each.</param>
/// <param name="Side">Units along a side, the quiet zone included.</param>
public sealed record SeatCard(SeatLabel Seat, string Name, string Delegation, string Link, string Code, string Path, int Side)
{
    public static SeatCard Of(Hearing hearing, SeatKey key, string link)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var holder = hearing.HolderOf(key.Seat);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            // A run of dark squares is one piece: five hundred cards are sent at once.
            for (var x = 0; x < row.Length; x++)
            {
                if (!row[x]) continue;
                var from = x;
                while (x + 1 < row.Length && row[x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }

        return new(key.Seat, holder is null ? "" : Shared.ScreenWords.Called(holder.Style, holder.FullName), holder?.Delegation ?? "", link, SeatCode.Printed(key.Code), path.ToString(), code.ModuleMatrix.Count);
    }
}
