using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>Some tables that real extracts have and no figure needs (systmone.md 3.1): they come without rows.</summary>
internal static class OutOfScopeTables
{
    private static readonly (string Table, string Columns)[] Definitions =
    [
        ("SRRecordStatus", "RowIdentifier IDOrganisationVisibleTo DateEvent DateEventRecorded IDProfileEnteredBy IDDoneBy TextualEventDoneBy "
            + "IDOrganisationDoneAt MedicalRecordStatus IDEvent IDPatient IDOrganisation IDOrganisationRegisteredAt"),
        ("SRSmsConsent", "RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy IDDoneBy TextualEventDoneBy "
            + "IDOrganisationDoneAt SmsConsent IDEvent IDPatient IDOrganisation IDOrganisationRegisteredAt"),
        ("SRTask", "RowIdentifier IDOrganisationVisibleTo IDPatient DateCreated IDProfileCreated TaskComplete TaskDeleted TaskType TaskCategory "
            + "IDOrganisationSender IDOrganisationRecipient"),
    ];

    public static IEnumerable<TableLayout> All => Definitions.Select(definition => new TableLayout(
        definition.Table,
        [.. definition.Columns.Split(' ').Select(name => new ContractColumn(name, ColumnType.Text, Classification.Operational, Keep: false))]));
}
