namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>An activity type signals one review, and a review has a signal.</summary>
internal static class ReviewRules
{
    public static void Check(Profile profile, ProfileErrors errors)
    {
        errors.Unique(
            profile.Reviews.SelectMany(review => review.Value.CsdsActivityTypes
                .Select((type, index) => (JsonPath.Item(JsonPath.Member("$.reviews", review.Key) + ".csdsActivityTypes", index), type))),
            StringComparer.Ordinal,
            "an activity type signals one review");
        foreach (var (name, review) in profile.Reviews)
            if (review.Codes.Count == 0 && review.CsdsActivityTypes.Count == 0)
                errors.Add(JsonPath.Member("$.reviews", name), "Nothing signals the review.", "Add a code or an activity type.");
    }
}
