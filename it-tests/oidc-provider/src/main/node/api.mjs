// The API that access tokens are for. Clients name it as Auth0's do: audience=... instead of resource=...

import { errors } from 'oidc-provider';
import { ROLES_CLAIM, roles } from './accounts.mjs';

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const AUDIENCE = 'https://api.example.com';

const API = {
  audience: AUDIENCE,
  scope: 'read:orders write:orders',
  accessTokenFormat: 'jwt',
};

export const resourceIndicators = {
  enabled: true,
  defaultResource: (ctx, client, oneOf) => oneOf ?? ctx.oidc.params.audience,
  // Without it the token endpoint would give a token for userinfo, because the scope has openid.
  useGrantedResource: () => true,
  getResourceServerInfo: (ctx, resource) => apiOf(resource),
};

/** Returns the API of an audience. */
export function apiOf(audience) {
  if (audience !== AUDIENCE) {
    throw new errors.InvalidTarget();
  }
  return API;
}

/** Returns what access tokens for the API say beyond the protocol. */
export function extraTokenClaims(ctx, token) {
  if (token.aud !== AUDIENCE) {
    return undefined;
  }
  const claims = { [ROLES_CLAIM]: roles(token.accountId) };
  return token.gty === TOKEN_EXCHANGE ? { ...claims, act: { sub: token.clientId } } : claims;
}
