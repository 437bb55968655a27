namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRAnsweredQuestionnaire or, with a score, of SRAssessment.</summary>
internal sealed class Answer : Fact
{
    public required long Questionnaire { get; init; }

    public required string Name { get; init; }

    public required Contact Contact { get; init; }

    public double? Score { get; init; }
}
