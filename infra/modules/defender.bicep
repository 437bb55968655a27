metadata description = 'Malware scan of what is uploaded, for the account that takes files from outside.'

@description('Name of the storage account.')
param accountName string

@description('Gigabytes a month that are scanned at most.')
param monthlyGigabytes int

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      onUpload: {
        isEnabled: true
        capGBPerMonth: monthlyGigabytes
      }
    }
    sensitiveDataDiscovery: {
      isEnabled: false
    }
  }
}
