using System.Text;

namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>Writes a document as the text part of a mail: every heading, sentence and figure, one row a line, no alignment that a proportional font would break.</summary>
public static class PlainTextRenderer
{
    public static string Render(ReportDocument document)
    {
        var text = new StringBuilder();
        Heading(text, document.Title, '=');
        Line(text, document.Period);
        Line(text, document.Service);
        Line(text, "");
        Line(text, ReportDocument.SummaryHeading);
        foreach (var sentence in document.Summary)
        {
            Line(text, $"- {sentence}");
        }

        if (document.Link is { } link)
        {
            Line(text, "");
            Line(text, $"{link.Text}: {link.Address.AbsoluteUri}");
        }

        foreach (var section in document.Sections)
        {
            Line(text, "");
            Line(text, "");
            Heading(text, section.Heading, '-');
            Add(text, section.Blocks);
        }

        Line(text, "");
        Line(text, "--");
        foreach (var line in document.Footer)
        {
            Line(text, line);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Line(text, "");
            Add(text, block);
        }
    }

    private static void Add(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Line(text, paragraph.Text);
                break;
            case Verbatim verbatim:
                Lines(text, verbatim.Text.Split('\n').Select(line => $"> {line}"));
                break;
            case SubHeading heading:
                Line(text, heading.Text.ToUpperInvariant());
                break;
            case Bullets bullets:
                Lines(text, bullets.Items.Select(item => $"- {item}"));
                break;
            case Callout callout:
                Line(text, $"! {callout.Heading}");
                Lines(text, callout.Lines.Select(line => $"  {line}"));
                break;
            case Figure figure:
                Line(text, figure.Chart.Description);
                break;
            case RankedBars bars:
                Add(text, bars);
                break;
            case DataTable table:
                Add(text, table);
                break;
            case Details details:
                Line(text, details.Summary);
                Add(text, details.Blocks);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), "There is no plain text for this block.");
        }
    }

    private static void Add(StringBuilder text, RankedBars bars)
    {
        Line(text, bars.Caption);
        List<string> headings = bars.BesideHeading is { } beside ? [bars.OwnHeading, beside, .. bars.MoreHeadings] : [bars.OwnHeading, .. bars.MoreHeadings];
        foreach (var row in bars.Rows.Concat(bars.Totals))
        {
            List<string> cells = row.Beside is { } value ? [row.Own.Text, value.Text, .. row.More] : [row.Own.Text, .. row.More];
            var rank = row.Rank.Length == 0 ? "" : $"{row.Rank}. ";
            Line(text, $"  {rank}{row.Label}: {Cells(headings, cells)}");
        }

        if (bars.Note is not null)
        {
            Line(text, bars.Note);
        }
    }

    private static void Add(StringBuilder text, DataTable table)
    {
        Line(text, table.Caption);
        foreach (var row in table.Rows)
        {
            // A table of two columns is a list of names and values: its caption says what they are.
            var cells = row.Count == 2 ? row[1] : Cells(table.Columns.Skip(1).Select(column => column.Heading), row.Skip(1));
            Line(text, $"  {row[0]}: {cells}");
        }
    }

    private static string Cells(IEnumerable<string> headings, IEnumerable<string> cells) =>
        string.Join("; ", headings.Zip(cells, (heading, cell) => $"{heading} {cell}"));

    private static void Heading(StringBuilder text, string heading, char rule)
    {
        Line(text, heading);
        Line(text, new string(rule, Math.Min(heading.Length, 72)));
    }

    private static void Lines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(text, line);
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\r\n");
}
