metadata description = 'Who is told of which new blob. Deployed by hooks/subscribe.cs after the app: Event Grid asks the function whether it wants the events. The key never leaves the deployment.'

@description('Name of the app.')
param functionAppName string

@description('Name of the topic.')
param topicName string

@description('Resource id of the storage account that keeps dead letters.')
param deadLetterAccountId string

@description('Name of the container that keeps dead letters.')
param deadLetterContainerName string

// Finished uploads only, by the call that finishes one: without this an upload is told of several times, or before it is whole.
var finished = [
  'PutBlob'
  'PutBlockList'
  'CopyBlob'
  'FlushWithClose'
  'SftpCommit'
]

var subscriptions = [
  {
    name: 'ingest-extract'
    function: 'IngestExtract'
    contains: '/blobs/'
    endsWith: '/SRManifest.csv'
  }
  {
    name: 'ingest-reference'
    function: 'IngestReference'
    contains: '/reference/'
    endsWith: '.csv'
  }
  {
    name: 'ingest-return'
    function: 'IngestReturn'
    contains: '/returns/'
    endsWith: '.csv'
  }
]

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource told 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for subscription in subscriptions: {
    parent: topic
    name: subscription.name
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${subscription.function}&code=${listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension}'
          maxEventsPerBatch: 1
          minimumTlsVersionAllowed: '1.2'
        }
      }
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        subjectBeginsWith: '/blobServices/default/containers/landing/blobs/'
        subjectEndsWith: subscription.endsWith
        isSubjectCaseSensitive: true
        advancedFilters: [
          {
            operatorType: 'StringIn'
            key: 'data.api'
            values: finished
          }
          {
            operatorType: 'NumberGreaterThan'
            key: 'data.contentLength'
            value: 0
          }
          {
            operatorType: 'StringContains'
            key: 'subject'
            values: [subscription.contains]
          }
        ]
      }
      deadLetterWithResourceIdentity: {
        identity: {
          type: 'SystemAssigned'
        }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: deadLetterAccountId
            blobContainerName: deadLetterContainerName
          }
        }
      }
      retryPolicy: {
        eventTimeToLiveInMinutes: 1440
        maxDeliveryAttempts: 30
      }
    }
  }
]
