using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Charts;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>The charts of a document as images of a mail, each known by its content id.</summary>
internal static class ChartImages
{
    public static IEnumerable<MailAttachment> Of(ReportDocument document) => document.Sections
        .SelectMany(section => section.Blocks)
        .OfType<Figure>()
        .Select(figure => new MailAttachment($"{figure.Chart.Id}.png", "image/png", PngRenderer.Render(figure.Chart), figure.Chart.Id));
}
