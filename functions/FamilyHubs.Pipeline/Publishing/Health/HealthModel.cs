using System.Globalization;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>The texts and tables of the pages for operations.</summary>
internal static class HealthModel
{
    private const int LastExtracts = 10;
    private const int LastRuns = 8;

    private static readonly string[] Foot = ["Counts and names of batches only: no child, family or address is on this page."];

    /// <summary>The page of health.</summary>
    public static ReportDocument Of(AreaHealth health, Profile profile)
    {
        var issues = HealthIssues.Of(health);
        List<Section?> sections =
        [
            issues.Count == 0 ? null : new Section("attention", "What needs attention", [HealthTables.Issues(issues)]),
            new Section("due", "What is due", [health.Due.Count == 0 ? new Paragraph("Nothing is due that is not done.") : HealthTables.Due(health.Due)]),
            new Section("extracts", "Last extracts",
            [
                HealthTables.Freshness(health.Freshness),
                health.Extracts.Count == 0 ? new Paragraph("Nothing has come in yet.") : HealthTables.Extracts(profile.Area, [.. health.Extracts.Take(LastExtracts)], health.IsIngesting),
            ]),
            new Section("runs", "Last runs", health.Runs.Count == 0 ? [new Paragraph("Nothing has been computed yet.")] : [.. Runs(health.Runs)]),
            new Section("mails", "Mails", [health.Mails.Count == 0 ? new Paragraph("No mail has been sent yet.") : HealthTables.Mails(health.Mails)]),
        ];
        return new ReportDocument(
            "Runs and health", PlainText.Clean(profile.Name), $"As at {HealthTables.Time(health.Freshness.At)}", string.Empty,
            Summary(health, issues), Link: null, [.. sections.OfType<Section>()], Foot);
    }

    /// <summary>The list of the reports of batches.</summary>
    public static ReportDocument ListOf(AreaHealth health, Profile profile) => new(
        "Data quality", PlainText.Clean(profile.Name), $"As at {HealthTables.Time(health.Freshness.At)}", string.Empty,
        [
            $"{Count(health.Extracts.Count(e => e.State == ExtractState.Done))} batches and files are in the lake, {Count(health.Extracts.Count(e => e.State is ExtractState.Refused or ExtractState.Held or ExtractState.Deferred))} are not.",
            $"Rows refused in all: {Count(health.Extracts.Sum(e => e.RefusedRows))}. The name of a batch leads to its report.",
        ],
        Link: null,
        [new Section("extracts", "What came in", [health.Extracts.Count == 0 ? new Paragraph("Nothing has come in yet.") : HealthTables.Extracts(profile.Area, health.Extracts, health.IsIngesting)])],
        Foot);

    private static IReadOnlyList<string> Summary(AreaHealth health, IReadOnlyList<HealthIssue> issues) =>
    [
        issues.Count switch
        {
            0 => "Nothing needs attention.",
            1 => "One thing needs attention.",
            var many => $"{Count(many)} things need attention.",
        },
        health.Freshness.IsFresh ? "The extracts are in, whole and recent." : $"The extracts are {health.Freshness.State}.",
        health.Due.Count == 0 ? "Nothing is due that is not done." : $"Due and not done: {Count(health.Due.Count)}.",
    ];

    private static IEnumerable<Block> Runs(IReadOnlyList<RunEntry> runs) => runs
        .GroupBy(run => run.Kind)
        .OrderByDescending(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => HealthTables.Runs(kind.Key, [.. kind.Take(LastRuns)]));

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
