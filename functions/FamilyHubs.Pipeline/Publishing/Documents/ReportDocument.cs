namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A whole report. The HTML mail, its text part and the page are drawn from the same document, so that none says more or less by accident.</summary>
/// <param name="Title">First heading and title.</param>
/// <param name="Service">Who sends it.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="Preheader">What an inbox shows beside the subject.</param>
/// <param name="Summary">The sentences that answer whether anything needs attention.</param>
/// <param name="Footer">Why the reader has it, and whom to ask.</param>
public sealed record ReportDocument(
    string Title,
    string Service,
    string Period,
    string Preheader,
    IReadOnlyList<string> Summary,
    DocumentLink? Link,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<string> Footer);
