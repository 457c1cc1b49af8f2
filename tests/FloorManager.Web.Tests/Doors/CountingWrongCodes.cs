using System.Net;
using FloorManager.Web.Access;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FloorManager.Web.Tests.Doors;

public sealed class CountingWrongCodes
{
    private static readonly TimeSpan UntilFull = WrongCodes.Burst * WrongCodes.Refill;

    private readonly FakeTimeProvider _time = new();

    private static IPAddress Address(int number) => new([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]);

    private static void UseUp(WrongCodes wrong, IPAddress address)
    {
        for (var i = 0; i < WrongCodes.Burst; i++) wrong.Add(address);
    }

    [Fact]
    public void An_address_that_has_all_its_tokens_again_is_forgotten()
    {
        var wrong = new WrongCodes(new(_time));
        for (var i = 0; i < 1_000; i++) wrong.Add(Address(i));
        UseUp(wrong, Address(0));
        _time.Advance(WrongCodes.Refill);
        wrong.Add(Address(5_000));
        Assert.Equal(2, wrong.Kept);
        _time.Advance(UntilFull);
        wrong.Add(Address(5_000));
        Assert.Equal(1, wrong.Kept);
    }

    [Fact]
    public void What_was_sent_with_work_is_not_counted_beyond_empty()
    {
        var wrong = new WrongCodes(new(_time));
        for (var i = 0; i < 10; i++) UseUp(wrong, Address(0));
        _time.Advance(WrongCodes.Refill);
        Assert.False(wrong.UsedUp(Address(0)));
        wrong.Add(Address(0));
        Assert.True(wrong.UsedUp(Address(0)));
    }

    [Fact]
    public void Of_too_many_addresses_the_newest_share_one_bucket_and_those_before_keep_theirs()
    {
        var wrong = new WrongCodes(new(_time)) { Most = 3 };
        for (var i = 0; i < 3; i++) wrong.Add(Address(i));
        for (var i = 3; i < 3 + WrongCodes.Burst; i++) wrong.Add(Address(i));
        Assert.Equal(4, wrong.Kept);
        Assert.True(wrong.UsedUp(Address(9_999)));
        Assert.False(wrong.UsedUp(Address(0)));
        _time.Advance(UntilFull);
        wrong.Add(Address(7));
        Assert.Equal(1, wrong.Kept);
    }
}
