using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>
/// SRQuestionnaire and SRAnsweredQuestionnaire → the persons for whom a questionnaire of some names was completed in a month, once for each
/// completion (C17-06). Each published version of a questionnaire has an id.
/// </summary>
internal sealed class QuestionnaireReader(PersonRegister people, IReadOnlyList<string> names, Month month) : ITableReader
{
    private readonly PersonRegister _people = people;
    private readonly Dictionary<string, bool> _names = TextMeanings.Of(names, true);
    private readonly HashSet<long> _questionnaires = [];
    private readonly List<int> _answered = [];
    private long _checked;
    private long _undated;

    public string Table => "SRQuestionnaire";

    public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new("QuestionnaireName", ColumnType.Text)];

    /// <summary>To be read after the questionnaires.</summary>
    public ITableReader Answers => new AnswerReader(this);

    /// <summary>Persons, one for each completed questionnaire.</summary>
    public IReadOnlyList<int> Answered => _answered;

    public Finding Undated => new(FindingRules.NoDate, "SRAnsweredQuestionnaire", _undated, _checked);

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var texts = rows.Texts("QuestionnaireName");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (ids[row] is { } id && texts[row] is { } name && _names.ContainsKey(name))
            {
                _questionnaires.Add(id);
            }
        }
    }

    private void Add(int person, DateTime? at)
    {
        _checked++;
        if (at is not { } time)
        {
            _undated++;
        }
        else if (month.Contains(DateOnly.FromDateTime(time)))
        {
            _answered.Add(person);
        }
    }

    private sealed class AnswerReader(QuestionnaireReader questionnaires) : ITableReader
    {
        public string Table => "SRAnsweredQuestionnaire";

        public IReadOnlyList<ColumnDefinition> Columns { get; } =
            [new("IDPatient", ColumnType.Integer), new("IDQuestionnaire", ColumnType.Integer), new("DateEvent", ColumnType.DateTime)];

        public void Read(ColumnSet rows)
        {
            var patients = rows.Integers("IDPatient");
            var used = rows.Integers("IDQuestionnaire");
            var events = rows.Times("DateEvent");
            for (var row = 0; row < rows.RowCount; row++)
            {
                var person = questionnaires._people.Find(patients[row]);
                if (person >= 0 && used[row] is { } id && questionnaires._questionnaires.Contains(id))
                {
                    questionnaires.Add(person, events[row]);
                }
            }
        }
    }
}
