#!/usr/bin/env dotnet
#:project Deployment/Deployment.csproj
#:property PublishAot=false

// After deploying: the event subscriptions of the three blob triggers.
return await FamilyHubs.Deployment.Hook.RunAsync(services => new FamilyHubs.Deployment.Subscribe(services));
