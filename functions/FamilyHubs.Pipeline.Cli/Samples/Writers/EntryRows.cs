using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SRCode, SRCodeTemplateLink, SRAnsweredQuestionnaire, SRAssessment.</summary>
internal static class EntryRows
{
    public static void Write(BatchTables tables, Entry entry)
    {
        tables.Put("SRCode", entry, static (row, entry, _) =>
        {
            row.Set("CTV3Code", entry.Code);
            row.Set("CTV3Text", entry.Text);
            row.Set("SNOMEDCode", -1);
            row.Set("IsNumeric", entry.Number is not null);
            row.Set("NumericValue", entry.Number ?? 0);
            row.Set("EpisodeType", "New episode");
            row.Set("IDTemplate", entry.Template ?? -1);
            row.Set("IDEvent", entry.Contact?.Id);
            row.Set("IDReferralIn", entry.Contact?.Referral?.Id);
        });
        if (entry.LinkedTemplate is not null)
        {
            tables.Put("SRCodeTemplateLink", entry, static (row, entry, _) =>
            {
                row.Set("IDEvent", entry.Contact?.Id);
                row.Set("IDCode", entry.Id);
                row.Set("IDTemplateRecording", entry.Contact?.Id ?? entry.Id);
                row.Set("IDTemplate", entry.LinkedTemplate);
            });
        }
    }

    public static void Write(BatchTables tables, Answer answer)
    {
        tables.Put("SRAnsweredQuestionnaire", answer, static (row, answer, _) =>
        {
            row.Set("IDEvent", answer.Contact.Id);
            row.Set("IDQuestionnaire", answer.Questionnaire);
        });
        if (answer.Score is not null)
        {
            tables.Put("SRAssessment", answer, static (row, answer, _) =>
            {
                row.Set("QuestionnaireName", answer.Name);
                row.Set("AssessmentReview", false);
                row.Set("DateAssessmentCompleted", answer.When);
                row.Set("AssessmentScore", answer.Score!.Value);
                row.Set("IDEvent", answer.Contact.Id);
            });
        }
    }
}
