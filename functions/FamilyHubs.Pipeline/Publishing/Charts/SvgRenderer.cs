using System.Globalization;
using System.Text;
using System.Xml;

namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>Draws a chart as inline SVG with title and description, for pages.</summary>
public static class SvgRenderer
{
    private static readonly XmlWriterSettings Fragment = new()
    {
        OmitXmlDeclaration = true,
        ConformanceLevel = ConformanceLevel.Fragment,
    };

    /// <summary>An <c>svg</c> element that fills the width it is given. Every text is escaped.</summary>
    public static string Render(ChartModel chart)
    {
        var drawing = ChartLayout.Lay(chart);
        var markup = new StringBuilder();
        using (var xml = XmlWriter.Create(markup, Fragment))
        {
            xml.WriteStartElement("svg");
            xml.WriteAttributeString("class", chart.Kind == ChartKind.RankedBars ? "chart" : "chart chart-wide");
            xml.WriteAttributeString("role", "img");
            xml.WriteAttributeString("aria-labelledby", $"{chart.Id}-title {chart.Id}-desc");
            xml.WriteAttributeString("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {drawing.Width} {drawing.Height}"));
            WriteText(xml, "title", $"{chart.Id}-title", chart.Title);
            WriteText(xml, "desc", $"{chart.Id}-desc", chart.Description);
            foreach (var shape in drawing.Shapes)
            {
                Write(xml, shape);
            }

            xml.WriteEndElement();
        }

        return markup.ToString();
    }

    private static void Write(XmlWriter xml, Shape shape)
    {
        switch (shape)
        {
            case BoxShape box:
                Start(xml, "rect", ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height));
                xml.WriteAttributeString("fill", box.Colour);
                break;
            case DiscShape disc:
                Start(xml, "circle", ("cx", disc.X), ("cy", disc.Y), ("r", disc.Radius));
                xml.WriteAttributeString("fill", disc.Colour);
                break;
            case LineShape line:
                Start(xml, "polyline", ("stroke-width", line.Width));
                xml.WriteAttributeString("points", string.Join(' ', line.Points.Select(point => $"{Shown(point.X)},{Shown(point.Y)}")));
                xml.WriteAttributeString("fill", "none");
                xml.WriteAttributeString("stroke", line.Colour);
                xml.WriteAttributeString("stroke-linejoin", "round");
                xml.WriteAttributeString("stroke-linecap", "round");
                break;
            case LabelShape label:
                Start(xml, "text", ("x", label.X), ("y", label.Y), ("font-size", label.Size));
                xml.WriteAttributeString("fill", label.Colour);
                if (label.Bold)
                {
                    xml.WriteAttributeString("font-weight", "bold");
                }

                if (label.Anchor != LabelAnchor.Start)
                {
                    xml.WriteAttributeString("text-anchor", label.Anchor == LabelAnchor.End ? "end" : "middle");
                }

                xml.WriteString(label.Text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), "There is no SVG for this shape.");
        }

        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, double Value)> lengths)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in lengths)
        {
            xml.WriteAttributeString(attribute, Shown(value));
        }
    }

    private static void WriteText(XmlWriter xml, string name, string id, string text)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("id", id);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static string Shown(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
