using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Makes households whose child must change no figure of the area.</summary>
internal sealed class LeftOutMaker(SampleArea area)
{
    public static IReadOnlyList<LeftOut> Reasons { get; } = Enum.GetValues<LeftOut>();

    /// <param name="index">Number of the household.</param>
    /// <param name="monthEnd">Last day of the month of the report: deaths and moves are on it.</param>
    public Household Make(int index, LeftOut reason, DateOnly birth, DateOnly monthEnd)
    {
        var (here, elsewhere) = (area.Districts[index % area.Districts.Count], area.Elsewhere[0]);
        var household = new Household(area, index, new HouseholdPlan(reason == LeftOut.LivesOutside ? elsewhere : here, birth)
        {
            Move = reason == LeftOut.MovedOutside ? new Move(elsewhere, monthEnd) : null,
            Address = reason switch
            {
                LeftOut.PostcodeUnknown => AddressKind.UnknownPostcode,
                LeftOut.NoHome => AddressKind.None,
                _ => AddressKind.Known,
            },
            IsTest = reason == LeftOut.TestPatient,
            IsFiltered = reason == LeftOut.ContentFilter,
        });
        switch (reason)
        {
            case LeftOut.OptedOut:
                household.OptOut(household.Child, birth.AddDays(1));
                break;
            case LeftOut.Died:
                Household.Die(household.Child, monthEnd);
                break;
            case LeftOut.RecordRemoved:
                // Made twice by mistake and taken back before the last extract.
                household.Child.Removed = area.Options.From.AddDays(2).ToDateTime(new TimeOnly(15, 0));
                break;
        }

        return household;
    }
}
