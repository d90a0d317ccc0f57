// Runs the provider on a free port of loopback, and prints its issuer when it answers.
//
//   APPLICATION=http://localhost:8080/app CLIENT_PUBLIC_KEY=<PEM> node server.mjs
//
// Ends with its standard input, and so with whoever started it, however that one ends.

import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { clients } from './clients.mjs';
import { configuration } from './configuration.mjs';
import { handleDevice, isForDevice } from './device.mjs';
import { registerTokenExchange } from './exchange.mjs';
import { handleLogin, isForLogin } from './login.mjs';
import { handleRequests, isForRequests, note } from './requests.mjs';

const { APPLICATION, CLIENT_PUBLIC_KEY } = process.env;

const server = createServer();
server.listen(0, '127.0.0.1', () => serve(`http://localhost:${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();

function serve(issuer) {
  const provider = new Provider(issuer, configuration(clients(APPLICATION, CLIENT_PUBLIC_KEY)));
  registerTokenExchange(provider);
  report(provider);
  provider.use(note);
  const protocol = provider.callback();
  server.on('request', (request, response) => {
    if (isForLogin(request)) {
      handleLogin(provider, request, response).catch((error) => fail(response, error));
    } else if (isForDevice(request)) {
      handleDevice(provider, request, response).catch((error) => fail(response, error));
    } else if (isForRequests(request)) {
      handleRequests(request, response);
    } else {
      protocol(request, response);
    }
  });
  console.log(issuer);
}

/** A login page that is opened without its cookie is nobody's. */
function fail(response, error) {
  console.error(error);
  response.statusCode = 400;
  response.end();
}

/** Says what went wrong, and which logout tokens were delivered. */
function report(provider) {
  const errors = ['authorization', 'grant', 'pushed_authorization_request', 'userinfo', 'revocation', 'end_session', 'backchannel_authentication'];
  for (const name of errors) {
    provider.on(`${name}.error`, (ctx, error) => console.error(`${name}:`, error.message, error.error_description));
  }
  provider.on('server_error', (ctx, error) => console.error(error));
  provider.on('backchannel.success', (ctx, client) => console.error('logout token accepted:', client.clientId));
  provider.on('backchannel.error', (ctx, error, client) => console.error('logout token:', client.clientId, error.message));
}
