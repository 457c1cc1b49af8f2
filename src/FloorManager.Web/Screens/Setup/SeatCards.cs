using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Screens.Shared;

namespace FloorManager.Web.Screens.Setup;

/// <summary>A card for a desk: whose seat it is, the sign-in link as a QR code, and the code for who has no camera. The secrets are nowhere else.</summary>
/// <param name="Code">As it is printed.</param>
/// <param name="Path">The dark squares as the path of an SVG, one unit each.</param>
/// <param name="Side">Units along a side, the quiet zone included.</param>
public sealed record SeatCard(SeatLabel Seat, string Name, string Delegation, string Link, string Code, string Path, int Side)
{
    public static SeatCard Of(Hearing hearing, SeatKey key, string link)
    {
        var (path, side) = QrSquares.Of(link);
        var holder = hearing.HolderOf(key.Seat);
        return new(key.Seat, holder is null ? "" : ScreenWords.Called(holder.Style, holder.FullName), holder?.Delegation ?? "", link, SeatCode.Printed(key.Code), path, side);
    }
}
