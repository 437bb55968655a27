using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>Which tables a record goes to.</summary>
internal static class FactRows
{
    public static void Write(BatchTables tables, Family family)
    {
        foreach (var person in family.People)
        {
            PersonRows.Write(tables, person);
        }

        foreach (var fact in family.Facts)
        {
            Write(tables, fact);
        }
    }

    private static void Write(BatchTables tables, Fact fact)
    {
        switch (fact)
        {
            case Entry entry:
                EntryRows.Write(tables, entry);
                break;
            case Contact contact:
                ContactRows.Write(tables, contact);
                break;
            case Booking booking:
                ContactRows.Write(tables, booking);
                break;
            case Immunisation immunisation:
                HealthRows.Write(tables, immunisation);
                break;
            case Answer answer:
                EntryRows.Write(tables, answer);
                break;
            case Address address:
                PersonRows.Write(tables, address);
                break;
            case Relationship relationship:
                PersonRows.Write(tables, relationship);
                break;
            case Referral referral:
                TeamRows.Write(tables, referral);
                break;
            case Allocation allocation:
                TeamRows.Write(tables, allocation);
                break;
            case Membership membership:
                RiskRows.Write(tables, membership);
                break;
            case AtRisk atRisk:
                RiskRows.Write(tables, atRisk);
                break;
            case SafeguardingCase safeguarding:
                RiskRows.Write(tables, safeguarding);
                break;
            case Episode episode:
                PlanRows.Write(tables, episode);
                break;
            case PlanReview review:
                PlanRows.Write(tables, review);
                break;
            case Schooling schooling:
                HealthRows.Write(tables, schooling);
                break;
            case Note note:
                PersonRows.Write(tables, note);
                break;
            case OptOut optOut:
                PersonRows.Write(tables, optOut);
                break;
            default:
                throw new InvalidOperationException($"{fact.GetType().Name} has no table.");
        }
    }
}
