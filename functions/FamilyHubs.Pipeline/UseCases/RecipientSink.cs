using System.Net.Mail;
using System.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Makes recipients of the rows of <c>reference/recipients.csv</c>. A bad address, an unknown area code or an address that came
/// before is refused; the others are kept.
/// </summary>
internal sealed class RecipientSink(Profile profile) : ITableSink
{
    private static readonly string[] Columns = ["Email", "Name", "Roles", "AreaCodes", "Reports"];
    private static readonly char[] Separators = [';', '|', ','];

    /// <summary>What opens or brings something; another word does nothing, and is likely to be a slip of the pen.</summary>
    private static readonly string[] KnownRoles = ["manager", "teamlead", "commissioner", "informatics", "operations"];
    private static readonly string[] KnownReports = ["weekly", "monthly", "alert"];

    private readonly HashSet<string> _codes = KnownCodes(profile.Geography);
    private readonly Dictionary<string, Recipient> _recipients = new(StringComparer.Ordinal);
    private readonly List<(long Row, string Column, string Reason, Dictionary<string, string?> Cells)> _refused = [];
    private readonly List<ValidationFinding> _findings = [];
    private long _row;

    /// <summary>Rows that were kept with a role or report that does not exist.</summary>
    public IReadOnlyList<ValidationFinding> Findings => _findings;

    public IReadOnlyCollection<Recipient> Recipients => _recipients.Values;

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        for (var row = 0; row < rows.RowCount; row++)
        {
            _row++;
            var cells = Columns.ToDictionary(column => column, column => rows.Texts(column)[row], StringComparer.Ordinal);
            if (Add(
                (cells["Email"] ?? string.Empty).Trim(), cells["Name"]?.Trim(), Split(cells["Roles"]), Split(cells["AreaCodes"]), Split(cells["Reports"])) is var (column, reason))
            {
                _refused.Add((_row, column, reason, cells));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Puts the rows refused here beside those that the reader refused, each with its line: rows that did not come here have one too.
    /// </summary>
    public void RefuseInto(RefusedRows refused)
    {
        var passedOver = refused.First.Select(r => r.Line).Order().ToArray();
        var header = Encoding.UTF8.GetString(refused.Header).Split(',');
        foreach (var (row, column, reason, cells) in _refused)
        {
            var line = passedOver.Aggregate(row + 1, (at, other) => other <= at ? at + 1 : at);
            var record = header.Select(name => Quoted(cells.GetValueOrDefault(name.Trim().Trim('"'))));
            refused.Add(line, column, reason, Encoding.UTF8.GetBytes(string.Join(',', record)));
        }
    }

    /// <summary>Keeps a recipient, or tells the faulty column and the reason.</summary>
    private (string Column, string Reason)? Add(string email, string? name, string[] roles, string[] codes, string[] reports)
    {
        var key = email.ToLowerInvariant();
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || email.Contains("..", StringComparison.Ordinal))
        {
            return ("Email", ReasonCodes.BadAddress);
        }

        if (_recipients.ContainsKey(key))
        {
            return ("Email", ReasonCodes.DuplicateRecipient);
        }

        if (codes.Length == 0 || Array.Exists(codes, c => !_codes.Contains(c)))
        {
            return ("AreaCodes", ReasonCodes.UnknownArea);
        }

        Look(roles, KnownRoles, "Roles", ReasonCodes.UnknownRole);
        Look(reports, KnownReports, "Reports", ReasonCodes.UnknownReport);
        _recipients[key] = new Recipient(key, string.IsNullOrEmpty(name) ? email : name, roles, codes, reports);
        return null;
    }

    private void Look(string[] words, string[] known, string column, string code)
    {
        if (words.Except(known, StringComparer.OrdinalIgnoreCase).Any())
        {
            _findings.Add(new ValidationFinding(
                Severity.Warning, code, "Recipients", null, column,
                FormattableString.Invariant($"Row {_row} has a word that means nothing here: the recipient is kept, and gets nothing by it."),
                $"Use {string.Join(", ", known)}, parted by ;"));
        }
    }

    private static string Quoted(string? cell) => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string[] Split(string? cell) =>
        (cell ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static HashSet<string> KnownCodes(Geography geography) =>
        new(geography.Quadrants.SelectMany(q => q.Districts.Select(d => d.Code).Append(q.Code)).Append(geography.Area.Code), StringComparer.Ordinal);
}
