#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// After provisioning: the registration learns the address of the pages and trusts the identity of the app.
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.TrustSignIn(services));
