package io.github.auth0jakarta.internal.config;

import org.jspecify.annotations.Nullable;

/**
 * The keys of MicroProfile JWT 2.1 that are read where no key of ours says the same, declared once.
 *
 * <p>{@code docs/configuration.md} is generated from here.
 */
public enum MicroProfileJwtKey {
    ISSUER(
            "mp.jwt.verify.issuer",
            "`auth0.domain`, `auth0.issuer`",
            "The issuer of the tokens. Where it is taken from here, callers are named by the first of `upn`, `preferred_username` and `sub`, and `groups` is the claim of groups, unless keys of ours say otherwise."),
    AUDIENCES(
            "mp.jwt.verify.audiences",
            "`auth0.audience`, `auth0.api.audiences`",
            "The identifiers of the API. They are not optional: without any, `auth0.api.allow-any-audience` has to be set."),
    PUBLIC_KEY(
            "mp.jwt.verify.publickey",
            null,
            "The keys that verify access tokens: a public key in PEM, a JWK or a JWKS, the latter two also in Base64. Without it and without a location they are those of the issuer's metadata."),
    PUBLIC_KEY_LOCATION(
            "mp.jwt.verify.publickey.location",
            null,
            "Where those keys are: a resource of the application, `file:` and its path, or a URL, which is asked for again as the keys of a provider are."),
    PUBLIC_KEY_ALGORITHM(
            "mp.jwt.verify.publickey.algorithm",
            "`auth0.api.algorithms`",
            "The signature algorithm of access tokens, `RS256` without it."),
    TOKEN_AGE(
            "mp.jwt.verify.token.age", null, "How many seconds ago an access token may have been issued, at the most."),
    CLOCK_SKEW(
            "mp.jwt.verify.clock.skew",
            "`auth0.api.clock-skew`",
            "How many seconds the issuer's clock may be off, at most 60. A token may be older than its greatest age by as much."),
    TOKEN_HEADER(
            "mp.jwt.token.header",
            null,
            "`Authorization`, or `Cookie`: then access tokens are taken from a cookie and from nowhere else. Browsers send cookies with requests of other sites too, so such an API has to protect itself against those."),
    TOKEN_COOKIE("mp.jwt.token.cookie", null, "The name of that cookie, `Bearer` without it."),
    DECRYPT_KEY_LOCATION(
            "mp.jwt.decrypt.key.location",
            null,
            "Where the private keys are that decrypt access tokens: a resource of the application, or `file:` and its path; PKCS#8 in PEM, a JWK or a JWKS, of RSA. Then every access token has to be signed and encrypted; without it an encrypted one is refused unread."),
    DECRYPT_KEY_ALGORITHM(
            "mp.jwt.decrypt.key.algorithm",
            null,
            "`RSA-OAEP` or `RSA-OAEP-256`; without it either. The content has to be encrypted by `A256GCM`.");

    private final String key;
    private final @Nullable String yieldsTo;
    private final String meaning;

    MicroProfileJwtKey(String key, @Nullable String yieldsTo, String meaning) {
        this.key = key;
        this.yieldsTo = yieldsTo;
        this.meaning = meaning;
    }

    /** Returns the name. */
    public String key() {
        return key;
    }

    /** Returns the keys of ours that win over it, as Markdown; null where it has no counterpart. */
    public @Nullable String yieldsTo() {
        return yieldsTo;
    }

    /** Returns what it means, in one to three sentences. */
    public String meaning() {
        return meaning;
    }
}
