using System.Net.Mail;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Makes recipients of the rows of <c>reference/recipients.csv</c>. A bad address, an unknown area code or an address that came
/// before is refused with its row number; the others are kept. The message never holds the address.
/// </summary>
internal sealed class RecipientSink(Profile profile) : ITableSink
{
    private const string Table = "Recipients";

    private static readonly char[] Separators = [';', '|'];

    private readonly HashSet<string> _codes = KnownCodes(profile.Geography);
    private readonly Dictionary<string, Recipient> _recipients = new(StringComparer.Ordinal);
    private readonly List<ValidationFinding> _findings = [];
    private long _row = 1;

    public IReadOnlyCollection<Recipient> Recipients => _recipients.Values;

    public IReadOnlyList<ValidationFinding> Findings => _findings;

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        for (var row = 0; row < rows.RowCount; row++)
        {
            _row++;
            Add(
                (rows.Texts("Email")[row] ?? string.Empty).Trim(),
                rows.Texts("Name")[row]?.Trim(),
                Split(rows.Texts("Roles")[row]),
                Split(rows.Texts("AreaCodes")[row]),
                Split(rows.Texts("Reports")[row]));
        }

        return ValueTask.CompletedTask;
    }

    private void Add(string email, string? name, string[] roles, string[] codes, string[] reports)
    {
        var key = email.ToLowerInvariant();
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || email.Contains("..", StringComparison.Ordinal))
        {
            Refuse("Email", "bad-address", "It is no e-mail address.", "Correct the address.");
        }
        else if (_recipients.ContainsKey(key))
        {
            Refuse("Email", "duplicate-recipient", "The address stands in an earlier row.", "Give each person one row; several codes or reports are parted by ;");
        }
        else if (codes.Length == 0 || Array.Exists(codes, c => !_codes.Contains(c)))
        {
            Refuse("AreaCodes", "unknown-area", "It is empty, or has a code that the profile does not have.", "Use codes of the area, its quadrants and districts, parted by ;");
        }
        else
        {
            _recipients[key] = new Recipient(key, string.IsNullOrEmpty(name) ? email : name, roles, codes, reports);
        }
    }

    private void Refuse(string column, string code, string message, string remedy) =>
        _findings.Add(new ValidationFinding(Severity.Warning, code, Table, _row, column, message, remedy));

    private static string[] Split(string? cell) =>
        (cell ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static HashSet<string> KnownCodes(Geography geography) =>
        new(geography.Quadrants.SelectMany(q => q.Districts.Select(d => d.Code).Append(q.Code)).Append(geography.Area.Code), StringComparer.Ordinal);
}
