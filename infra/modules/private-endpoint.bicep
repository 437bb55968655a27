metadata description = 'A private endpoint of one service, with its name in the zone.'

@description('Name of the endpoint.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Resource id of the service.')
param serviceId string

@description('Part of the service: blob, queue, table or vault.')
@allowed(['blob', 'queue', 'table', 'vault'])
param part string

@description('Resource id of the subnet.')
param subnetId string

@description('Resource id of the private zone.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    customNetworkInterfaceName: '${name}-nic'
    privateLinkServiceConnections: [
      {
        name: part
        properties: {
          privateLinkServiceId: serviceId
          groupIds: [part]
        }
      }
    ]
  }

  resource zoneGroup 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: part
          properties: {
            privateDnsZoneId: zoneId
          }
        }
      ]
    }
  }
}
