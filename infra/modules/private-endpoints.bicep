metadata description = 'The private endpoints: blob, queue and table of both accounts, and the vault.'

import { nameOf } from '../names.bicep'

@description('First part of the names.')
param kind string

@description('Name of the environment.')
param environmentName string

@description('Last part of the names.')
param token string

@description('Region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Resource id of the subnet.')
param subnetId string

@description('Resource ids of the private zones.')
param zoneIds {
  blob: string
  queue: string
  table: string
  vault: string
}

@description('Resource id of the account of the host.')
param hostStorageId string

@description('Resource id of the account with the data.')
param dataStorageId string

@description('Resource id of the vault.')
param vaultId string

var targets = [
  { name: 'host-blob', part: 'blob', serviceId: hostStorageId, zoneId: zoneIds.blob }
  { name: 'host-queue', part: 'queue', serviceId: hostStorageId, zoneId: zoneIds.queue }
  { name: 'host-table', part: 'table', serviceId: hostStorageId, zoneId: zoneIds.table }
  { name: 'data-blob', part: 'blob', serviceId: dataStorageId, zoneId: zoneIds.blob }
  { name: 'data-queue', part: 'queue', serviceId: dataStorageId, zoneId: zoneIds.queue }
  { name: 'data-table', part: 'table', serviceId: dataStorageId, zoneId: zoneIds.table }
  { name: 'vault', part: 'vault', serviceId: vaultId, zoneId: zoneIds.vault }
]

module endpoints 'private-endpoint.bicep' = [
  for target in targets: {
    params: {
      name: nameOf('${kind}-${target.name}', environmentName, token)
      location: location
      tags: tags
      serviceId: target.serviceId
      part: target.part
      subnetId: subnetId
      zoneId: target.zoneId
    }
  }
]
