metadata description = 'Alerts on what the platform counts: events that were not delivered, storage that does not answer, the service in the region.'

@description('First part of the names.')
param namePrefix string

@description('Tags.')
param tags { *: string }

@description('Resource id of the action group.')
param actionGroupId string

@description('Resource id of the topic of events.')
param topicId string

@description('Resource ids of the storage accounts.')
param storageAccountIds string[]

var runbook = loadJsonContent('../alerts.json').runbook

// A newer one exists, but not in every compiler that is about.
#disable-next-line use-recent-api-versions
resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${namePrefix}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'An event of a new blob could not be delivered and was put aside. What to do: ${runbook}#dead-letters'
    severity: 2
    enabled: true
    autoMitigate: true
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    scopes: [topicId]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead-letters'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

// A newer one exists, but not in every compiler that is about.
#disable-next-line use-recent-api-versions
resource deliveries 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${namePrefix}-deliveries-failing'
  location: 'global'
  tags: tags
  properties: {
    description: 'Events of new blobs do not reach the app. What to do: ${runbook}#dead-letters'
    severity: 3
    enabled: true
    autoMitigate: true
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    scopes: [topicId]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'failures'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'DeliveryAttemptFailCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

// A newer one exists, but not in every compiler that is about.
#disable-next-line use-recent-api-versions
resource storage 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (accountId, i) in storageAccountIds: {
    name: '${namePrefix}-storage-${i}'
    location: 'global'
    tags: tags
    properties: {
      description: 'A storage account answers less than 99 of 100 requests. What to do: ${runbook}#storage-does-not-answer'
      severity: 1
      enabled: true
      autoMitigate: true
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      scopes: [accountId]
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'availability'
            criterionType: 'StaticThresholdCriterion'
            metricName: 'Availability'
            timeAggregation: 'Average'
            operator: 'LessThan'
            threshold: 99
          }
        ]
      }
      actions: [
        {
          actionGroupId: actionGroupId
        }
      ]
    }
  }
]

// A newer one exists, but not in every compiler that is about.
#disable-next-line use-recent-api-versions
resource serviceHealth 'Microsoft.Insights/activityLogAlerts@2020-10-01' = {
  name: '${namePrefix}-service-health'
  location: 'global'
  tags: tags
  properties: {
    description: 'Azure reports trouble or planned work. What to do: ${runbook}#azure-reports-trouble'
    enabled: true
    scopes: [subscription().id]
    condition: {
      allOf: [
        {
          field: 'category'
          equals: 'ServiceHealth'
        }
      ]
    }
    actions: {
      actionGroups: [
        {
          actionGroupId: actionGroupId
        }
      ]
    }
  }
}
