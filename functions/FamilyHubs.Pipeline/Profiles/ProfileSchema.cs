using System.Globalization;
using NJsonSchema;
using NJsonSchema.Validation;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>The published JSON schema of profiles, <c>schemas/profile.schema.json</c> beside the assembly.</summary>
internal static class ProfileSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "profile.schema.json")));

    /// <summary>Adds every place where the text departs from the schema.</summary>
    /// <param name="json">A well-formed JSON text.</param>
    public static async Task CheckAsync(string json, ProfileErrors errors, CancellationToken cancel)
    {
        var schema = await Schema.Value.WaitAsync(cancel);
        var faults = Flatten(schema.Validate(json)).Select(error => (Path: PathOf(error), Error: error)).ToArray();
        // A list where an object is expected lacks all its fields besides: one error says it.
        var wrong = faults.Where(fault => fault.Error.Kind is ValidationErrorKind.ObjectExpected).Select(fault => fault.Path).ToArray();
        foreach (var (path, error) in faults)
        {
            if (wrong.Any(outer => path.StartsWith(outer + '.', StringComparison.Ordinal)))
                continue;
            var (message, remedy) = Explain(error);
            errors.Add(path, message, remedy);
        }
    }

    /// <summary>The errors of items and fields themselves in place of "an item is wrong".</summary>
    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> errors)
    {
        foreach (var error in errors)
        {
            var inner = error is ChildSchemaValidationError child ? Flatten(child.Errors.Values.SelectMany(list => list)).ToArray() : [];
            // Of "a number or null" each alternative fails: that the text is no null does not help anyone whose number is too large.
            if (error.Kind is ValidationErrorKind.NoTypeValidates)
                inner = [.. inner.Where(each => each.Kind is not (ValidationErrorKind.NumberExpected or ValidationErrorKind.NullExpected))];
            if (inner.Length == 0)
                yield return error;
            foreach (var each in inner)
                yield return each;
        }
    }

    private static string PathOf(ValidationError error)
    {
        var token = error.Token?.Path ?? "";
        var path = token.Length == 0 ? JsonPath.Root : token[0] == '[' ? JsonPath.Root + token : $"{JsonPath.Root}.{token}";
        return error.Kind is ValidationErrorKind.PropertyRequired ? JsonPath.Member(path, error.Property!) : path;
    }

    private static (string Message, string Remedy) Explain(ValidationError error)
    {
        var schema = error.Schema;
        var meaning = string.IsNullOrEmpty(schema.Description) ? "" : $" {schema.Description}";
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => ("The field is missing.", $"Add it.{MeaningOf(schema, error.Property!)}"),
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                ("There is no such field.", $"Remove it, or correct its name; expected: {string.Join(", ", schema.ActualProperties.Keys)}."),
            ValidationErrorKind.NotInEnumeration => ("The value is none of the list.", $"Expected one of: {string.Join(", ", schema.Enumeration)}."),
            ValidationErrorKind.PatternMismatch => ($"The text does not match the pattern {schema.Pattern}", $"Correct it.{meaning}"),
            ValidationErrorKind.StringExpected => ("Expected a text in quotation marks.", $"Correct it.{meaning}"),
            ValidationErrorKind.NumberExpected => ("Expected a number.", $"Correct it.{meaning}"),
            ValidationErrorKind.IntegerExpected => ("Expected a whole number.", $"Correct it.{meaning}"),
            ValidationErrorKind.BooleanExpected => ("Expected true or false.", $"Correct it.{meaning}"),
            ValidationErrorKind.ObjectExpected => ("Expected an object in braces.", $"Correct it.{meaning}"),
            ValidationErrorKind.ArrayExpected => ("Expected a list in brackets.", $"Correct it.{meaning}"),
            ValidationErrorKind.NoTypeValidates => ($"Expected a number{RangeOf(schema)} or null.", $"Correct it.{meaning}"),
            ValidationErrorKind.StringTooShort => ("The text is empty.", $"Fill it in.{meaning}"),
            ValidationErrorKind.StringTooLong => (Limit("The text is longer than", schema.MaxLength, "character"), $"Shorten it.{meaning}"),
            ValidationErrorKind.NumberTooSmall => (Limit("The number is below", schema.Minimum), $"Correct it.{meaning}"),
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig =>
                (Limit("The number is above", schema.Maximum), $"Correct it.{meaning}"),
            ValidationErrorKind.TooFewItems => (Limit("The list has fewer than", schema.MinItems, "item"), $"Add one.{meaning}"),
            ValidationErrorKind.ItemsNotUnique => ("The list has an item twice.", "Remove one of the two."),
            ValidationErrorKind.TooFewProperties => (Limit("The object has fewer than", schema.MinProperties, "field"), $"Add one.{meaning}"),
            ValidationErrorKind.TooManyProperties => (Limit("The object has more than", schema.MaxProperties, "field"), $"Remove one.{meaning}"),
            _ => ($"The field does not satisfy the schema ({error.Kind}).", $"See schemas/profile.schema.json.{meaning}"),
        };
    }

    private static string MeaningOf(JsonSchema parent, string property) =>
        parent.ActualProperties.TryGetValue(property, out var schema) && schema.ActualSchema.Description is { Length: > 0 } description
            ? $" {description}"
            : "";

    private static string RangeOf(JsonSchema schema) => schema is { Minimum: { } minimum, Maximum: { } maximum }
        ? string.Create(CultureInfo.InvariantCulture, $" from {minimum} to {maximum}")
        : "";

    private static string Limit(string text, IFormattable? limit, string unit = "") =>
        $"{text} {limit?.ToString(null, CultureInfo.InvariantCulture)} {unit}".TrimEnd() + ".";
}
