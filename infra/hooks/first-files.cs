#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// After deploying: profiles and reference files of infra/first, as far as they are not there yet.
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.UploadFirstFiles(services));
