namespace FamilyHubs.Pipeline.Ports;

/// <summary>
/// Limits of table storage, checked before anything is sent so that every implementation of <see cref="ITables"/> refuses the same rows
/// with the same words (reliability.md, Table storage). Messages name keys' lengths and properties, never a value.
/// </summary>
public static class TableRules
{
    /// <summary>Rows in a transaction.</summary>
    public const int TransactionRows = 100;

    /// <summary>Bytes in a transaction; the service allows 4 MiB with its envelope.</summary>
    public const int TransactionBytes = 3 * 1024 * 1024 + 512 * 1024;

    /// <summary>Bytes in a row, names included.</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Properties besides partition key, row key and timestamp.</summary>
    public const int Properties = 252;

    /// <summary>UTF-16 units in an encoded key: 1 KiB.</summary>
    public const int KeyLength = 512;

    /// <summary>Bytes in a text (two for each UTF-16 unit) or binary property.</summary>
    public const int PropertyBytes = 64 * 1024;

    private const int NameLength = 255;
    private static readonly DateTimeOffset EarliestTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Size of a row by the service's formula, in bytes.</summary>
    /// <exception cref="ArgumentException">The service would refuse the row.</exception>
    public static int Check(TableRow row)
    {
        var size = 4 + 2 * (CheckKey("partition key", row.Partition) + CheckKey("row key", row.Row));
        var properties = 0;
        foreach (var (name, value) in row.Values)
        {
            CheckName(name);
            if (value is null) continue;
            properties++;
            size += 8 + 2 * name.Length + SizeOf(name, value);
        }

        if (properties > Properties) throw new ArgumentException($"A row has {properties} properties; table storage takes at most {Properties}.");
        if (size > RowBytes) throw new ArgumentException($"A row has {size} bytes; table storage takes at most {RowBytes}.");
        return size;
    }

    /// <summary>Length of the key as stored.</summary>
    /// <exception cref="ArgumentException">The key is too long.</exception>
    public static int CheckKey(string what, string key)
    {
        var length = TableKey.Encode(key).Length;
        return length <= KeyLength
            ? length
            : throw new ArgumentException($"A {what} has {length} characters when encoded; table storage takes at most {KeyLength}.");
    }

    private static void CheckName(string name)
    {
        if (name is "PartitionKey" or "RowKey" or "Timestamp")
            throw new ArgumentException($"Property {name} is table storage's own; give the property another name.");
        var valid = name.Length is > 0 and <= NameLength && (char.IsLetter(name[0]) || name[0] == '_');
        foreach (var c in name) valid &= char.IsLetterOrDigit(c) || c == '_';
        if (!valid)
            throw new ArgumentException($"A property name of {name.Length} characters is not letters, digits and _ beginning with a letter, at most {NameLength}.");
    }

    private static int SizeOf(string name, object value) => value switch
    {
        string text => 4 + CheckLength(name, 2 * text.Length),
        byte[] bytes => 4 + CheckLength(name, bytes.Length),
        bool => 1,
        int => 4,
        double number when !double.IsFinite(number) => throw new ArgumentException($"Property {name} is not a finite number: store nothing instead."),
        long or double => 8,
        DateTimeOffset time when time < EarliestTime => throw new ArgumentException($"Property {name} is before 1601, which table storage cannot hold."),
        DateTimeOffset => 8,
        _ => throw new ArgumentException($"Property {name} is a {value.GetType().Name}; table storage holds string, bool, int, long, double, DateTimeOffset and byte[]."),
    };

    private static int CheckLength(string name, int bytes) => bytes <= PropertyBytes
        ? bytes
        : throw new ArgumentException($"Property {name} has {bytes} bytes; table storage takes at most {PropertyBytes}. Put it in a blob.");
}
