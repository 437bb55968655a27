namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>Kinds of quality rule (calculations.md 13). A row that fails one is kept and counted.</summary>
public enum QualityKind
{
    /// <summary>The column has a value.</summary>
    Filled,

    /// <summary>An NHS number with a right check digit.</summary>
    Modulus11,

    /// <summary>Not later than the moment up to which the extract was drawn.</summary>
    NotAfterExtract,

    /// <summary>Not before the person's birth; needs SRPatient, so it is counted on the lake.</summary>
    NotBeforeBirth,
}
