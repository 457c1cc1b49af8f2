using System.Globalization;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using QRCoder;

namespace FloorManager.Web.Screens.Setup;

/// <summary>A card for a desk: whose seat it is, and the sign-in link as a QR code. The secret in the link is nowhere else.</summary>
/// <param name="Path">The dark squares as the path of an SVG, one unit each.</param>
/// <param name="Side">Units along a side, the quiet zone included.</param>
public sealed record SeatCard(SeatLabel Seat, string Name, string Delegation, string Link, string Path, int Side)
{
    public static SeatCard Of(Hearing hearing, SeatLabel seat, string link)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var holder = hearing.SeatHolders.TryGetValue(seat, out var id) ? hearing.Participants.GetValueOrDefault(id) : null;
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

        return new(seat, holder is null ? "" : Shared.ScreenWords.Called(holder.Style, holder.FullName), holder?.Delegation ?? "", link, path.ToString(), code.ModuleMatrix.Count);
    }
}
