metadata description = 'Alerts on the log lines of the product. The list is in alerts.json; each names its section of docs/runbook.md.'

@description('First part of the names.')
param namePrefix string

@description('Region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Resource id of the logs workspace.')
param workspaceId string

@description('Resource id of the action group.')
param actionGroupId string

var alerts = loadJsonContent('../alerts.json')

// A newer one exists, but not in every compiler that is about.
#disable-next-line use-recent-api-versions
resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts.logAlerts: {
    name: '${namePrefix}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${alert.title} (${namePrefix})'
      description: '${alert.says} What to do: ${alerts.runbook}#${alert.section}'
      severity: alert.severity
      enabled: true
      autoMitigate: alert.mendsItself
      muteActionsDuration: alert.mendsItself ? null : alert.quietFor
      evaluationFrequency: alert.every
      windowSize: alert.over
      // The tables of Application Insights come with their first line: until then a query that names one would be refused.
      skipQueryValidation: true
      scopes: [workspaceId]
      criteria: {
        allOf: [
          {
            query: join(alert.query, '\n')
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              minFailingPeriodsToAlert: 1
              numberOfEvaluationPeriods: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [actionGroupId]
      }
    }
  }
]
