package io.github.auth0jakarta.internal.config;

/**
 * Every configuration key, declared once: its name, what kind of value it takes, its default and what it means.
 *
 * <p>{@code docs/configuration.md} is generated from here.
 */
public enum ConfigKey {
    ENABLED(
            "auth0.enabled",
            Kind.BOOLEAN,
            "true",
            "Whether the library does anything. Where nothing of domain, issuer, client, secret, base URL and audience is set, it does only where this key is and `mp.jwt.*` say the rest."),
    DOMAIN(
            "auth0.domain",
            Kind.TEXT,
            "",
            "The host of the Auth0 tenant, for example `example.eu.auth0.com`. The issuer becomes `https://{domain}/`."),
    ISSUER(
            "auth0.issuer",
            Kind.URL,
            "from the domain",
            "The issuer where it is not that of the domain: another OpenID provider, or one with a path."),
    DOMAINS(
            "auth0.domains",
            Kind.LIST,
            "",
            "Further issuers whose access tokens are accepted: hosts (custom domains of the tenant), or URLs where an issuer has a path."),
    CLIENT_ID(
            "auth0.client-id",
            Kind.TEXT,
            "",
            "The client id of the application. Its presence switches login on, unless `auth0.login.enabled` says otherwise."),
    CLIENT_SECRET("auth0.client-secret", Kind.SECRET, "", "The client secret of the application."),
    CLIENT_AUTHENTICATION_METHOD(
            "auth0.client-authentication-method",
            Kind.CLIENT_AUTHENTICATION,
            "by what else is set",
            "How the application proves itself at the token endpoint. Without it: `private_key_jwt` where a signing key is set, `tls_client_auth` where a certificate is, else `client_secret_post`."),
    CLIENT_ASSERTION_SIGNING_KEY(
            "auth0.client-assertion-signing-key",
            Kind.PRIVATE_KEY,
            "",
            "The private key that signs client assertions (`private_key_jwt`), in place of a client secret."),
    CLIENT_ASSERTION_SIGNING_ALG(
            "auth0.client-assertion-signing-alg",
            Kind.ALGORITHM,
            "RS256",
            "The algorithm that client assertions are signed with."),
    CLIENT_ASSERTION_SIGNING_KEY_ID(
            "auth0.client-assertion-signing-key-id",
            Kind.TEXT,
            "",
            "The `kid` of client assertions; needed where the provider knows several keys of the application."),
    MTLS_CERTIFICATE(
            "auth0.mtls.certificate",
            Kind.PEM,
            "",
            "The certificate chain that the application shows in TLS (`tls_client_auth`), in place of a client secret."),
    MTLS_KEY("auth0.mtls.key", Kind.PRIVATE_KEY, "", "The private key of that certificate."),
    AUDIENCE(
            "auth0.audience",
            Kind.TEXT,
            "",
            "The identifier of the API. Its presence switches access tokens on; login asks for a token for it."),
    SCOPE(
            "auth0.scope",
            Kind.TEXT,
            "openid profile email offline_access",
            "What login asks for; has to contain `openid`."),
    AUDIENCE_SCOPES(
            "auth0.audience-scopes",
            Kind.LIST,
            "",
            "Audiences of other APIs, each with the scopes behind it that are asked for whenever an access token for it is: `https://reports.example read:reports`."),
    AUTHORIZATION_PARAMS(
            "auth0.authorization-params.*",
            Kind.TEXT,
            "",
            "A further parameter of the authorization request, by its name. Those that the protocol sets cannot be given."),
    ORGANIZATION(
            "auth0.organization",
            Kind.TEXT,
            "",
            "The organization that callers log in to, by its id (`org_...`) or name; the ID token has to name it."),
    PUSHED_AUTHORIZATION_REQUESTS(
            "auth0.pushed-authorization-requests",
            Kind.BOOLEAN,
            "false",
            "Whether authorization requests are sent to the provider directly (RFC 9126); always where its metadata requires it."),
    RESPONSE_MODE(
            "auth0.response-mode",
            Kind.RESPONSE_MODE,
            "query",
            "How the provider hands over its answer: in the address, or in a form that the browser posts."),
    DPOP_ENABLED(
            "auth0.dpop.enabled",
            Kind.BOOLEAN,
            "false",
            "Whether tokens are bound to a key of the application (DPoP, RFC 9449)."),
    DPOP_KEY(
            "auth0.dpop.key",
            Kind.PRIVATE_KEY,
            "",
            "The P-256 key that tokens are bound to. Without it each start makes a new one, and sessions cannot refresh their tokens after a restart or on another node."),
    ID_TOKEN_ALGORITHMS(
            "auth0.id-token.algorithms",
            Kind.ALGORITHMS,
            "RS256",
            "The signature algorithms that ID tokens and logout tokens may have."),
    LOGIN_ENABLED(
            "auth0.login.enabled",
            Kind.BOOLEAN,
            "true",
            "Whether callers log in where a client id is set. An API that is a client of the provider only to exchange tokens switches it off, and then needs neither secret nor base URL."),
    LOGIN_ALLOWED_PARAMETERS(
            "auth0.login.allowed-parameters",
            Kind.LIST,
            "ui_locales, login_hint, screen_hint, organization, invitation",
            "The parameters of the authorization request that the query of the login route may set. Those that the protocol sets cannot be named."),
    LOGIN_DEFAULT_RETURN_TO(
            "auth0.login.default-return-to",
            Kind.PATH,
            "/",
            "Where the browser goes after a login that names no other place."),
    LOGIN_SILENT(
            "auth0.login.silent",
            Kind.BOOLEAN,
            "false",
            "Whether the first page that an anonymous browser opens asks the provider, without any form, if it knows the user (`prompt=none`); once per browser session."),
    ALLOWED_RETURN_TO_ORIGINS(
            "auth0.allowed-return-to-origins",
            Kind.URLS,
            "",
            "Other origins that a browser may be sent to after login and logout."),
    SECRET(
            "auth0.secret",
            Kind.SECRETS,
            "",
            "What cookies are sealed with: at least 32 random bytes. Of several, the first seals and all of them open."),
    APP_BASE_URL(
            "auth0.app-base-url",
            Kind.URLS,
            "",
            "The URL at which browsers reach the root of the application, context path included. Of several, that of the request's origin is taken; a request from another origin is refused."),
    ROUTES_LOGIN("auth0.routes.login", Kind.ROUTE, "/auth/login", "Begins a login."),
    ROUTES_CALLBACK(
            "auth0.routes.callback", Kind.PATH, "/auth/callback", "Where the provider sends the browser back to."),
    ROUTES_LOGOUT("auth0.routes.logout", Kind.ROUTE, "/auth/logout", "Ends the session here and at the provider."),
    ROUTES_PROFILE("auth0.routes.profile", Kind.ROUTE, "/auth/profile", "Tells a page's script who is logged in."),
    ROUTES_ACCESS_TOKEN(
            "auth0.routes.access-token",
            Kind.ROUTE,
            "off",
            "Gives a page's script an access token; usually `/auth/access-token`. Off, because tokens are safer on the server."),
    ROUTES_BACKCHANNEL_LOGOUT(
            "auth0.routes.backchannel-logout",
            Kind.ROUTE,
            "/auth/backchannel-logout",
            "Where the provider tells that a session has ended."),
    ROUTES_MFA(
            "auth0.routes.mfa",
            Kind.ROUTE,
            "off",
            "Below which a page's script shows and enrols second factors; usually `/auth/mfa`. Off, because an application that calls `MfaService` needs no further addresses."),
    MFA_TOKEN_TTL(
            "auth0.mfa.token-ttl",
            Kind.DURATION,
            "5m",
            "How long a second factor may take once the provider has wanted it, at most 10m."),
    ROUTES_CONNECT(
            "auth0.routes.connect",
            Kind.ROUTE,
            "off",
            "Begins to connect an account at another provider to the logged-in caller's; usually `/auth/connect`. Off, because most applications connect none."),
    CONNECT_ALLOWED_PARAMETERS(
            "auth0.connect.allowed-parameters",
            Kind.LIST,
            "",
            "The parameters for the other provider that the query of the connect route may set. Those that the protocol sets are refused."),
    PROFILE_NO_CONTENT(
            "auth0.profile.no-content-when-anonymous",
            Kind.BOOLEAN,
            "false",
            "Whether the profile route answers 204 instead of 401 where nobody is logged in."),
    SESSION_STORE(
            "auth0.session.store",
            Kind.SESSION_STORE,
            "cookie",
            "Where sessions are kept: in the browser's sealed cookie, in the memory of this process, or by the application's own bean of `SessionStore`."),
    SESSION_MEMORY_MAXIMUM(
            "auth0.session.memory.maximum",
            Kind.COUNT,
            "100000",
            "How many sessions the memory store keeps; a further login is refused while it is full."),
    SESSION_ROLLING(
            "auth0.session.rolling",
            Kind.BOOLEAN,
            "true",
            "Whether use prolongs the session, up to its absolute duration."),
    SESSION_ABSOLUTE(
            "auth0.session.absolute-duration",
            Kind.DURATION,
            "3d",
            "How long after the login the session ends, however much it is used."),
    SESSION_INACTIVITY(
            "auth0.session.inactivity-duration",
            Kind.DURATION,
            "1d",
            "How long after its last use a rolling session ends."),
    SESSION_COOKIE_NAME(
            "auth0.session.cookie.name",
            Kind.TEXT,
            "__session",
            "The name of the session cookie; `__Host-` or `__Secure-` is put before it where browsers allow."),
    SESSION_COOKIE_DOMAIN(
            "auth0.session.cookie.domain",
            Kind.TEXT,
            "",
            "The Domain of the session cookie; without it the cookie goes to the host that set it only."),
    SESSION_COOKIE_PATH(
            "auth0.session.cookie.path", Kind.TEXT, "/", "The Path of the session and transaction cookies."),
    SESSION_COOKIE_SAME_SITE(
            "auth0.session.cookie.same-site", Kind.SAME_SITE, "Lax", "The SameSite of the session cookie."),
    SESSION_COOKIE_SECURE(
            "auth0.session.cookie.secure",
            Kind.BOOLEAN,
            "by app-base-url",
            "Whether cookies are Secure. Cannot be false where the application is reached by https."),
    SESSION_COOKIE_TRANSIENT(
            "auth0.session.cookie.transient",
            Kind.BOOLEAN,
            "false",
            "Whether the browser forgets the session when it is closed."),
    SESSION_COOKIE_PREFERRED_SIZE(
            "auth0.session.cookie.preferred-size",
            Kind.COUNT,
            "6000",
            "Up to how many characters of session cookies, from 1000 to 17500, tokens for further APIs are kept. Payara takes 8 KiB of headers, cookies included."),
    TRANSACTION_DURATION("auth0.transaction.duration", Kind.DURATION, "10m", "How long a login may take, at most 1h."),
    TRANSACTION_MAXIMUM(
            "auth0.transaction.maximum",
            Kind.COUNT,
            "4",
            "How many logins a browser may have in flight; a further one replaces the oldest."),
    LOGOUT_STRATEGY(
            "auth0.logout.strategy",
            Kind.LOGOUT_STRATEGY,
            "auto",
            "`oidc` uses the provider's `end_session_endpoint`, `v2` Auth0's `/v2/logout`; `auto` takes the first where there is one."),
    LOGOUT_FEDERATED(
            "auth0.logout.federated",
            Kind.BOOLEAN,
            "false",
            "Whether logout also ends the session at the upstream identity provider."),
    LOGOUT_ID_TOKEN_HINT(
            "auth0.logout.id-token-hint",
            Kind.BOOLEAN,
            "true",
            "Whether logout sends the ID token as `id_token_hint`."),
    LOGOUT_REVOKE_REFRESH_TOKEN(
            "auth0.logout.revoke-refresh-token",
            Kind.BOOLEAN,
            "true",
            "Whether logout revokes the refresh token of the session."),
    LOGOUT_RETURN_PATH(
            "auth0.logout.return-path",
            Kind.PATH,
            "/",
            "Where the provider sends the browser after a logout; with the base URL before it, it has to be registered at the provider."),
    LOGOUT_CLEAR_SITE_DATA(
            "auth0.logout.clear-site-data",
            Kind.BOOLEAN,
            "false",
            "Whether the answer of the logout route has the browser clear caches and storage of the origin (`Clear-Site-Data`)."),
    BACKCHANNEL_ALLOW_MISSING_EXP(
            "auth0.backchannel-logout.allow-missing-exp",
            Kind.BOOLEAN,
            "false",
            "Takes logout tokens without `exp`; weakens the protection against replay."),
    BACKCHANNEL_ALLOW_MISSING_TYP(
            "auth0.backchannel-logout.allow-missing-typ",
            Kind.BOOLEAN,
            "false",
            "Takes logout tokens whose `typ` is missing or `JWT`; weakens the distinction from other tokens."),
    TOKEN_REFRESH_BUFFER(
            "auth0.token-refresh-buffer",
            Kind.DURATION,
            "60s",
            "How long before its end an access token of the session is refreshed."),
    API_ALGORITHMS(
            "auth0.api.algorithms", Kind.ALGORITHMS, "RS256", "The signature algorithms that access tokens may have."),
    API_CLOCK_SKEW(
            "auth0.api.clock-skew", Kind.DURATION, "60s", "How far the provider's clock may be off, at most 60s."),
    API_REQUIRED_CLAIMS(
            "auth0.api.required-claims",
            Kind.LIST,
            "",
            "Claims that an access token has to have beyond those of the protocol."),
    API_AUDIENCES(
            "auth0.api.audiences",
            Kind.LIST,
            "",
            "Further identifiers of the API; an access token has to be for one of them or for `auth0.audience`."),
    API_ALLOW_ANY_AUDIENCE(
            "auth0.api.allow-any-audience",
            Kind.BOOLEAN,
            "false",
            "Takes access tokens whatever API they are for, also for none; weakens the distinction between APIs of one tenant. Only without `auth0.audience`."),
    API_ALLOW_TOKEN_IN_FORM(
            "auth0.api.allow-token-in-form",
            Kind.BOOLEAN,
            "false",
            "Takes access tokens in the `access_token` parameter of a form too (RFC 6750, 2.2); weakens the protection against cross-site requests."),
    API_ALLOW_TOKEN_IN_QUERY(
            "auth0.api.allow-token-in-query",
            Kind.BOOLEAN,
            "false",
            "Takes access tokens in the `access_token` parameter of the address too (RFC 6750, 2.3), where logs and histories keep them."),
    API_TOKEN_CACHE_MAXIMUM(
            "auth0.api.token-cache.maximum",
            Kind.COUNT,
            "10000",
            "How many verified access tokens are remembered, so that they need not be verified again; 0 for none."),
    API_TOKEN_CACHE_DURATION(
            "auth0.api.token-cache.duration",
            Kind.DURATION,
            "60s",
            "How long a verified access token is remembered, at most 10m and never beyond its end."),
    API_DPOP_MODE(
            "auth0.api.dpop.mode",
            Kind.DPOP_MODE,
            "allowed",
            "Whether callers may or must prove that an access token is theirs (DPoP, RFC 9449). A bound token is never taken without proof. Needs `auth0.app-base-url`; without that, nothing is proven and `allowed` means `disabled`."),
    API_DPOP_IAT_OFFSET("auth0.api.dpop.iat-offset", Kind.DURATION, "300s", "How old a proof may be, at most 300s."),
    API_DPOP_IAT_LEEWAY(
            "auth0.api.dpop.iat-leeway",
            Kind.DURATION,
            "30s",
            "How far in the future a proof may have been made, because clocks differ; at most 60s."),
    API_DPOP_NONCE(
            "auth0.api.dpop.nonce",
            Kind.DPOP_NONCE,
            "off",
            "Whether a proof has to contain a nonce that this server gave (RFC 9449, 9)."),
    API_DPOP_NONCE_SECRET(
            "auth0.api.dpop.nonce-secret",
            Kind.SECRETS,
            "from auth0.secret",
            "What nonces are made with: at least 32 random bytes, the same on all nodes. Of several, the first makes and all of them check."),
    API_DPOP_REPLAY_MAXIMUM(
            "auth0.api.dpop.replay-maximum",
            Kind.COUNT,
            "1000000",
            "How many proofs the memory remembers, so that each is taken once; while it is full, further ones are refused."),
    API_RESOURCE(
            "auth0.api.resource",
            Kind.URL,
            "from app-base-url",
            "The resource identifier of the API in its metadata (RFC 9728): the URL at which clients reach it."),
    API_SCOPES_SUPPORTED(
            "auth0.api.scopes-supported",
            Kind.LIST,
            "",
            "The scopes that the API's metadata name (`scopes_supported`)."),
    API_JWKS_URI("auth0.api.jwks-uri", Kind.URL, "", "The `jwks_uri` of the API's metadata."),
    API_RESOURCE_SIGNING_ALGORITHMS(
            "auth0.api.resource-signing-algorithms",
            Kind.ALGORITHMS,
            "",
            "What the API signs answers with, in its metadata (`resource_signing_alg_values_supported`)."),
    API_RESOURCE_NAME("auth0.api.resource-name", Kind.TEXT, "", "The name of the API in its metadata."),
    API_RESOURCE_DOCUMENTATION(
            "auth0.api.resource-documentation", Kind.URL, "", "Where developers read about the API, in its metadata."),
    API_RESOURCE_POLICY_URI(
            "auth0.api.resource-policy-uri", Kind.URL, "", "Where the API says how data may be used, in its metadata."),
    API_RESOURCE_TOS_URI(
            "auth0.api.resource-tos-uri", Kind.URL, "", "Where the API's terms of service are, in its metadata."),
    API_TLS_CLIENT_CERTIFICATE_BOUND(
            "auth0.api.tls-client-certificate-bound-access-tokens",
            Kind.BOOLEAN,
            "false",
            "Whether the metadata say that the API takes tokens that are bound to a TLS certificate, which something before the application then has to check."),
    API_AUTHORIZATION_DETAILS_TYPES(
            "auth0.api.authorization-details-types-supported",
            Kind.LIST,
            "",
            "The types of `authorization_details` that the API's metadata name."),
    ROUTES_RESOURCE_METADATA(
            "auth0.routes.resource-metadata",
            Kind.ROUTE,
            "/.well-known/oauth-protected-resource",
            "Where the API's metadata are (RFC 9728), and behind it with the path of the resource."),
    PROPAGATION_ORIGINS(
            "auth0.propagation.origins",
            Kind.URLS,
            "",
            "The origins that the client filters send access tokens to; a request to any other goes without, and the log says so."),
    TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPES(
            "auth0.token-exchange.subject-token-types",
            Kind.LIST,
            "",
            "The types of tokens that may be exchanged: URLs or URNs of your own of 10 to 100 characters, or those of RFC 8693, section 3. Without any, no token is, except for on-behalf-of and the Token Vault."),
    TOKEN_EXCHANGE_AUDIENCES(
            "auth0.token-exchange.audiences",
            Kind.LIST,
            "",
            "The APIs that tokens may be exchanged for, beside `auth0.audience` and those of `auth0.audience-scopes`."),
    GROUPS_CLAIMS(
            "auth0.groups.claims",
            Kind.LIST,
            "permissions, roles",
            "The claims that become Jakarta groups; scopes become groups named `SCOPE_...` in any case."),
    CALLER_NAME_CLAIM(
            "auth0.caller-name-claim",
            Kind.LIST,
            "sub",
            "The claim that names the caller; of several, the first that the token has. The subject stands in where it has none."),
    HTTP_CONNECT_TIMEOUT(
            "auth0.http.connect-timeout", Kind.DURATION, "2s", "How long connecting to the provider may take."),
    HTTP_TIMEOUT(
            "auth0.http.timeout",
            Kind.DURATION,
            "5s",
            "How long a request to the provider may take, its answer's body included."),
    HTTP_MAX_BODY("auth0.http.max-body", Kind.COUNT, "1048576", "How many bytes of an answer are read."),
    ALLOW_INSECURE_REQUESTS(
            "auth0.allow-insecure-requests",
            Kind.BOOLEAN,
            "false",
            "Allows http instead of https, on the loopback interface only, for development and tests."),
    TELEMETRY(
            "auth0.telemetry",
            Kind.BOOLEAN,
            "true",
            "Whether requests to the provider tell the name and version of this library (`Auth0-Client`).");

    /** What a value looks like. */
    enum Kind {
        BOOLEAN("`true` or `false`"),
        TEXT("text"),
        SECRET("secret"),
        SECRETS("list of secrets"),
        URL("URL"),
        URLS("list of URLs"),
        PATH("path"),
        ROUTE("path, or `off`"),
        DURATION("`30s`, `10m`, `1d` or ISO 8601"),
        COUNT("number"),
        LIST("list"),
        PRIVATE_KEY("private key, PKCS#8 in PEM, or `file:` and its path"),
        PEM("PEM, or `file:` and its path"),
        CLIENT_AUTHENTICATION("`client_secret_post`, `client_secret_basic`, `private_key_jwt` or `tls_client_auth`"),
        RESPONSE_MODE("`query` or `form_post`"),
        SESSION_STORE("`cookie`, `memory` or `bean`"),
        ALGORITHM("`RS256`, `RS384`, `RS512`, `PS256`, `PS384`, `PS512`, `ES256`, `ES384` or `ES512`"),
        ALGORITHMS("list of `RS256`, `RS384`, `RS512`, `PS256`, `PS384`, `PS512`, `ES256`, `ES384`, `ES512`"),
        SAME_SITE("`Lax`, `Strict` or `None`"),
        DPOP_MODE("`allowed`, `required` or `disabled`"),
        DPOP_NONCE("`off` or `required`"),
        LOGOUT_STRATEGY("`auto`, `oidc` or `v2`");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private final String key;
    private final Kind kind;
    private final String defaultText;
    private final String meaning;

    ConfigKey(String key, Kind kind, String defaultText, String meaning) {
        this.key = key;
        this.kind = kind;
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /** Returns the name; one that ends in {@code .*} stands for all names with that beginning. */
    public String key() {
        return key;
    }

    /** Returns what a value looks like, for people. */
    public String kindText() {
        return kind.text;
    }

    /** Returns the default as it would be written, for people where it depends on other keys; empty where there is none. */
    public String defaultText() {
        return defaultText;
    }

    /** Returns what it means, in one or two sentences. */
    public String meaning() {
        return meaning;
    }

    boolean isPrefix() {
        return key.endsWith(".*");
    }

    /** Returns the name without its {@code *}. */
    String prefix() {
        return key.substring(0, key.length() - 1);
    }
}
