using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SRPatient, SRPatientAddressHistory, SRPatientRelationship, SRSpecialNotes and the two lists of people to leave out.</summary>
internal static class PersonRows
{
    public static void Write(BatchTables tables, Person person)
    {
        tables.Put("SRPatient", person, static (row, person, changed) =>
        {
            row.Set("Title", person.IsChild ? null : person.Sex == 'F' ? "Ms" : "Mr");
            row.Set("FirstName", person.FirstName);
            row.Set("Surname", person.Surname);
            row.Set("NHSNumber", person.NhsNumber);
            row.Set("DateBirth", person.Birth);
            row.Set("DateDeath", changed ? person.Death : null);
            row.Set("Gender", person.Sex == 'F' ? "F" : "M");
            row.Set("SpeaksEnglish", person.Id % 9 == 0 ? "No" : "Yes");
            row.Set("EmailAddress", person.IsChild ? null : string.Create(CultureInfo.InvariantCulture, $"person{person.Id}@example.org"));
            row.Set("TestPatient", person.Test);
            row.Set("SpineMatched", person.NhsNumber is not null);
        });

        // The list has no keys: each batch has all of it.
        if (person.Filtered <= tables.Window.To && !(person.Removed <= tables.Window.To))
        {
            var row = tables["SRPatientRemovedByContentFilter"];
            row.Begin();
            row.Set("IDPatient", person.Id);
            row.End();
        }
    }

    public static void Write(BatchTables tables, OptOut optOut) => tables.Put("SRNDOptOutPreference", optOut, static (_, _, _) => { });

    public static void Write(BatchTables tables, Address address) => tables.Put("SRPatientAddressHistory", address, static (row, address, changed) =>
    {
        var home = address.Home;
        row.Set("NumberOfBuilding", home.Number);
        row.Set("NameOfRoad", home.Road);
        row.Set("NameOfTown", home.Place?.Name);
        row.Set("FullPostCode", home.Postcode);
        row.Set("DateTo", changed && home.To is { } to ? Moments.AtMidnight(to) : null);
        row.Set("AddressType", address.Type);
    });

    public static void Write(BatchTables tables, Relationship relationship) =>
        tables.Put("SRPatientRelationship", relationship, static (row, relationship, changed) =>
        {
            row.Set("DateEnded", changed ? relationship.Ended : null);
            row.Set("RelationshipType", relationship.Type);
            row.Set("NextOfKin", relationship.PrincipalCarer);
            row.Set("CaresForPatient", relationship.Other is not null);
            row.Set("PrincipalCarerForPatient", relationship.PrincipalCarer);
            row.Set("HasParentalResponsibility", relationship.Responsible);
            row.Set("IDPatientRelationshipWith", relationship.Other?.Id ?? -1);
            row.Set("RelationshipWithName", relationship.OtherName);
            row.Set("RelationshipWithDateOfBirth", relationship.Other?.Birth);
        });

    public static void Write(BatchTables tables, Note note) => tables.Put("SRSpecialNotes", note, static (row, note, _) =>
    {
        row.Set("DateStart", note.When);
        row.Set("Type", "Warning");
        row.Set("Note", note.Text);
    });
}
