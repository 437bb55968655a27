metadata description = 'Who is told of an alert.'

@description('Name of the group.')
param name string

@description('Tags.')
param tags { *: string }

@description('Address of operations.')
param email string

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'familyhubs'
    emailReceivers: [
      {
        name: 'operations'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

@description('Resource id.')
output id string = group.id
