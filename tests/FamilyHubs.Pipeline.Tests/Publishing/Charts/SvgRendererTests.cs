using System.Xml.Linq;
using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Tests.Publishing.Charts;

public sealed class SvgRendererTests
{
    [Theory]
    [InlineData(ChartKind.RankedBars)]
    [InlineData(ChartKind.Trend)]
    public void Render_AnyChart_IsWellFormedWithTitleAndDescription(ChartKind kind)
    {
        var chart = new ChartModel("c", kind, "A <title> & more", "Bars: Harlow 3.", [new ChartPoint("</text><script>", 3, "3"), new ChartPoint("b", null, "*")]);
        var svg = XElement.Parse(SvgRenderer.Render(chart));
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("c-title c-desc", svg.Attribute("aria-labelledby")!.Value);
        Assert.Equal("A <title> & more", svg.Element("title")!.Value);
        Assert.Equal("Bars: Harlow 3.", svg.Element("desc")!.Value);
        Assert.Contains(svg.Elements("text"), text => text.Value == "</text><script>");
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "image" or "a" or "style");
    }

    [Fact]
    public void Render_Bars_HaveWidthsInProportion()
    {
        var chart = new ChartModel("c", ChartKind.RankedBars, "t", "d", [new ChartPoint("a", 80, "80"), new ChartPoint("b", 20, "20")]);
        var widths = XElement.Parse(SvgRenderer.Render(chart)).Elements("rect").Select(rect => double.Parse(rect.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, widths.Count);
        Assert.Equal(4, widths[0] / widths[1], 3);
    }
}
