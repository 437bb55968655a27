namespace FamilyHubs.Pipeline.Extracts;

/// <summary>Why a batch, a file or a row is refused, or what is said about it (extracts.md 1 and 2). The codes are stable.</summary>
public static class ReasonCodes
{
    public const string ManifestUnreadable = "manifest-unreadable";
    public const string ManifestEmpty = "manifest-empty";
    public const string FileMissing = "file-missing";
    public const string FileUnlisted = "file-unlisted";
    public const string Gap = "gap";
    public const string OutOfOrder = "out-of-order";
    public const string Duplicate = "duplicate";
    public const string KeyColumnMissing = "key-column-missing";
    public const string TooManyBadRows = "too-many-bad-rows";
    public const string ArchiveUnsafe = "archive-unsafe";

    /// <summary>A full copy has far fewer rows than those before it: held.</summary>
    public const string RowCountDrop = "row-count-drop";

    /// <summary>A full copy has far fewer addresses in one district than what it would replace: held.</summary>
    public const string DistrictDrop = "district-drop";

    /// <summary>None of its organisations has ever had rows in this area: held.</summary>
    public const string OtherOrganisation = "other-organisation";

    public const string BadDate = "bad-date";
    public const string BadInteger = "bad-integer";
    public const string BadNumber = "bad-number";
    public const string BadBoolean = "bad-boolean";
    public const string MissingKey = "missing-key";
    public const string TooFewFields = "too-few-fields";
    public const string TooManyFields = "too-many-fields";
    public const string UnclosedQuote = "unclosed-quote";

    /// <summary>A recipient without a usable e-mail address.</summary>
    public const string BadAddress = "bad-address";

    /// <summary>A recipient whose address stands in an earlier row.</summary>
    public const string DuplicateRecipient = "duplicate-recipient";

    /// <summary>A recipient without a place, or with one that the profile does not have.</summary>
    public const string UnknownArea = "unknown-area";

    /// <summary>A recipient with a role that does not exist: kept, with a warning.</summary>
    public const string UnknownRole = "unknown-role";

    /// <summary>A recipient with a report that does not exist: kept, with a warning.</summary>
    public const string UnknownReport = "unknown-report";

    /// <summary>A corrected row that corrects no quarantined row of its extract.</summary>
    public const string NotInQuarantine = "not-in-quarantine";

    /// <summary>A corrected row whose quarantined row was dealt with before.</summary>
    public const string AlreadyReplayed = "already-replayed";

    /// <summary>A corrected row of which newer data has come since: the newer stays.</summary>
    public const string NewerRow = "newer-row";

    /// <summary>The file has a column that the contract does not list; refuses the batch only where contract or profile say so.</summary>
    public const string ColumnUnknown = "column-unknown";

    /// <summary>The file lacks a column that can be done without.</summary>
    public const string ColumnMissing = "column-missing";

    /// <summary>The header has one name twice.</summary>
    public const string ColumnDuplicate = "column-duplicate";

    /// <summary>Bytes that the encoding does not define; they become U+FFFD.</summary>
    public const string UndefinedBytes = "undefined-bytes";

    /// <summary>A list column with numbers in some rows and texts in others.</summary>
    public const string ListMixed = "list-mixed";

    /// <summary>A delta of a table of which no earlier copy is known.</summary>
    public const string NoFullCopy = "no-full-copy";

    /// <summary>A file older than what is committed, taken all the same because the re-load is planned (<c>--force</c>).</summary>
    public const string Forced = "forced";
}
