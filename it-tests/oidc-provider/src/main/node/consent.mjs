// Nobody is asked for consent: an application gets what it asks for.

/** Returns the grant of the client and the user, with all that this request asks for. */
export async function grantWhatIsAskedFor(ctx) {
  const { provider, client, session, resourceServers, requestParamOIDCScopes, requestParamScopes } = ctx.oidc;
  const known = session.grantIdFor(client.clientId);
  const grant = (known && (await provider.Grant.find(known)))
    || new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
  for (const [resource, server] of Object.entries(resourceServers)) {
    const scopes = [...requestParamScopes].filter((scope) => server.scopes.has(scope));
    grant.addResourceScope(resource, scopes.join(' '));
  }
  await grant.save();
  return grant;
}
