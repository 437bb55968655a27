using System.Globalization;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>A row of the test table, with the flag of a removal.</summary>
internal sealed record LakeRow(
    long Id, string? Organisation, long? Patient, DateTime? Recorded, string? Code, double? Value, bool? Flag, DateOnly? Day, bool Removed = false)
{
    public (long Id, string Organisation) Key => (Id, Organisation ?? "");

    /// <summary>A row of which only the key counts.</summary>
    public static LakeRow Removal(long id, string? organisation) => new(id, organisation, null, null, null, null, null, null, true);

    public static LakeRow Random(Random random, int ids, int organisations) => new(
        random.Next(1, ids) - 3,
        "ORG" + random.Next(organisations).ToString(CultureInfo.InvariantCulture),
        random.Next(8) == 0 ? null : random.Next(1, 6),
        random.Next(6) == 0 ? null : new DateTime(2019, 3, 1).AddHours(random.Next(4)),
        random.Next(5) == 0 ? null : "Y" + random.Next(3).ToString(CultureInfo.InvariantCulture),
        random.Next(5) == 0 ? null : random.Next(3) / 2.0,
        random.Next(3) switch { 0 => null, 1 => true, _ => false },
        random.Next(4) == 0 ? null : new DateOnly(2019, 3, 1).AddDays(random.Next(3)));
}
