namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>Where a report comes from.</summary>
/// <param name="AsAt">Time to which the extract goes, Europe/London wall clock.</param>
/// <param name="RowsRead">Rows of the extract's tables.</param>
/// <param name="RowsRefused">Of these, rows in quarantine.</param>
/// <param name="Freshness">A sentence on how recent the extract is.</param>
/// <param name="Page">The sign-in page behind the mail's link; null when there is none.</param>
/// <param name="NextReport">Day of the next report.</param>
public sealed record ReportFacts(
    DateTime AsAt,
    long RowsRead,
    long RowsRefused,
    string Freshness,
    string RunId,
    Uri? Page,
    DateOnly NextReport);
