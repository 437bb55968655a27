namespace FamilyHubs.Deployment;

/// <summary>Why a blob was not put.</summary>
internal enum Refusal
{
    /// <summary>It was.</summary>
    None,

    /// <summary>There is one of this name.</summary>
    Exists,

    /// <summary>The role is not there, or has not taken effect yet.</summary>
    NoRole,

    /// <summary>The account is not reached from here.</summary>
    Network,
}
