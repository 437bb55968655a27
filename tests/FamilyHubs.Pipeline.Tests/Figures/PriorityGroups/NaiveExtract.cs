using FamilyHubs.Pipeline.Lake;
using static FamilyHubs.Pipeline.Tests.Figures.PriorityGroups.NaiveRows;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>An extract as lists of rows.</summary>
internal sealed class NaiveExtract
{
    public List<Patient> Patients { get; } = [];

    public List<Removed> OptOuts { get; } = [];

    public List<Removed> Filtered { get; } = [];

    public List<Address> Addresses { get; } = [];

    public List<Postcode> Postcodes { get; } = [];

    public List<Relationship> Relationships { get; } = [];

    public List<Allocation> Allocations { get; } = [];

    public List<Team> Teams { get; } = [];

    public List<Code> Codes { get; } = [];

    public List<PatientGroup> PatientGroups { get; } = [];

    public List<AtRisk> AtRisk { get; } = [];

    public List<Estart> Estart { get; } = [];

    public List<Event> Events { get; } = [];

    public List<EventLink> EventLinks { get; } = [];

    public List<Visit> Visits { get; } = [];

    public List<Appointment> Appointments { get; } = [];

    public List<Template> Templates { get; } = [];

    public List<TemplateLink> TemplateLinks { get; } = [];

    public List<Option> Options { get; } = [];

    public List<MappedText> Mapping { get; } = [];

    public IExtractTables ToTables(int batchRows) => ToBuilder(batchRows).Build();

    public ExtractTablesBuilder ToBuilder(int batchRows) => new ExtractTablesBuilder().InBatchesOf(batchRows)
        .Add("SRPatient", Patients)
        .Add("SRNDOptOutPreference", OptOuts)
        .Add("SRPatientRemovedByContentFilter", Filtered)
        .Add("SRPatientAddressHistory", Addresses)
        .Add("Postcodes", Postcodes)
        .Add("SRPatientRelationship", Relationships)
        .Add("SRReferralAllocation", Allocations)
        .Add("SRTeam", Teams)
        .Add("SRCode", Codes)
        .Add("SRPatientGroups", PatientGroups)
        .Add("SRPersonAtRisk", AtRisk)
        .Add("EstartHistory", Estart)
        .Add("SREvent", Events)
        .Add("SREventLink", EventLinks)
        .Add("SRVisit", Visits)
        .Add("SRAppointment", Appointments)
        .Add("SRTemplate", Templates)
        .Add("SRCodeTemplateLink", TemplateLinks)
        .Add("SRConfiguredListOption", Options)
        .Add("SRMapping", Mapping);
}
