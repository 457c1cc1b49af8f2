using CsCheck;
using FloorManager.Domain.Seating;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class DrawingASeatPlan
{
    private static readonly Gen<(SeatPlanShape Shape, int Rows, int InARow)> Plans =
        Gen.Select(Gen.Enum<SeatPlanShape>(), Gen.Int[1, SeatPlans.MostRows], Gen.Int[1, SeatPlans.MostInARow]);

    [Fact]
    public void Every_plan_is_taken_and_no_two_seats_have_one_label_or_one_place() => Plans.Sample(
        plan =>
        {
            var seats = SeatPlans.Draw(plan.Shape, plan.Rows, plan.InARow);
            Assert.Equal(plan.Rows * plan.InARow, seats.Select(s => s.Label).Distinct().Count());
            Assert.Equal(seats.Length, seats.Select(s => (s.X, s.Y)).Distinct().Count());
            AHearing.NotSetUp.Had(new SetUpHearing(Details)).Had(new SetSeatPlan(seats));
        },
        iter: 200);

    [Fact]
    public void It_is_as_wide_to_the_left_as_to_the_right_and_every_row_is_farther_away() => Plans.Sample(
        plan =>
        {
            var rows = SeatPlans.Draw(plan.Shape, plan.Rows, plan.InARow).GroupBy(s => s.Row).Select(row => row.ToArray()).ToArray();
            Assert.All(rows, row => Assert.All(row.Zip(row.Reverse()), pair => Assert.InRange(pair.First.X + pair.Second.X, -SeatsApart(plan.InARow), SeatsApart(plan.InARow))));
            Assert.Equal(rows.Select(row => row.Max(s => s.Y)).Order(), rows.Select(row => row.Max(s => s.Y)));
            Assert.All(rows, row => Assert.Equal(row.Select(s => s.X).Order(), row.Select(s => s.X)));
        },
        iter: 200);

    [Fact]
    public void Rows_are_lettered_from_the_podium_and_seats_numbered_from_the_left()
    {
        var seats = SeatPlans.Draw(SeatPlanShape.Blocks, 28, 4);
        Assert.Equal(["A-1", "A-2", "A-3", "A-4", "B-1"], seats.Take(5).Select(s => s.Label.Value));
        Assert.Equal([(-185, 300), (-115, 300), (115, 300), (185, 300)], seats.Take(4).Select(s => (s.X, s.Y)));
        Assert.Equal("AB-4", seats[^1].Label.Value);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(41, 10)]
    [InlineData(10, 0)]
    [InlineData(10, 61)]
    public void No_chamber_is_larger(int rows, int inARow) => Assert.Throws<ArgumentOutOfRangeException>(() => SeatPlans.Draw(SeatPlanShape.Rows, rows, inARow));

    /// <summary>With an odd number the aisle has one seat more on its left.</summary>
    private static int SeatsApart(int inARow) => inARow % 2 == 0 ? 1 : 231;
}
