using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>An extract as lists of rows, with what signals reviews. Its codes are here, not among those of <see cref="People"/>.</summary>
internal sealed class NaiveReviewExtract
{
    public NaiveExtract People { get; } = new();

    public List<Code> Codes { get; } = [];

    public List<Activity> Activities { get; } = [];

    public List<ActivityOption> ActivityOptions { get; } = [];

    public IExtractTables ToTables(int batchRows) => ToBuilder(batchRows).Build();

    public ExtractTablesBuilder ToBuilder(int batchRows)
    {
        var tables = People.ToBuilder(batchRows).Add("SRCode", Codes).Add("SRActivityEvent", Activities);
        foreach (var option in ActivityOptions)
        {
            tables.Row(
                "SRConfiguredListOption",
                ("RowIdentifier", option.Id),
                ("ConfiguredList", option.List),
                ("ConfiguredListOption", option.Text),
                ("CYPHS/CIDS/CSDSCode", option.Csds));
        }

        return tables;
    }

    public sealed record Code(
        long RowIdentifier, long? IDPatient, string? CTV3Code, DateTime? DateEvent, long? IDEvent, bool? IsNumeric, double? NumericValue);

    public sealed record Activity(long? IDPatient, DateTime? DateEvent, string? EventDetails, long? IDEvent);

    public sealed record ActivityOption(long Id, string List, string Text, string? Csds);
}
