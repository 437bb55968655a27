metadata description = 'Logs workspace and Application Insights: Entra sign-in only, client addresses masked.'

@description('Name of the workspace.')
param workspaceName string

@description('Name of the Application Insights component.')
param appInsightsName string

@description('Region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Object id of the identity that writes telemetry.')
param writerPrincipalId string

@description('Days for which logs can be searched. The audit of who opened what is not here but in the container audit.')
param retentionDays int

var roles = loadJsonContent('../roles.json')

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    workspaceCapping: {
      dailyQuotaGb: 2
    }
  }
}

resource appInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: appInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    DisableIpMasking: false
    IngestionMode: 'LogAnalytics'
    RetentionInDays: retentionDays
  }
}

resource writer 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(appInsights.id, writerPrincipalId, roles.MonitoringMetricsPublisher)
  scope: appInsights
  properties: {
    principalId: writerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.MonitoringMetricsPublisher)
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Resource id of Application Insights.')
output appInsightsId string = appInsights.id

@description('Where telemetry is sent to. It holds no key that is accepted: local authentication is off.')
output connectionString string = appInsights.properties.ConnectionString
