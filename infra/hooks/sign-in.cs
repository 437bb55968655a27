#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// Before provisioning: the app registration by which readers sign in, with its roles.
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.RegisterSignIn(services));
