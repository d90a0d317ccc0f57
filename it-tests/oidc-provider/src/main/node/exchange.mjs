// Token exchange (RFC 8693), which the provider leaves to its users: a client that got an access token of a user has it
// exchanged for one with which it acts for that user at the API. The audience is named as Auth0's clients name it.

import { errors } from 'oidc-provider';
// What the provider's own grants do with proofs of possession, nonces included.
import validateDpop, { checkDpopReplay } from 'oidc-provider/lib/helpers/validate_dpop.js';
import { TOKEN_EXCHANGE, apiOf } from './api.mjs';

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const PARAMETERS = [
  'subject_token',
  'subject_token_type',
  'actor_token',
  'requested_token_type',
  'audience',
  'scope',
];

/** Adds the grant to a provider. */
export function registerTokenExchange(provider) {
  provider.registerGrantType(TOKEN_EXCHANGE, (ctx) => exchange(provider, ctx), PARAMETERS);
}

async function exchange(provider, ctx) {
  const { client, params } = ctx.oidc;
  const proof = await proofOf(provider, ctx);
  requireForm(params);
  const api = apiOf(params.audience);
  const scope = scopeAt(api, params.scope);
  const subject = await subjectOf(provider, ctx, proof);
  const token = new provider.AccessToken({
    client,
    scope,
    gty: TOKEN_EXCHANGE,
    accountId: subject.accountId,
    grantId: subject.grantId,
    expiresWithSession: subject.expiresWithSession,
    sessionUid: subject.sessionUid,
    resourceServer: new provider.ResourceServer(params.audience, api),
    // It ends with the token that it was exchanged for.
    expiresIn: subject.remainingTTL,
  });
  if (proof) {
    token.setThumbprint('jkt', proof.thumbprint);
  }
  ctx.oidc.entity('AccessToken', token);
  ctx.body = {
    access_token: await token.save(),
    issued_token_type: ACCESS_TOKEN,
    token_type: token.tokenType,
    expires_in: token.expiration,
    scope,
  };
}

async function proofOf(provider, ctx) {
  const { client } = ctx.oidc;
  const proof = await validateDpop(provider, ctx);
  if (!proof && client.dpopBoundAccessTokens) {
    throw new errors.InvalidGrant('DPoP proof JWT not provided');
  }
  await checkDpopReplay(provider, ctx, proof, client.clientId);
  return proof;
}

function requireForm(params) {
  if (!params.subject_token || params.subject_token_type !== ACCESS_TOKEN) {
    throw new errors.InvalidRequest('the subject token is missing, or is no access token');
  }
  if (params.actor_token) {
    throw new errors.InvalidRequest('the actor is the client');
  }
  if (params.requested_token_type && params.requested_token_type !== ACCESS_TOKEN) {
    throw new errors.InvalidRequest('only access tokens are issued');
  }
}

function scopeAt(api, asked) {
  const known = api.scope.split(' ');
  const unknown = asked?.split(' ').filter((scope) => !known.includes(scope)) ?? [];
  if (unknown.length > 0) {
    throw new errors.InvalidScope('not a scope of the API', unknown.join(' '));
  }
  return asked;
}

/** Returns the subject token, which is one of a user, has not ended, and was given to this client and to this key. */
async function subjectOf(provider, ctx, proof) {
  const { client, params } = ctx.oidc;
  const subject = await provider.AccessToken.find(params.subject_token);
  if (!subject || subject.isExpired) {
    throw new errors.InvalidGrant('subject token not found');
  }
  if (subject.clientId !== client.clientId) {
    throw new errors.InvalidGrant('the subject token was given to another client');
  }
  if (subject.jkt !== proof?.thumbprint) {
    throw new errors.InvalidGrant('the subject token is bound to another key');
  }
  return subject;
}
