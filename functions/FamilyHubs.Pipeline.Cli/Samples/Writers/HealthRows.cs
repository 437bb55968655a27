using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SRImmunisation, SRImmunisationConsent, SRSchoolHistory.</summary>
internal static class HealthRows
{
    public static void Write(BatchTables tables, Immunisation immunisation)
    {
        tables.Put("SRImmunisation", immunisation, static (row, immunisation, _) =>
        {
            row.Set("IDImmunisationContent", immunisation.Vaccine.Id);
            row.Set("Dose", immunisation.Dose.ToString(CultureInfo.InvariantCulture));
            row.Set("Location", immunisation.Dose % 2 == 0 ? "Left thigh" : "Right thigh");
            row.Set("Method", "Intramuscular");
            row.Set("VaccPart", immunisation.Dose.ToString(CultureInfo.InvariantCulture));
        });
        if (immunisation.Dose == 1)
        {
            tables.Put("SRImmunisationConsent", immunisation, static (row, immunisation, _) =>
            {
                row.Set("ConsentedToVacc", true);
                row.Set("RefusalOrConsentCurrent", true);
                row.Set("VaccName", immunisation.Vaccine.Name);
                row.Set("VaccContent", immunisation.Vaccine.Content);
            });
        }
    }

    public static void Write(BatchTables tables, Schooling schooling) => tables.Put("SRSchoolHistory", schooling, static (row, schooling, changed) =>
    {
        row.Set("DateStarted", schooling.When);
        row.Set("DateLeft", changed ? schooling.Left : null);
        row.Set("IDOrganisationSchool", schooling.School.Id);
        row.Set("School", schooling.School.Name);
    });
}
