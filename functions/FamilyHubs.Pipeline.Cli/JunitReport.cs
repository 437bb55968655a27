using System.Xml.Linq;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>The findings of a batch as JUnit XML: a test case a table and one for the batch, a failure for each error and refused row.</summary>
internal static class JunitReport
{
    public static async Task WriteAsync(string file, BatchReading reading, CancellationToken cancel)
    {
        var findings = reading.AllFindings.Where(f => f.Severity == Severity.Error || f.Line is not null).ToLookup(f => f.Table ?? string.Empty);
        var cases = reading.Tables.Select(t => t.Table).Union(findings.Select(f => f.Key)).Append(string.Empty).Distinct()
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new XElement(
                "testcase",
                new XAttribute("classname", reading.Extract),
                new XAttribute("name", name.Length == 0 ? "batch" : name),
                findings[name].Select(f => new XElement("failure", new XAttribute("type", f.Code), new XAttribute("message", FindingText.Of(f))))))
            .ToArray();
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", $"extract {reading.Extract}"),
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(c => c.HasElements)),
            cases);
        await using var stream = File.Create(file);
        await new XDocument(suite).SaveAsync(stream, SaveOptions.None, cancel);
    }
}
