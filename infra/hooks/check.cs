#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// Before provisioning: are the tools, the sign-in, the resource providers and the settings there?
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.CheckBefore(services));
