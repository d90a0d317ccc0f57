// The configuration of oidc-provider: what Auth0 has and this provider calls otherwise, and what makes it stricter.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { interactionPolicy } from 'oidc-provider';
import { ROLES_CLAIM, findAccount } from './accounts.mjs';
import { extraTokenClaims, resourceIndicators } from './api.mjs';
import { grantWhatIsAskedFor } from './consent.mjs';
import { ciba } from './device.mjs';
import { interactionUrl } from './login.mjs';
import { logoutSource } from './pages.mjs';

/** What a login with a second factor would be. */
const STEP_UP_ACR = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';

/** Returns the configuration for these clients. */
export function configuration(clients) {
  return {
    clients,
    findAccount,
    extraTokenClaims,
    loadExistingGrant: grantWhatIsAskedFor,
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    interactions: { policy: policy(), url: interactionUrl },
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    extraParams: ['audience'],
    acrValues: [STEP_UP_ACR],
    claims: {
      profile: ['name', 'preferred_username', ROLES_CLAIM],
      email: ['email', 'email_verified'],
    },
    // The ID token has the claims of the scopes, too, as Auth0's has.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: 300 },
    rotateRefreshToken: true,
    // Without it offline_access counts only together with prompt=consent.
    issueRefreshToken: async (ctx, client) => client.grantTypeAllowed('refresh_token'),
    features: features(),
    fetch: fetchFromLoopback,
  };
}

function features() {
  return {
    devInteractions: { enabled: false },
    resourceIndicators,
    dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: true },
    ciba,
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource },
    revocation: { enabled: true },
    userinfo: { enabled: true },
  };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'it-rs256' };
}

/** Who is logged in, but not in the way that acr_values asks for, logs in again. */
function policy() {
  const prompts = interactionPolicy.base();
  const { Check } = interactionPolicy;
  prompts.get('login').checks.add(new Check('acr_values', 'a stronger login is asked for', (ctx) => {
    const asked = ctx.oidc.params.acr_values?.split(' ') ?? [];
    return asked.length > 0 && !asked.includes(ctx.oidc.acr) ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  }));
  return prompts;
}

/** The provider's dispatcher drops connections to loopback, where the application under test is. */
function fetchFromLoopback(url, { dispatcher, ...options }) {
  return fetch(url, options);
}
