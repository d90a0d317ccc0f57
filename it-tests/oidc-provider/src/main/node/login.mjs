// The login: one page that asks for name and password.

import { text } from 'node:stream/consumers';
import { authenticate } from './accounts.mjs';
import { loginPage } from './pages.mjs';

const PREFIX = '/interaction/';

/** Returns where the browser is sent to log in. */
export function interactionUrl(ctx, interaction) {
  return PREFIX + interaction.uid;
}

/** Returns whether a request is for the login page. */
export function isForLogin(request) {
  return request.url.startsWith(PREFIX);
}

/** Shows the login page, or logs in with what was filled in. */
export async function handleLogin(provider, request, response) {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    show(response, false);
    return;
  }
  const form = new URLSearchParams(await text(request));
  const accountId = authenticate(form.get('username'), form.get('password'));
  if (accountId === undefined) {
    show(response, true);
    return;
  }
  // Whatever is asked for counts as done: there is no second factor here.
  const acr = params.acr_values?.split(' ')[0];
  await provider.interactionFinished(request, response, { login: { accountId, acr } });
}

function show(response, failed) {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(loginPage(failed));
}
