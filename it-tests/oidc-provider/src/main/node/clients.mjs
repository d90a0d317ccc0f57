// The clients: one application under test, registered in several ways.

import { createPublicKey } from 'node:crypto';
import { TOKEN_EXCHANGE } from './api.mjs';

const SECRET = 'it-client-secret-for-tests-only';
// RFC 6749, 2.3.1: both are form-encoded before they are put into the header.
const BASIC_ID = 'it:basic+100%';
const BASIC_SECRET = 'it-basic:secret+for%20tests&only=/?';

/** Returns the clients of an application at this address, of which one signs with the other half of this public key. */
export function clients(application, publicKeyPem) {
  const common = {
    redirect_uris: [`${application}/auth/callback`],
    post_logout_redirect_uris: [application, `${application}/`],
    backchannel_logout_uri: `${application}/auth/backchannel-logout`,
    backchannel_logout_session_required: true,
    grant_types: ['authorization_code', 'refresh_token', 'urn:openid:params:grant-type:ciba', TOKEN_EXCHANGE],
    backchannel_token_delivery_mode: 'poll',
  };
  return [
    { ...common, client_id: 'it-client', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_post' },
    { ...common, client_id: BASIC_ID, client_secret: BASIC_SECRET, token_endpoint_auth_method: 'client_secret_basic' },
    {
      ...common,
      client_id: 'it-strict',
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'RS256',
      jwks: { keys: [{ ...createPublicKey(publicKeyPem).export({ format: 'jwk' }), kid: 'it-strict-key' }] },
      require_pushed_authorization_requests: true,
      dpop_bound_access_tokens: true,
    },
  ];
}
