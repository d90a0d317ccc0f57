// What clients asked of the provider, for tests that look at requests and not only at what they lead to.

const ENDPOINTS = [
  'pushed_authorization_request',
  'backchannel_authentication',
  'token',
  'revocation',
  'userinfo',
  'end_session',
];
const PATH = '/requests';

let noted = [];

/** Notes a request when it has been answered. */
export async function note(ctx, next) {
  await next();
  if (ENDPOINTS.includes(ctx.oidc?.route)) {
    noted.push({
      endpoint: ctx.oidc.route,
      status: ctx.status,
      scheme: ctx.get('Authorization').split(' ')[0],
      proof: ctx.get('DPoP'),
      parameters: { ...ctx.query, ...ctx.oidc.body },
    });
  }
}

/** Returns whether a request is for what was noted. */
export function isForRequests(request) {
  return request.url === PATH;
}

/** Tells what was noted, or forgets it. */
export function handleRequests(request, response) {
  if (request.method === 'DELETE') {
    noted = [];
  }
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ requests: noted }));
}
