using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>Everything that the page of a month is made from.</summary>
/// <param name="Report">After the disclosure rule of pages; with the lists of families and practitioners where the reader's role allows them.</param>
/// <param name="Details">Trends, means and whose the lists are.</param>
/// <param name="Facts">Where the figures come from.</param>
/// <param name="Rule">The disclosure rule that was applied, to be explained.</param>
/// <param name="Revisions">What became of the month's figures since they were first reported; null when nothing was reported before.</param>
/// <param name="FamilyVoice">Families' own words, as the provider sent them; null for none, and for readers who do not see families.</param>
public sealed record MonthlyView(
    MonthlyReport Report,
    MonthlyDetails Details,
    Profile Profile,
    Reader Reader,
    ReportFacts Facts,
    DisclosureRule Rule,
    MonthlyRevisions? Revisions = null,
    string? FamilyVoice = null);
