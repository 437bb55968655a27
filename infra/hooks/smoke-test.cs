#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// After deploying: puts a small made-up extract into the area smoke and waits until it is in the lake.
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.SmokeTest(services));
