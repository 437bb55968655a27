metadata description = 'One page of health: what came, what was refused, what ran, what was mailed, what is due. The page is workbook.json.'

@description('Title of the page.')
param title string

@description('Region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Resource id of the logs workspace.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'health')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: title
    category: 'workbook'
    sourceId: workspaceId
    serializedData: string(loadJsonContent('../workbook.json'))
    version: '1.0'
  }
}
