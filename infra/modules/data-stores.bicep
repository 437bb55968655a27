metadata description = 'Containers and tables of the product, and how long each keeps what it holds. The lists are in stores.json.'

@description('Name of the storage account.')
param accountName string

var stores = loadJsonContent('../stores.json')

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }

  resource tables 'tableServices' existing = {
    name: 'default'
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in stores.containers: {
    parent: account::blobs
    name: container.name
    properties: {
      publicAccess: 'None'
      metadata: {
        holds: container.holds
      }
    }
  }
]

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for table in stores.tables: {
    parent: account::tables
    name: table
  }
]

// Not locked: information governance locks it when it has signed the retention (docs/personal-data.md). Never on landing, lake or
// quarantine: a child's rows must be removable there.
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (container, i) in stores.containers: if (container.immutableDays != null) {
    parent: containers[i]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: container.immutableDays!
      allowProtectedAppendWrites: false
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [for container in stores.containers: {
        name: container.name
        enabled: true
        type: 'Lifecycle'
        definition: {
          filters: {
            blobTypes: ['blockBlob']
            prefixMatch: ['${container.name}/']
          }
          actions: {
            baseBlob: container.deleteAfterDays == null ? null : {
              tierToCold: container.coldAfterDays == null ? null : {
                daysAfterModificationGreaterThan: container.coldAfterDays!
              }
              delete: {
                daysAfterModificationGreaterThan: container.deleteAfterDays!
              }
            }
            version: {
              delete: {
                daysAfterCreationGreaterThan: stores.formerVersionDays
              }
            }
          }
        }
      }]
    }
  }
}
