#!/bin/sh
# After the resources and before the app: the secrets it starts with, and what the sign-in needs to know of it.
set -eu

has_secret() {
  az keyvault secret show --vault-name "$AZURE_KEY_VAULT_NAME" --name "$1" --query id --output tsv >/dev/null 2>&1
}

if ! command -v az >/dev/null 2>&1; then
  echo "No Azure CLI: put the secrets desk-signing-key and sendgrid-api-key into $AZURE_KEY_VAULT_NAME by hand (docs/deploy.md)." >&2
  exit 0
fi

# Signs links in mails. Made once: a new one makes every link that was sent worthless.
if ! has_secret desk-signing-key; then
  # The role on the vault may be a minute old.
  tries=0
  until az keyvault secret set --vault-name "$AZURE_KEY_VAULT_NAME" --name desk-signing-key --value "$(openssl rand -base64 32)" --output none; do
    tries=$((tries + 1))
    if [ "$tries" -ge 6 ]; then
      echo "The key that signs links could not be put into the vault." >&2
      exit 1
    fi
    sleep 20
  done
fi

if [ -n "${SENDGRID_API_KEY:-}" ]; then
  az keyvault secret set --vault-name "$AZURE_KEY_VAULT_NAME" --name sendgrid-api-key --value "$SENDGRID_API_KEY" --output none
elif ! has_secret sendgrid-api-key; then
  echo "Put the SendGrid key into the vault; the app does not start without it:"
  echo "  az keyvault secret set --vault-name $AZURE_KEY_VAULT_NAME --name sendgrid-api-key --value <key>"
fi

if [ -n "${AUTH_CLIENT_ID:-}" ]; then
  az ad app update --id "$AUTH_CLIENT_ID" --web-redirect-uris "$SIGN_IN_REDIRECT_URL"

  # The app proves itself with its identity; there is no client secret to lose or to renew.
  if [ -z "$(az ad app federated-credential list --id "$AUTH_CLIENT_ID" --query "[?name=='function-app'].name" --output tsv)" ]; then
    tenant=$(az account show --query tenantId --output tsv)
    az ad app federated-credential create --id "$AUTH_CLIENT_ID" --parameters "{
      \"name\": \"function-app\",
      \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
      \"subject\": \"$AZURE_IDENTITY_PRINCIPAL_ID\",
      \"audiences\": [\"api://AzureADTokenExchange\"]
    }" --output none
  fi
fi
