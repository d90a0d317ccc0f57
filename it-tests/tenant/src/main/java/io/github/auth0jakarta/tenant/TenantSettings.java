package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tenant's owner may change while it runs; each setter returns this, for chaining. */
public final class TenantSettings {

    private volatile Duration codeLifetime = Duration.ofSeconds(60);
    private volatile Duration accessTokenLifetime = Duration.ofHours(24);
    private volatile Duration idTokenLifetime = Duration.ofHours(10);
    private volatile Duration refreshTokenLifetime = Duration.ofDays(30);
    private volatile Duration ssoLifetime = Duration.ofDays(3);
    private volatile String accessTokenType = "at+jwt";
    private volatile boolean endSessionEndpoint = true;
    private volatile boolean issuerInResponse = true;
    private volatile boolean issuerAnnounced = true;
    private volatile boolean requirePushedRequests;
    private volatile DpopNoncePolicy dpopNonces = DpopNoncePolicy.NONE;
    private volatile @Nullable Duration sessionExpiry;
    private volatile Set<String> secondFactorFor = Set.of();
    private volatile int secondFactors = 1;
    private volatile boolean sessionTransfer = true;
    private volatile Duration connectionLifetime = Duration.ofMinutes(5);

    TenantSettings() {}

    Duration codeLifetime() {
        return codeLifetime;
    }

    /** Sets how long an authorization code can be redeemed: 60 s. */
    public TenantSettings codeLifetime(Duration lifetime) {
        codeLifetime = lifetime;
        return this;
    }

    Duration connectionLifetime() {
        return connectionLifetime;
    }

    /** Sets how long a user may take to connect an account, and a client to complete it: 5 min each. */
    public TenantSettings connectionLifetime(Duration lifetime) {
        connectionLifetime = lifetime;
        return this;
    }

    Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }

    /** Sets how long access tokens are valid: 24 h. */
    public TenantSettings accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = lifetime;
        return this;
    }

    Duration idTokenLifetime() {
        return idTokenLifetime;
    }

    /** Sets how long ID tokens are valid: 10 h. */
    public TenantSettings idTokenLifetime(Duration lifetime) {
        idTokenLifetime = lifetime;
        return this;
    }

    Duration refreshTokenLifetime() {
        return refreshTokenLifetime;
    }

    /** Sets how long a refresh token can be used after it was issued: 30 d. */
    public TenantSettings refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = lifetime;
        return this;
    }

    Duration ssoLifetime() {
        return ssoLifetime;
    }

    /** Sets how long the tenant remembers a browser: 3 d. */
    public TenantSettings ssoLifetime(Duration lifetime) {
        ssoLifetime = lifetime;
        return this;
    }

    String accessTokenType() {
        return accessTokenType;
    }

    /** Sets the {@code typ} header of access tokens: {@code at+jwt} (Auth0's RFC 9068 profile), or {@code JWT} (its older one). */
    public TenantSettings accessTokenType(String type) {
        accessTokenType = type;
        return this;
    }

    boolean endSessionEndpoint() {
        return endSessionEndpoint;
    }

    /** Sets whether {@code /oidc/logout} exists and is advertised; without it clients have {@code /v2/logout}. */
    public TenantSettings endSessionEndpoint(boolean offered) {
        endSessionEndpoint = offered;
        return this;
    }

    boolean issuerInResponse() {
        return issuerInResponse;
    }

    /** Sets whether authorization responses carry {@code iss} (RFC 9207) and the metadata says so. */
    public TenantSettings issuerInResponse(boolean sent) {
        issuerInResponse = sent;
        issuerAnnounced = sent;
        return this;
    }

    boolean issuerAnnounced() {
        return issuerAnnounced;
    }

    /** Sets what the metadata says about {@code iss} in authorization responses, true or not; to be called after {@link #issuerInResponse}. */
    public TenantSettings issuerAnnounced(boolean announced) {
        issuerAnnounced = announced;
        return this;
    }

    boolean requirePushedRequests() {
        return requirePushedRequests;
    }

    /** Sets whether {@code /authorize} takes pushed requests only, and the metadata says so. */
    public TenantSettings requirePushedRequests(boolean required) {
        requirePushedRequests = required;
        return this;
    }

    boolean sessionTransfer() {
        return sessionTransfer;
    }

    /** Sets whether sessions may be transferred to other applications. */
    public TenantSettings sessionTransfer(boolean allowed) {
        sessionTransfer = allowed;
        return this;
    }

    DpopNoncePolicy dpopNonces() {
        return dpopNonces;
    }

    /** Sets whether DPoP proofs must carry a nonce: they need none. */
    public TenantSettings dpopNonces(DpopNoncePolicy policy) {
        dpopNonces = policy;
        return this;
    }

    Set<String> secondFactorFor() {
        return secondFactorFor;
    }

    /** Sets for which audiences or scopes a refresh is answered with {@code mfa_required}, until the login has shown a second factor: none. */
    public TenantSettings secondFactorFor(String... audiencesOrScopes) {
        secondFactorFor = Set.of(audiencesOrScopes);
        return this;
    }

    int secondFactors() {
        return secondFactors;
    }

    /** Sets how many different second factors are wanted then: one. */
    public TenantSettings secondFactors(int count) {
        secondFactors = count;
        return this;
    }

    @Nullable
    Duration sessionExpiry() {
        return sessionExpiry;
    }

    /** Sets how long after the login an application's session has to end: ID tokens carry {@code session_expiry} (IPSIE) then; null, the default, leaves it out. */
    public TenantSettings sessionExpiry(@Nullable Duration afterLogin) {
        sessionExpiry = afterLogin;
        return this;
    }
}
