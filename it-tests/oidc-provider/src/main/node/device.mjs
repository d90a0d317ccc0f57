// The users' own devices: they keep what they are asked (CIBA) until a test decides for the user.

import { errors } from 'oidc-provider';

const PREFIX = '/device/';

let waiting = [];

/** Returns the configuration of CIBA: hints as Auth0 has them, which name issuer and subject. */
export const ciba = {
  enabled: true,
  deliveryModes: ['poll'],
  processLoginHint(ctx, hint) {
    const { format, iss, sub } = JSON.parse(hint);
    if (format !== 'iss_sub' || iss !== ctx.oidc.issuer) {
      throw new errors.InvalidRequest('login_hint is no iss_sub of this issuer');
    }
    return sub;
  },
  validateRequestContext() {},
  verifyUserCode() {},
  triggerAuthenticationDevice(ctx, request) {
    waiting.push(request);
  },
};

/** Returns whether a request is of a test that decides for the users. */
export function isForDevice(request) {
  return request.url.startsWith(PREFIX);
}

/** Approves or denies all that users are asked now, and tells how many requests that were. */
export async function handleDevice(provider, request, response) {
  const asked = waiting;
  waiting = [];
  for (const each of asked) {
    await provider.backchannelResult(each, await decision(provider, request, each), {
      authTime: Math.floor(Date.now() / 1000),
    });
  }
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ decided: asked.length }));
}

async function decision(provider, request, asked) {
  if (request.url !== `${PREFIX}approve`) {
    return new errors.AccessDenied();
  }
  const grant = new provider.Grant({ clientId: asked.clientId, accountId: asked.accountId });
  grant.addOIDCScope(asked.scope);
  await grant.save();
  return grant;
}
