metadata description = 'A role on one container.'

@description('Name of the storage account.')
param accountName string

@description('Name of the container.')
param containerName string

@description('Object id of who gets the role.')
param principalId string

@description('Kind of that identity.')
@allowed(['ServicePrincipal', 'User', 'Group'])
param principalType string

@description('Id of the role, from roles.json.')
param roleId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = {
      name: containerName
    }
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::container.id, principalId, roleId)
  scope: account::blobs::container
  properties: {
    principalId: principalId
    principalType: principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
  }
}
