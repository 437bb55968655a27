#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// After provisioning: makes the secrets that are not there yet. The HMAC key is never made a second time.
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.MakeSecrets(services));
