using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Alerts;
using FamilyHubs.Pipeline.Publishing.Weekly;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Registers the engine: everything but the ports.</summary>
public static class PipelineServices
{
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(ContractCatalog.Shipped);
        services.AddSingleton(ProfileCatalog.Shipped);
        services.AddSingleton(new LakeOptions());
        services.AddSingleton(SiteOptions.Of(configuration["SiteAddress"]));
        services.AddSingleton<LakeStore>();
        services.AddSingleton<ExtractLedger>();
        services.AddSingleton<AreaLease>();
        services.AddSingleton<RunLedger>();
        services.AddSingleton<MailingLedger>();
        services.AddSingleton<RecipientBook>();
        services.AddSingleton<WeeklyReportArchive>();
        services.AddSingleton<QuarantineStore>();
        services.AddSingleton<LandingArchive>();
        services.AddSingleton<AreaProfiles>();
        services.AddSingleton<WeeklyMailComposer>();
        services.AddSingleton<WeeklyPageComposer>();
        services.AddSingleton<WeeklyDocuments>();
        services.AddSingleton<RenderWeeklyPage>();
        services.AddSingleton<MailDispatcher>();
        services.AddSingleton<IngestBatch>();
        services.AddSingleton<IngestFile>();
        services.AddSingleton<SweepLanding>();
        services.AddSingleton<ProduceWeeklyReport>();
        services.AddSingleton<MonthlyReportArchive>();
        services.AddSingleton<ProduceMonthlyFigures>();
        services.AddSingleton<SendWeeklyReport>();
        services.AddSingleton<RunDueWeeklyReports>();
        services.AddSingleton<CheckReadiness>();
        services.TryAddSingleton(SignInOptions.Nobody);
        services.AddSingleton<SignIn>();
        services.AddSingleton<ReaderAccess>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<ReportIndexComposer>();
        services.AddSingleton<OpenReport>();
        services.AddSingleton<PreviewWeeklyReport>();
        services.AddSingleton<BackfillWeeklyReports>();
        services.AddSingleton<FreshnessLedger>();
        services.AddSingleton<AlertMailComposer>();
        services.AddSingleton<CheckFreshness>();
        return services;
    }
}
