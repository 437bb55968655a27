metadata description = 'FamilyHubs.Pipeline: everything but the secrets (secrets.bicep) and the event subscriptions (event-subscriptions.bicep), which need the rest to be there.'

targetScope = 'subscription'

import { nameOf, shortNameOf } from 'names.bicep'

@description('Name of the environment: part of every name.')
@minLength(1)
@maxLength(12)
param environmentName string

@description('Region. Data about children stays in the United Kingdom.')
@allowed(['uksouth', 'ukwest'])
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Object id of who deploys: may put profiles and reference files.')
param principalId string = deployer().objectId

@description('Kind of that identity.')
@allowed(['User', 'ServicePrincipal'])
param principalType string

@description('Whether mails reach managers and commissioners. Anywhere else they go to allowed addresses only.')
param production bool

@description('Storage and vault are reached by a private network, and by the addresses below, only.')
param vnetEnabled bool

@description('Public addresses or ranges that reach the data all the same, parted by commas: the sender of extracts, informatics.')
param allowedIps string

@description('Kind of copies of the data: ZRS in three buildings of UK South, GZRS also in UK West.')
@allowed(['Standard_ZRS', 'Standard_GZRS', 'Standard_GRS'])
param dataSku string

@description('Address of operations, for alerts and the budget.')
param operationsEmail string

@description('Client id of the app registration for sign-in (hooks/sign-in.cs).')
param signInClientId string

@description('Where the mail service keeps the mails.')
@allowed(['global', 'eu'])
param mailRegion string

@description('The mail service checks each mail and delivers none.')
param mailSandbox bool

@description('Addresses or @domains that may be mailed to, parted by semicolons; empty: everyone, in production only.')
param mailAllowedRecipients string

@description('Version of the HMAC key in force; each is a secret of its own.')
param personKeyVersion string

@description('Object id of the identity of the sender of extracts, which puts files into landing; empty: none.')
param senderId string

@description('Object id of the group of business informatics; empty: none.')
param informaticsId string

@description('Object id of the group of commissioners that read snapshots straight from the container; empty: none.')
param commissionersId string

@description('Object id of the group of information governance, which reads the audit; empty: none.')
param governanceId string

@description('Pounds a month.')
param budgetAmount int

@description('First day of the month in which the budget begins, e.g. 2026-11-01.')
param budgetStart string

@description('Whether uploads are scanned for malware (charged by the gigabyte).')
param malwareScan bool

var abbreviations = loadJsonContent('abbreviations.json')
var roles = loadJsonContent('roles.json')
var stores = loadJsonContent('stores.json')

var serviceName = 'pipeline'
var token = take(uniqueString(subscription().id, environmentName, location), 8)
var tags = {
  'azd-env-name': environmentName
  service: 'familyhubs-pipeline'
  classification: 'official-sensitive-personal'
}
var allowedIpRanges = empty(allowedIps) ? [] : map(split(allowedIps, ','), range => trim(range))

var hostStorageName = shortNameOf(abbreviations.storageAccount, 'host', token)
var dataStorageName = shortNameOf(abbreviations.storageAccount, 'data', token)
var functionAppName = nameOf(abbreviations.functionApp, environmentName, token)
var keyVaultName = shortNameOf(abbreviations.keyVault, '', token)
var packageContainerName = 'app-package'
var deadLetterContainerName = 'event-dead-letters'

var principals = {
  app: {
    id: identity.outputs.principalId
    type: 'ServicePrincipal'
  }
  deployer: {
    id: principalId
    type: principalType
  }
  sender: {
    id: senderId
    type: 'ServicePrincipal'
  }
  informatics: {
    id: informaticsId
    type: 'Group'
  }
  commissioners: {
    id: commissionersId
    type: 'Group'
  }
  governance: {
    id: governanceId
    type: 'Group'
  }
}
var isThere = {
  app: true
  deployer: !empty(principalId)
  sender: !empty(senderId)
  informatics: !empty(informaticsId)
  commissioners: !empty(commissionersId)
  governance: !empty(governanceId)
}
var grants = filter(stores.grants, grant => isThere[grant.to])
var hostRoles = [
  roles.StorageBlobDataOwner
  roles.StorageQueueDataContributor
  roles.StorageTableDataContributor
]
// Poison queue, tables of figures and ledgers, links for downloads.
var dataAccountRoles = [
  roles.StorageQueueDataContributor
  roles.StorageTableDataContributor
  roles.StorageBlobDelegator
]

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: nameOf(abbreviations.resourceGroup, environmentName, token)
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: nameOf(abbreviations.identity, environmentName, token)
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: nameOf(abbreviations.workspace, environmentName, token)
    appInsightsName: nameOf(abbreviations.appInsights, environmentName, token)
    location: location
    tags: tags
    writerPrincipalId: identity.outputs.principalId
    retentionDays: 365
  }
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  scope: group
  params: {
    name: nameOf(abbreviations.virtualNetwork, environmentName, token)
    securityGroupName: nameOf(abbreviations.networkSecurityGroup, environmentName, token)
    location: location
    tags: tags
  }
}

module hostStorage 'modules/storage-account.bicep' = {
  scope: group
  params: {
    name: hostStorageName
    location: location
    tags: tags
    skuName: location == 'uksouth' ? 'Standard_ZRS' : 'Standard_GRS'
    softDeleteDays: stores.softDeleteDays
    workspaceId: monitoring.outputs.workspaceId
    restricted: vnetEnabled
    allowedIpRanges: []
  }
}

module hostStores 'modules/host-stores.bicep' = {
  scope: group
  params: {
    accountName: hostStorage.outputs.name
    packageContainerName: packageContainerName
    deadLetterContainerName: deadLetterContainerName
  }
}

module dataStorage 'modules/storage-account.bicep' = {
  scope: group
  params: {
    name: dataStorageName
    location: location
    tags: tags
    skuName: dataSku
    softDeleteDays: stores.softDeleteDays
    workspaceId: monitoring.outputs.workspaceId
    restricted: vnetEnabled
    allowedIpRanges: allowedIpRanges
  }
}

module dataStores 'modules/data-stores.bicep' = {
  scope: group
  params: {
    accountName: dataStorage.outputs.name
  }
}

module defender 'modules/defender.bicep' = if (malwareScan) {
  scope: group
  params: {
    accountName: dataStorage.outputs.name
    monthlyGigabytes: 100
  }
}

module hostAccess 'modules/account-access.bicep' = [
  for roleId in hostRoles: {
    scope: group
    params: {
      accountName: hostStorage.outputs.name
      principalId: identity.outputs.principalId
      principalType: 'ServicePrincipal'
      roleId: roleId
    }
  }
]

module dataAccess 'modules/account-access.bicep' = [
  for roleId in dataAccountRoles: {
    scope: group
    params: {
      accountName: dataStorage.outputs.name
      principalId: identity.outputs.principalId
      principalType: 'ServicePrincipal'
      roleId: roleId
    }
  }
]

module deployerTables 'modules/account-access.bicep' = if (isThere.deployer) {
  scope: group
  params: {
    accountName: dataStorage.outputs.name
    principalId: principalId
    principalType: principalType
    roleId: roles.StorageTableDataReader
  }
}

module informaticsTables 'modules/account-access.bicep' = if (isThere.informatics) {
  scope: group
  params: {
    accountName: dataStorage.outputs.name
    principalId: informaticsId
    principalType: 'Group'
    roleId: roles.StorageTableDataReader
  }
}

module containerAccess 'modules/container-access.bicep' = [
  for grant in grants: {
    scope: group
    params: {
      accountName: dataStorage.outputs.name
      containerName: grant.container
      principalId: principals[grant.to].id
      principalType: principals[grant.to].type
      roleId: roles[grant.role]
    }
    dependsOn: [
      dataStores
    ]
  }
]

module keyVault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    name: keyVaultName
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    restricted: vnetEnabled
  }
}

module eventTopic 'modules/event-topic.bicep' = {
  scope: group
  params: {
    name: nameOf(abbreviations.eventTopic, environmentName, token)
    location: location
    tags: tags
    sourceId: dataStorage.outputs.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

module deadLetterAccess 'modules/container-access.bicep' = {
  scope: group
  params: {
    accountName: hostStorage.outputs.name
    containerName: hostStores.outputs.deadLetterContainerName
    principalId: eventTopic.outputs.principalId
    principalType: 'ServicePrincipal'
    roleId: roles.StorageBlobDataContributor
  }
}

module endpoints 'modules/private-endpoints.bicep' = if (vnetEnabled) {
  scope: group
  params: {
    kind: abbreviations.privateEndpoint
    environmentName: environmentName
    token: token
    location: location
    tags: tags
    subnetId: network!.outputs.endpointSubnetId
    zoneIds: network!.outputs.zoneIds
    hostStorageId: hostStorage.outputs.id
    dataStorageId: dataStorage.outputs.id
    vaultId: keyVault.outputs.id
  }
}

module functionApp 'modules/function-app.bicep' = {
  scope: group
  params: {
    name: functionAppName
    planName: nameOf(abbreviations.plan, environmentName, token)
    location: location
    tags: tags
    serviceName: serviceName
    identityId: identity.outputs.id
    packageContainerUri: '${hostStorage.outputs.blobEndpoint}${packageContainerName}'
    subnetId: vnetEnabled ? network!.outputs.appSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    signInClientId: signInClientId
    settings: {
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
      AZURE_FUNCTIONS_ENVIRONMENT: production ? 'Production' : 'Staging'
      AzureFunctionsWebHost__hostid: take(replace(functionAppName, '-', ''), 32)
      AzureWebJobsStorage__blobServiceUri: hostStorage.outputs.blobEndpoint
      AzureWebJobsStorage__clientId: identity.outputs.clientId
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__queueServiceUri: hostStorage.outputs.queueEndpoint
      AzureWebJobsStorage__tableServiceUri: hostStorage.outputs.tableEndpoint
      Lake__blobServiceUri: dataStorage.outputs.blobEndpoint
      Lake__clientId: identity.outputs.clientId
      Lake__credential: 'managedidentity'
      Lake__queueServiceUri: dataStorage.outputs.queueEndpoint
      Mail__AllowedRecipients: mailAllowedRecipients
      Mail__ApiKey: '@Microsoft.KeyVault(SecretUri=${keyVault.outputs.uri}secrets/mail-api-key)'
      Mail__Region: mailRegion
      Mail__Sandbox: string(mailSandbox)
      Mail__TimeoutSeconds: '60'
      Retention__HistoryDays: '400'
      Retention__PublishedDays: '1100'
      OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.outputs.clientId
      PersonKey: '@Microsoft.KeyVault(SecretUri=${keyVault.outputs.uri}secrets/person-key-${personKeyVersion})'
      PersonKeyVersion: personKeyVersion
      SiteAddress: 'https://${functionAppName}.azurewebsites.net/'
    }
  }
  dependsOn: [
    hostAccess
    hostStores
    dataAccess
    containerAccess
    endpoints
  ]
}

module actionGroup 'modules/action-group.bicep' = {
  scope: group
  params: {
    name: nameOf(abbreviations.actionGroup, environmentName, token)
    tags: tags
    email: operationsEmail
  }
}

module logAlerts 'modules/log-alerts.bicep' = {
  scope: group
  params: {
    namePrefix: nameOf('alert', environmentName, token)
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: actionGroup.outputs.id
  }
  dependsOn: [
    functionApp
  ]
}

module metricAlerts 'modules/metric-alerts.bicep' = {
  scope: group
  params: {
    namePrefix: nameOf('alert', environmentName, token)
    tags: tags
    actionGroupId: actionGroup.outputs.id
    topicId: eventTopic.outputs.id
    storageAccountIds: [
      hostStorage.outputs.id
      dataStorage.outputs.id
    ]
  }
}

module dashboard 'modules/dashboard.bicep' = {
  scope: group
  params: {
    title: 'FamilyHubs.Pipeline ${environmentName}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: nameOf(abbreviations.budget, environmentName, token)
    amount: budgetAmount
    startDate: budgetStart
    email: operationsEmail
  }
}

@description('Region.')
output AZURE_LOCATION string = location

@description('Directory.')
output AZURE_TENANT_ID string = tenant().tenantId

@description('Resource group.')
output RESOURCE_GROUP string = group.name

@description('Name of the app.')
output FUNCTION_APP_NAME string = functionApp.outputs.name

@description('Address of the pages.')
output SITE_ADDRESS string = 'https://${functionAppName}.azurewebsites.net/'

@description('Name of the vault.')
output KEY_VAULT_NAME string = keyVault.outputs.name

@description('Object id of the identity of the app.')
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('Name of the account with the data.')
output DATA_STORAGE_NAME string = dataStorage.outputs.name

@description('Address of the blobs with the data: the setting Lake of the command line.')
output LAKE_ADDRESS string = dataStorage.outputs.blobEndpoint

@description('Resource id of the account with dead letters.')
output DEAD_LETTER_ACCOUNT_ID string = hostStorage.outputs.id

@description('Container with dead letters.')
output DEAD_LETTER_CONTAINER string = hostStores.outputs.deadLetterContainerName

@description('Name of the topic of events.')
output EVENT_TOPIC_NAME string = eventTopic.outputs.name
