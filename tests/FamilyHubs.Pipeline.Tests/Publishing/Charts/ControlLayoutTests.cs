using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Tests.Publishing.Charts;

public sealed class ControlLayoutTests
{
    [Theory]
    [InlineData(95, 95, 95, 95)]
    [InlineData(60, 60.5, 61, 60.2)]
    [InlineData(2, 1, 3, 0)]
    [InlineData(98, 90, 120, 99)]
    public void Lay_LinesCloseTogether_NamesDoNotOverlap(double mean, double lower, double upper, double target)
    {
        var names = Lay(mean, lower, upper, target).Shapes.OfType<LabelShape>()
            .Where(label => label.Text is "mean" or "limit" || label.Text.StartsWith("target", StringComparison.Ordinal)).Select(label => label.Y).Order().ToList();
        Assert.True(names.Count >= 2);
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 13.9));
    }

    [Fact]
    public void Lay_LimitsBeyondAHundred_StayWithinTheDrawing()
    {
        var drawing = Lay(98, 90, 120, 99);
        Assert.All(drawing.Shapes.OfType<LineShape>().SelectMany(line => line.Points), point => Assert.InRange(point.Y, 0, drawing.Height));
        Assert.All(drawing.Shapes.OfType<LabelShape>(), label => Assert.InRange(label.Y, 0, drawing.Height));
    }

    [Fact]
    public void Lay_SpecialCauses_AreLargerPointsInTheirColour()
    {
        var discs = Lay(80, 70, 90, 75, tone: -1).Shapes.OfType<DiscShape>().ToList();
        Assert.Contains(discs, disc => disc is { Radius: > 5 and < 6 } && disc.Colour == "#b84a00");
        Assert.Contains(discs, disc => disc.Radius < 4 && disc.Colour != "#b84a00");
    }

    private static Drawing Lay(double mean, double lower, double upper, double target, int tone = 0)
    {
        ControlPoint[] points = [new(mean, lower, upper, 0), new(mean, lower, upper, tone)];
        return ChartLayout.Lay(new ChartModel("t", ChartKind.Control, "T", "D", [new ChartPoint("Jan 19", mean, "x"), new ChartPoint("Feb 19", mean, "x")])
        {
            Control = new ControlLines(points, target, [("~", 0), ("?", 0)]),
        });
    }
}
