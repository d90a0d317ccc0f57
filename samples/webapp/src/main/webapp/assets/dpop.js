// Proofs of possession of a key that this page makes and that cannot leave it (RFC 9449, 4).

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const bytes = (text) => new TextEncoder().encode(text);
const base64Url = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const encoded = (value) => base64Url(bytes(JSON.stringify(value)));

/** Returns a maker of proofs with a key of its own; the private key is not extractable. */
export async function createProver() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  const header = encoded({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } });

  /** Returns a proof for one request, and for the token that it brings where it brings one. */
  return async function prove(method, address, token) {
    const claims = { jti: crypto.randomUUID(), htm: method, htu: address, iat: Math.floor(Date.now() / 1000) };
    if (token) {
      claims.ath = base64Url(await crypto.subtle.digest('SHA-256', bytes(token)));
    }
    const input = `${header}.${encoded(claims)}`;
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes(input));
    return { claims, jwt: `${input}.${base64Url(signature)}` };
  };
}
