metadata description = 'A storage account: no keys, no public reading, what was deleted or overwritten can be had back for some days, every access logged.'

@description('Name of the account.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Kind of copies: in three buildings of the region, also in the paired region, or (where a region has one building) in both regions.')
@allowed(['Standard_ZRS', 'Standard_GZRS', 'Standard_GRS'])
param skuName string

@description('Days for which deleted blobs and containers can be had back.')
param softDeleteDays int

@description('Resource id of the workspace that keeps the record of accesses.')
param workspaceId string

@description('Only the private network and the addresses below reach it.')
param restricted bool

@description('Public addresses or ranges that reach it all the same, e.g. of the sender of extracts.')
param allowedIpRanges string[]

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: skuName
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: restricted && empty(allowedIpRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Event Grid writes dead letters, and the platform fetches the package, as trusted services.
      bypass: 'AzureServices'
      defaultAction: restricted ? 'Deny' : 'Allow'
      ipRules: [for range in allowedIpRanges: {
        action: 'Allow'
        value: range
      }]
    }
    sasPolicy: {
      expirationAction: 'Block'
      sasExpirationPeriod: '0.01:00:00'
    }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: {
          enabled: true
          keyType: 'Account'
        }
        queue: {
          enabled: true
          keyType: 'Account'
        }
        table: {
          enabled: true
          keyType: 'Account'
        }
      }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      changeFeed: {
        enabled: true
        retentionInDays: softDeleteDays
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: softDeleteDays
      }
      deleteRetentionPolicy: {
        enabled: true
        days: softDeleteDays
      }
      isVersioningEnabled: true
    }
  }

  resource queues 'queueServices' = {
    name: 'default'
  }

  resource tables 'tableServices' = {
    name: 'default'
  }
}

// The newest there is; the one before it knows no categories of storage logs.
#disable-next-line use-recent-api-versions
resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'accesses'
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

// The newest there is; the one before it knows no categories of storage logs.
#disable-next-line use-recent-api-versions
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'accesses'
  scope: account::queues
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

// The newest there is; the one before it knows no categories of storage logs.
#disable-next-line use-recent-api-versions
resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'accesses'
  scope: account::tables
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

@description('Resource id.')
output id string = account.id

@description('Name.')
output name string = account.name

@description('Address of the blob service.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of the queue service.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('Address of the table service.')
output tableEndpoint string = account.properties.primaryEndpoints.table
