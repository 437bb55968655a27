using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>Templates, questionnaires and vaccines of the sample, with their ids.</summary>
internal sealed class FormBook
{
    /// <summary>A local code that says that the form was gone through, whatever the groups.</summary>
    public const string Reviewed = "YZz00";

    private readonly int _groupTemplates;

    public FormBook(Profile profile)
    {
        _groupTemplates = profile.PriorityGroupTemplates.Count;
        Templates =
        [
            .. profile.PriorityGroupTemplates.Select((name, i) => (3_001L + i, name)),
            (3_901L, "Baby clinic"),
            (3_902L, "School nurse drop-in"),
        ];
        string[] counted =
            [.. profile.MonthlyCounts.Where(count => count.Source.Kind == "questionnaire").SelectMany(count => count.Source.Names ?? []).Distinct(StringComparer.Ordinal)];
        Counted = counted.Length;
        Questionnaires =
        [
            .. counted.Append("Ages and Stages").Distinct(StringComparer.Ordinal).Select((name, i) => (4_001L + i, name)),
        ];
    }

    public IReadOnlyList<(long Id, string Name)> Templates { get; }

    /// <summary>How many of the questionnaires, from the first, are counted by the month.</summary>
    public int Counted { get; }

    /// <summary>The last one is the development questionnaire, the others are counted by the month.</summary>
    public IReadOnlyList<(long Id, string Name)> Questionnaires { get; }

    /// <summary>The routine schedule of 2017 to 2019 (UK Health Security Agency, the complete routine immunisation schedule).</summary>
    public IReadOnlyList<SampleVaccine> Vaccines { get; } =
    [
        new(6_001, "Infanrix IPV Hib", "DTaP/IPV/Hib", [56, 84, 112], BornBefore: new DateOnly(2017, 8, 1)),
        new(6_002, "Infanrix hexa", "DTaP/IPV/Hib/HepB", [56, 84, 112], BornFrom: new DateOnly(2017, 8, 1)),
        new(6_003, "Bexsero", "MenB", [56, 112, 368], BornFrom: new DateOnly(2015, 5, 1)),
        new(6_004, "Prevenar 13", "PCV", [56, 112, 368]),
        new(6_005, "Menitorix", "Hib/MenC", [368]),
        new(6_006, "Priorix", "MMR", [370, 1225]),
        new(6_007, "Repevax", "dTaP/IPV", [1225]),
    ];

    /// <summary>The priority-group template for a child or a parent.</summary>
    public long GroupTemplate(bool child) => Templates[child ? 0 : _groupTemplates - 1].Id;
}
