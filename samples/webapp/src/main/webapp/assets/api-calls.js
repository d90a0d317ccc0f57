// Calls the API in every way that fits, and in those that do not, and shows requests and answers without their tokens.

import { getAccessToken } from '../auth0-jakarta/auth0.js';
import { showAnswer } from './answer.js';
import { createProver } from './dpop.js';

const panel = document.querySelector('[data-token-endpoint]');
const find = (id) => document.getElementById(id);
const at = (path) => new URL(`${panel.dataset.root}${path}`, location.href).href;
const ORDERS = at('api/orders');

/** Shows what is sent; a token as its length. */
function showRequest(method, address, { Authorization, DPoP }, proof) {
  const [scheme, token] = Authorization?.split(' ') ?? [];
  find('request-line').textContent = `${method} ${new URL(address).pathname}`;
  find('request-headers').textContent = [
    Authorization ? `Authorization: ${scheme} (${token.length} characters, not shown)` : 'no Authorization',
    DPoP ? `DPoP: a proof with ${JSON.stringify(proof.claims, null, 2)}` : '',
  ].filter(Boolean).join('\n');
}

/** Calls the API without the session's cookie, unless told otherwise. */
function call(method, address, headers, { proof, credentials = 'omit' } = {}) {
  showRequest(method, address, headers, proof);
  return fetch(address, { method, credentials, headers: { Accept: 'application/json', ...headers } });
}

const bearer = (token) => ({ Authorization: `Bearer ${token}` });
const bound = (token, proof) => ({ Authorization: `DPoP ${token}`, DPoP: proof.jwt });

/** The signature without its first character's meaning: still a token by its looks. */
function changed(token) {
  const start = token.lastIndexOf('.') + 1;
  return token.slice(0, start) + (token[start] === 'A' ? 'B' : 'A') + token.slice(start + 1);
}

let possession;

/** Returns this page's maker of proofs and a token that is bound to its key, got once. */
function possess() {
  possession ??= getBoundToken();
  possession.catch(() => { possession = undefined; });
  return possession;
}

async function getBoundToken() {
  const prove = await createProver();
  const proof = await prove('POST', panel.dataset.tokenEndpoint);
  const response = await fetch(at('api/bound-token'), { method: 'POST', headers: { 'X-Token-Proof': proof.jwt } });
  if (!response.ok) {
    throw new Error(`no bound token: ${response.status}`);
  }
  return { prove, token: (await response.json()).access_token };
}

const calls = {
  noToken: () => call('GET', ORDERS, {}),
  bearer: async () => call('GET', ORDERS, bearer(await getAccessToken())),
  wrongToken: async () => call('GET', ORDERS, bearer(changed(await getAccessToken()))),
  missingScope: async () => call('POST', at('api/orders/cleared'), bearer(await getAccessToken())),
  async dpop() {
    const { prove, token } = await possess();
    const proof = await prove('GET', ORDERS, token);
    return call('GET', ORDERS, bound(token, proof), { proof });
  },
  async replayed() {
    const { prove, token } = await possess();
    const proof = await prove('GET', ORDERS, token);
    await call('GET', ORDERS, bound(token, proof), { proof });
    return call('GET', ORDERS, bound(token, proof), { proof });
  },
  async boundAsBearer() {
    const { token } = await possess();
    return call('GET', ORDERS, bearer(token));
  },
  safe: () => call('GET', at('api/safe'), {}, { credentials: 'same-origin' }),
};

document.querySelectorAll('[data-call]').forEach((button) => {
  button.addEventListener('click', async () => {
    const status = await showAnswer(panel, calls[button.dataset.call]);
    if (button.id === 'safe') {
      find('step-up').hidden = status !== 401;
    }
  });
});
