metadata description = 'A budget of the month, with mails at 80 % spent and when 100 % are foreseen.'

@description('Name of the budget.')
param name string

@description('Pounds a month.')
param amount int

@description('First day of the month in which the budget begins. It cannot be changed later.')
param startDate string

@description('Who is told.')
param email string

// A newer one exists, but not in every compiler that is about.
#disable-next-line use-recent-api-versions
resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    amount: amount
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [email]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
