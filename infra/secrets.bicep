metadata description = 'The two secrets. Deployed by the hook hooks/secrets.cs for those that are not there yet, through the control plane: the vault need not be reachable from outside.'

@description('Name of the vault.')
param vaultName string

@description('Key of the mail service; empty when it is there already.')
@secure()
param mailApiKey string

@description('Until when the key of the mail service is good, as seconds since 1970: it must be changed before.')
param mailApiKeyExpires int

@description('HMAC key, base64 of 32 random bytes; empty when it is there already.')
@secure()
param personKey string

@description('Version of the HMAC key, e.g. k1.')
param personKeyVersion string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource mail 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(mailApiKey)) {
  parent: vault
  name: 'mail-api-key'
  properties: {
    value: mailApiKey
    contentType: 'SendGrid API key, right Mail Send'
    attributes: {
      enabled: true
      exp: mailApiKeyExpires
    }
  }
}

// No expiry: what was hashed with it can be matched with this key only. Another version is another secret.
resource person 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(personKey)) {
  parent: vault
  name: 'person-key-${personKeyVersion}'
  properties: {
    value: personKey
    contentType: 'base64 of 32 random bytes, HMAC-SHA-256 of NHS numbers and postcodes'
    attributes: {
      enabled: true
    }
  }
}
