namespace FamilyHubs.Pipeline.Ledger;

/// <summary>Who gets what (reference/recipients.csv).</summary>
/// <param name="Email">Address, lower case.</param>
/// <param name="Name">For the salutation and the To line.</param>
/// <param name="Roles">manager, commissioner, informatics, teamlead …</param>
/// <param name="AreaCodes">District, quadrant or area codes that this person may see.</param>
/// <param name="Reports">weekly, monthly, alert.</param>
public sealed record Recipient(
    string Email,
    string Name,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> AreaCodes,
    IReadOnlyList<string> Reports)
{
    public bool Gets(string report) => Reports.Contains(report, StringComparer.OrdinalIgnoreCase);
}
