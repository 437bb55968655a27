using System.Security.Cryptography;
using System.Text;
using FamilyHubs.Pipeline.Extracts.Tables;

namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>What reading a batch gave: a verdict, everything that was found, and for each table the counts and the refused rows.</summary>
public sealed class BatchReading : IAsyncDisposable
{
    /// <summary>Name of the extract.</summary>
    public required string Extract { get; init; }

    /// <summary>Null when it could not be read.</summary>
    public Manifest? Manifest { get; init; }

    public BatchVerdict Verdict { get; init; }

    /// <summary>
    /// SHA-256 over the names and contents of manifest and tables in scope, lower-case hexadecimal. The same files give the same hash, zipped
    /// or loose and however they are packed. Empty when a file could not be read.
    /// </summary>
    public string ContentHash { get; init; } = "";

    public required IReadOnlyList<TableReading> Tables { get; init; }

    /// <summary>Files that are not in scope.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; init; } = [];

    /// <summary>Findings about the batch and its files, refused rows not among them.</summary>
    public required IReadOnlyList<ValidationFinding> Findings { get; init; }

    /// <summary>All findings: those of <see cref="Findings"/> and one for each of the first refused rows of every table.</summary>
    public IEnumerable<ValidationFinding> AllFindings =>
        Findings.Concat(Tables.SelectMany(t => t.Refused.First).Select(RefusalTexts.Finding));

    /// <summary>Codes for which the batch is not accepted, each once.</summary>
    public IEnumerable<string> Reasons => Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Code).Distinct();

    public async ValueTask DisposeAsync()
    {
        foreach (var table in Tables)
        {
            await table.Refused.DisposeAsync();
        }
    }

    /// <summary>
    /// How <see cref="ContentHash"/> is made: SHA-256 over one line <c>name hash</c> for each file in ordinal order of the names, where hash is
    /// the SHA-256 of its unpacked bytes.
    /// </summary>
    internal static string HashOf(IEnumerable<(string Name, string Hash)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {content}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
