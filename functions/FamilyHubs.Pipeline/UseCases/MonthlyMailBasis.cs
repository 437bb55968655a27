using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What all mails of a month are cut from.</summary>
/// <param name="Run">The run whose figures they show.</param>
/// <param name="Report">Its report after the disclosure rule of snapshots.</param>
/// <param name="Rule">That rule.</param>
/// <param name="Facts">Where the figures come from.</param>
/// <param name="Trends">KPIs of the last months, as their snapshots show them.</param>
/// <param name="Revised">Months whose snapshot was revised, newest first.</param>
public sealed record MonthlyMailBasis(
    RunEntry Run,
    MonthlyReport Report,
    DisclosureRule Rule,
    ReportFacts Facts,
    IReadOnlyList<KpiMonthCount> Trends,
    IReadOnlyList<RevisedMonth> Revised);
