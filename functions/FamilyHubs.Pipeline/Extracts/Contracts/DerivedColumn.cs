namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>Columns stored in place of a direct identifier (extracts.md 6).</summary>
public enum DerivedColumn
{
    /// <summary>Keyed hash of an NHS number.</summary>
    PersonKey,

    /// <summary>Version of the key of <see cref="PersonKey"/>.</summary>
    PersonKeyVersion,

    /// <summary>Whether the NHS number passes Modulus 11; empty without a number (calculations.md 13).</summary>
    NHSNumberValid,

    /// <summary>Keyed hash of a postcode.</summary>
    PostcodeKey,
}
