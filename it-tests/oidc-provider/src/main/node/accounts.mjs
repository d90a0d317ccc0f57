// Who can log in. The names, passwords and roles are those of the Keycloak realm's users.

export const ROLES_CLAIM = 'https://example.com/roles';

const accounts = new Map([
  ['user-alice', { username: 'alice', password: 'alice-password', name: 'Alice Example', role: 'admin' }],
  ['user-bob', { username: 'bob', password: 'bob-password', name: 'Bob Example', role: 'clerk' }],
]);

/** Returns the sub of whom name and password belong to, undefined where they belong to nobody. */
export function authenticate(username, password) {
  for (const [sub, account] of accounts) {
    if (account.username === username && account.password === password) {
      return sub;
    }
  }
  return undefined;
}

/** Returns the roles of an account. */
export function roles(sub) {
  return [accounts.get(sub).role];
}

/** Returns an account as the provider wants it. */
export function findAccount(ctx, sub) {
  const account = accounts.get(sub);
  return account && { accountId: sub, claims: () => claims(sub, account) };
}

function claims(sub, account) {
  return {
    sub,
    name: account.name,
    preferred_username: account.username,
    email: `${account.username}@example.com`,
    email_verified: true,
    [ROLES_CLAIM]: [account.role],
  };
}
