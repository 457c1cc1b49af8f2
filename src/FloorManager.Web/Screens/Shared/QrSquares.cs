using System.Globalization;
using System.Text;
using QRCoder;

namespace FloorManager.Web.Screens.Shared;

/// <summary>A QR code as the path of an SVG, one unit a square, and how many units it has along a side, the quiet zone included.</summary>
public static class QrSquares
{
    public static (string Path, int Side) Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
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

        return (path.ToString(), code.ModuleMatrix.Count);
    }
}
