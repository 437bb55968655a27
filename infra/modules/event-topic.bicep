metadata description = 'The topic that tells of new blobs. Its subscriptions come after the app is deployed: event-subscriptions.bicep.'

@description('Name of the topic.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Resource id of the storage account whose blobs are told of.')
param sourceId string

@description('Resource id of the workspace that keeps failures of delivery.')
param workspaceId string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: sourceId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

// The newest there is.
#disable-next-line use-recent-api-versions
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'failures'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'DeliveryFailures'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Resource id.')
output id string = topic.id

@description('Name.')
output name string = topic.name

@description('Object id of the identity that writes dead letters.')
output principalId string = topic.identity.principalId
