// Makes proofs of possession of one key with the package "dpop" (RFC 9449, 4): for each line of JSON a proof.
//
//   echo '{"method":"GET","address":"https://api.example.com/me","token":"..."}' | node prover.mjs
//
// The first line that it prints is the thumbprint of the key (RFC 7638).

import { createInterface } from 'node:readline';
import { calculateThumbprint, generateKeyPair, generateProof } from 'dpop';

const key = await generateKeyPair('ES256');
console.log(await calculateThumbprint(key.publicKey));

for await (const line of createInterface({ input: process.stdin })) {
  const { method, address, nonce, token } = JSON.parse(line);
  console.log(await generateProof(key, address, method, nonce, token));
}
