#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// After provisioning: waits until the role assignments have taken effect.
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.WaitForRoles(services));
