namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>A full batch and the delta after it: rows new, changed, repeated, refused and removed, and a patient who leaves.</summary>
internal static class SmallBatches
{
    public const string PatientHeader = "RowIdentifier,IDOrganisationVisibleTo,NHSNumber,DateBirth,Gender";
    public const string GroupHeader = "RowIdentifier,IDOrganisationVisibleTo,DateEventRecorded,DateEvent,Name,IDPatient";

    public static LandedBatch Full { get; } = new LandedBatch("20190325_0215")
        .With(
            "SRPatient", PatientHeader,
            "1,ORG1,9990000018,01 Jan 2016 00:00,F", "2,ORG1,9990000026,02 Feb 2017 00:00,M", "3,ORG2,9990000034,03 Mar 2018 00:00,F", "4,ORG1,,no date,M")
        .With(
            "SRPatientGroups", GroupHeader,
            "10,ORG1,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Teenage Parent,1",
            "11,ORG1,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Teenage Parent,2",
            "12,ORG2,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Smoker,3",
            "12,ORG2,02 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Smoker,3",
            "13,ORG2,02 Mar 2019 09:00:00,99 Mar 2019 09:00:00,Smoker,3");

    public static LandedBatch Delta { get; } = new LandedBatch("20190401_0215", from: "20190325_0215")
        .With(
            "SRPatient", PatientHeader + ",RemovedData",
            "2,ORG1,,,,1", "3,ORG2,9990000034,04 Mar 2018 00:00,F,0", "5,ORG2,9990000042,05 May 2018 00:00,M,0", "99,ORG1,,,,1")
        .With(
            "SRPatientGroups", GroupHeader + ",RemovedData",
            "10,ORG1,,,,,1",
            "14,ORG2,02 Apr 2019 09:00:00,01 Apr 2019 09:00:00,Smoker,5,0",
            "15,ORG2,02 Apr 2019 09:00:00,bad,Smoker,5,0");
}
