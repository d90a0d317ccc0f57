/*
 * The page's side of auth0-jakarta: who is logged in, login, logout and access tokens, by the routes of the application.
 * Tokens stay on the server; getAccessToken() and fetchWithAuth() need the route auth0.routes.access-token switched on.
 *
 *   import { getUser, loginWithRedirect } from "./auth0-jakarta/auth0.js";
 *   const user = await getUser() ?? await loginWithRedirect();
 */

/** A failure with a stable code; the message is for developers. */
export class Auth0Error extends Error {
  /**
   * @param {string} code stable, such as "session.missing" or "popup_cancelled"
   * @param {string} message for developers
   * @param {number} [status] of the answer, where there was one
   */
  constructor(code, message, status) {
    super(message);
    this.name = "Auth0Error";
    this.code = code;
    this.status = status;
  }
}

/** The root of the application: this file is one directory below it. */
let root = new URL("../", import.meta.url);

/** The origins of other APIs that may get an access token. */
let apis = new Set();

const routes = {
  login: "auth/login",
  logout: "auth/logout",
  profile: "auth/profile",
  accessToken: "auth/access-token",
};

/**
 * Says where the application keeps its routes, where it has moved them.
 *
 * @param {{root?: string, login?: string, logout?: string, profile?: string, accessToken?: string, apis?: string[]}} options
 *   paths relative to the root of the application; apis: the origins that fetchWithAuth may send a token to
 */
export function configure(options) {
  if (options.root !== undefined) {
    root = new URL(options.root, document.baseURI);
  }
  if (options.apis !== undefined) {
    apis = new Set(options.apis.map((api) => new URL(api).origin));
  }
  for (const name of Object.keys(routes)) {
    if (options[name] !== undefined) {
      routes[name] = options[name].replace(/^\/+/, "");
    }
  }
}

function address(route, parameters) {
  const url = new URL(routes[route], root);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== false) {
      url.searchParams.set(name, value === true ? "" : String(value));
    }
  }
  return url;
}

function here() {
  return location.pathname + location.search + location.hash;
}

/** A promise for code behind a call that leaves the page. */
function leave(url) {
  location.assign(url);
  return new Promise(() => {});
}

async function ask(url) {
  let answer;
  try {
    answer = await fetch(url, {
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
    });
  } catch (cause) {
    throw new Auth0Error("network", "the application does not answer: " + cause.message);
  }
  const isJson = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  return { status: answer.status, body: isJson ? await answer.json() : null };
}

/**
 * Returns the claims of the logged-in user, null where nobody is logged in.
 *
 * @returns {Promise<object | null>}
 */
export async function getUser() {
  const { status, body } = await ask(address("profile", {}));
  if (status === 200 && body !== null) {
    return body;
  }
  if (status === 401 || status === 204) {
    return null;
  }
  throw new Auth0Error("profile", "the profile route answered " + status, status);
}

/** Returns whether somebody is logged in. */
export async function isAuthenticated() {
  return (await getUser()) !== null;
}

/**
 * Leaves the page for the login; the browser comes back to where it is now, or to returnTo.
 *
 * @param {{returnTo?: string} & Record<string, string>} [options] further ones become parameters of the login route, which
 *   takes those that auth0.login.allowed-parameters names
 */
export function loginWithRedirect(options = {}) {
  return leave(address("login", { returnTo: here(), ...options }));
}

/**
 * Logs in in a window of its own and returns the user; call it while a click is handled, or browsers block the window.
 *
 * @param {{timeoutInSeconds?: number} & Record<string, string>} [options] further ones as for loginWithRedirect
 * @returns {Promise<object | null>}
 * @throws {Auth0Error} popup_blocked, popup_cancelled, popup_timeout, or the code of a login that came to nothing
 */
export async function loginWithPopup({ timeoutInSeconds = 60, ...options } = {}) {
  const url = address("login", { ...options, challengeMode: "popup" });
  const left = Math.round(screenX + (outerWidth - 400) / 2);
  const top = Math.round(screenY + (outerHeight - 600) / 2);
  const popup = open(url, "auth0-login", `left=${left},top=${top},width=400,height=600,resizable,scrollbars=yes`);
  if (popup === null) {
    throw new Auth0Error("popup_blocked", "the browser did not open the window");
  }
  const result = await completion(popup, timeoutInSeconds * 1000);
  if (!result.success) {
    throw new Auth0Error(result.error?.code ?? "login", "the login came to nothing");
  }
  return getUser();
}

function completion(popup, milliseconds) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      removeEventListener("message", listen);
      clearInterval(watch);
      clearTimeout(alarm);
    };
    const fail = (code, message) => {
      stop();
      reject(new Auth0Error(code, message));
    };
    const listen = (event) => {
      if (event.source === popup && event.origin === root.origin && event.data?.type === "auth0:login") {
        stop();
        popup.close();
        resolve(event.data);
      }
    };
    let closed = 0;
    const watch = setInterval(() => {
      // At the first look, what a window said before it closed may still be under way.
      if (popup.closed && ++closed === 2) {
        fail("popup_cancelled", "the window was closed");
      }
    }, 500);
    const alarm = setTimeout(() => {
      popup.close();
      fail("popup_timeout", "the login took too long");
    }, milliseconds);
    addEventListener("message", listen);
  });
}

/**
 * Leaves the page for the logout, here and at the provider.
 *
 * @param {{returnTo?: string, federated?: boolean}} [options]
 */
export function logout(options = {}) {
  return leave(address("logout", options));
}

/**
 * Returns an access token of the session, refreshed by the server where that is due.
 *
 * @param {{audience?: string, scope?: string, detailed?: boolean}} [options] detailed: the whole answer instead of the token
 * @returns {Promise<string | {token: string, scope: string, expires_at: number, expires_in: number, token_type: string}>}
 * @throws {Auth0Error} session.missing and others as docs/errors.md lists them
 */
export async function getAccessToken({ audience, scope, detailed = false } = {}) {
  const { status, body } = await ask(address("accessToken", { audience, scope }));
  if (status === 200 && typeof body?.token === "string") {
    return detailed ? body : body.token;
  }
  const code = body?.error?.code ?? (status === 404 ? "access_token_route_off" : "access_token");
  throw new Auth0Error(code, body?.error?.message ?? "the access token route answered " + status, status);
}

/**
 * Fetches like fetch(): from the application itself with the session's cookie, from another origin with an access token.
 *
 * @param {RequestInfo | URL} input
 * @param {RequestInit & {audience?: string, scope?: string}} [init] which token another origin gets
 * @throws {Auth0Error} as getAccessToken; origin_not_allowed where configure() does not name it; token_type where tokens are bound to a key of the server, which a page cannot use
 */
export async function fetchWithAuth(input, { audience, scope, ...init } = {}) {
  const request = new Request(input, init);
  const { origin } = new URL(request.url);
  if (origin === root.origin) {
    // A script wants an answer and no redirect to a login.
    request.headers.set("X-Requested-With", "fetch");
    return fetch(request);
  }
  if (!apis.has(origin)) {
    throw new Auth0Error("origin_not_allowed", origin + " is none of the configured apis");
  }
  const { token, token_type: type } = await getAccessToken({ audience, scope, detailed: true });
  if (type !== undefined && type.toLowerCase() !== "bearer") {
    throw new Auth0Error("token_type", "a page cannot use tokens of the type " + type);
  }
  request.headers.set("Authorization", "Bearer " + token);
  return fetch(request);
}
