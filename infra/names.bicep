// One convention for every name: kind-fhp-environment-token; where dashes or length forbid it, kind, purpose and token alone.

@export()
@description('Name of a resource, e.g. func-fhp-prod-k3x9d2ma.')
func nameOf(kind string, environmentName string, token string) string => toLower('${kind}-fhp-${environmentName}-${token}')

@export()
@description('Name of a resource that must be short or without dashes, e.g. stfhpdatak3x9d2ma: at most 24 characters.')
func shortNameOf(kind string, purpose string, token string) string => toLower(take('${kind}fhp${purpose}${token}', 24))
