namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>Shares of children with a review within its window, after it, and (of reviews) with its component.</summary>
internal readonly record struct ReviewRate(double InWindow, double Late, double Component);
