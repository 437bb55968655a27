using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>What the rules of data quality need beside the tables of the extract.</summary>
/// <param name="Contracts">Which tables and columns are checked against the birth.</param>
/// <param name="Ingest">Counts of the reader and the ledger for the extract, see <see cref="IngestFindings"/>.</param>
/// <param name="National">National indicators of the report.</param>
public sealed record QualityInputs(
    ContractCatalog Contracts,
    IReadOnlyList<Finding> Ingest,
    IReadOnlyList<NationalFigure> National);
