package io.github.auth0jakarta.tenant;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A running identity provider on loopback, with Auth0's addresses; closing it frees the port and its threads. */
public final class Tenant implements AutoCloseable {

    private final Listener listener;
    private final @Nullable Listener secureListener;
    private final String issuer;
    private final Directory directory;
    private final ConnectedAccounts connectedAccounts;
    private final TenantSettings settings;
    private final SigningKeys keys;
    private final Tokens tokens;
    private final RequestLog requests = new RequestLog();
    private final Faults faults = new Faults();
    private final Hooks hooks = new Hooks();
    private final LogoutSender logouts;
    private final SsoSessions sessions;
    private final DpopNonces nonces;
    private final UserChoices choices = new UserChoices();
    private final Approvals approvals;
    private final SecondFactors secondFactors;
    private final Outbox outbox = new Outbox();
    private final Passkeys passkeys = new Passkeys();

    Tenant(
            Listener listener,
            @Nullable Listener secureListener,
            InstantSource clock,
            Randomness randomness,
            Directory directory,
            ConnectedAccounts connectedAccounts,
            TenantSettings settings) {
        this.directory = directory;
        this.connectedAccounts = connectedAccounts;
        this.settings = settings;
        this.keys = new SigningKeys(randomness);
        this.listener = listener;
        this.secureListener = secureListener;
        this.issuer = listener.origin() + "/";
        this.tokens = new Tokens(issuer, keys, directory, randomness, clock, settings);
        this.logouts = new LogoutSender(directory, tokens, hooks);
        this.sessions = new SsoSessions(logouts, randomness, clock, settings, listener.port());
        this.nonces = new DpopNonces(randomness, clock, settings);
        this.approvals = new Approvals(randomness, clock);
        this.secondFactors = new SecondFactors(randomness, clock);
        directory.register(new Api(
                issuer + "mfa/", Set.of("enroll", "read:authenticators", "remove:authenticators"), false, false));
        directory.register(new Api(issuer + MyAccountEndpoint.AUDIENCE, MyAccountEndpoint.SCOPES, false, false));
        Router router = new Router(endpoints(clock, randomness), faults);
        listener.start(router, requests);
        if (secureListener != null) {
            secureListener.start(router, requests);
        }
    }

    /** Starts an empty tenant on a free port. */
    public static Tenant start() {
        return builder().start();
    }

    /** Starts a tenant on a free port with the users, client and API of {@link Demo} for these applications. */
    public static Tenant demo(String... applicationUrls) {
        return builder().demo(applicationUrls).start();
    }

    /** Returns a builder for a tenant with a given port, clock, random source or content. */
    public static TenantBuilder builder() {
        return new TenantBuilder();
    }

    private List<Endpoint> endpoints(InstantSource clock, Randomness randomness) {
        JwtVerifier verifier = new JwtVerifier(keys);
        AuthorizationCodes codes = new AuthorizationCodes(randomness, clock, settings);
        RefreshTokens refreshTokens = new RefreshTokens(randomness, clock, settings);
        AccessTokens accessTokens = new AccessTokens(clock);
        PendingLogins pending = new PendingLogins(randomness, clock);
        AuthorizationRequestParser parser =
                new AuthorizationRequestParser(directory, new LoginRules(issuer, directory, verifier));
        AuthorizationResponder responder = new AuthorizationResponder(issuer, codes, settings, hooks);
        SessionTransfers transfers = new SessionTransfers(randomness, clock);
        LoginFlow flow = new LoginFlow(responder, sessions, transfers, pending, directory, choices, clock);
        PushedRequests pushed = new PushedRequests(randomness, clock);
        DpopProofs proofs = new DpopProofs(nonces, clock);
        ClientAuthenticator authenticator = new ClientAuthenticator(directory, new ClientAssertions(issuer, clock));
        TokenIssuer tokenIssuer = new TokenIssuer(tokens, accessTokens, hooks, randomness, settings);
        SecondFactorDemands demands = new SecondFactorDemands(secondFactors, randomness, clock, settings);
        SubjectTokens subjects = new SubjectTokens(verifier, accessTokens, refreshTokens, directory, clock);
        CustomTokenExchange customExchange = new CustomTokenExchange(
                URI.create(issuer).getAuthority(),
                transfers,
                subjects,
                refreshTokens,
                directory,
                tokenIssuer,
                randomness,
                clock,
                settings);
        AccountConnections connections = new AccountConnections(randomness, clock, settings);
        List<Grant> grants = new ArrayList<>(List.of(
                new AuthorizationCodeGrant(codes, refreshTokens, directory, tokenIssuer),
                new RefreshTokenGrant(refreshTokens, directory, tokenIssuer, demands),
                new ClientCredentialsGrant(directory, tokenIssuer),
                new TokenExchangeGrant(subjects, customExchange, directory, tokenIssuer),
                new FederatedConnectionGrant(subjects, connectedAccounts, randomness),
                new BackchannelGrant(approvals, refreshTokens, directory, tokenIssuer, randomness, clock)));
        grants.addAll(SecondFactorGrant.all(secondFactors, demands));
        DirectLogins directLogins = new DirectLogins(
                new DirectLogins.Surroundings(
                        issuer, directory, authenticator, parser, flow, sessions, verifier, proofs, randomness, clock),
                new DirectTokens(directory, tokenIssuer, refreshTokens, demands, randomness, clock),
                outbox,
                passkeys);
        grants.addAll(directLogins.grants());
        EndSessionRequest.Parser logoutParser = new EndSessionRequest.Parser(issuer, directory, verifier);
        List<Endpoint> endpoints = new ArrayList<>(directLogins.endpoints());
        endpoints.addAll(List.of(
                new DiscoveryEndpoint(
                        issuer,
                        secureListener == null ? null : secureListener.origin() + "/",
                        settings,
                        hooks,
                        grants.stream().map(Grant::type).toList()),
                new JwksEndpoint(keys, hooks),
                new AuthorizeEndpoint(parser, pushed, responder, flow, settings),
                new LoginEndpoint(flow, responder, sessions, pending, directory),
                new ApprovalsEndpoint(approvals, sessions),
                new ConnectAccountEndpoint(issuer, connections, connectedAccounts, directory, verifier, proofs, clock),
                new ConnectPageEndpoint(connections, sessions, randomness),
                new CompleteAccountEndpoint(
                        issuer, connections, connectedAccounts, verifier, proofs, randomness, clock),
                new AccountsEndpoint(issuer, connectedAccounts, verifier, proofs, clock),
                new SecondFactorEndpoint(flow, sessions, pending, directory),
                new ConsentEndpoint(flow, responder, pending, directory, choices),
                new PushedRequestEndpoint(authenticator, proofs, parser, pushed),
                new BackchannelEndpoint(authenticator, proofs, issuer, directory, approvals),
                new TokenEndpoint(authenticator, proofs, grants, hooks),
                new RevocationEndpoint(authenticator, proofs, refreshTokens, accessTokens, verifier),
                new UserInfoEndpoint(
                        new UserInfoAccess(accessTokens, verifier, tokens, clock), proofs, directory, hooks),
                new MfaAuthenticatorsEndpoint(secondFactors, demands, verifier, issuer + "mfa/", clock),
                new MfaAssociateEndpoint(secondFactors, demands, directory),
                new MfaChallengeEndpoint(authenticator, secondFactors, demands),
                new LogoutEndpoint(sessions, directory),
                new EndSessionEndpoint(logoutParser, sessions, settings, randomness, clock)));
        return endpoints;
    }

    /** Returns {@code http://localhost:{port}/}, with the slash, as Auth0 has it. */
    public String issuer() {
        return issuer;
    }

    /** Returns the port. */
    public int port() {
        return listener.port();
    }

    /** Registers a client, or replaces the one with its id. */
    public Tenant register(Client client) {
        directory.register(client);
        return this;
    }

    /** Registers an API, or replaces the one with its audience. */
    public Tenant register(Api api) {
        directory.register(api);
        return this;
    }

    /** Registers a user, or replaces the one with that sub. */
    public Tenant register(User user) {
        directory.register(user);
        return this;
    }

    /** Registers an organisation, or replaces the one with its id. */
    public Tenant register(Organization organization) {
        directory.register(organization);
        return this;
    }

    /** Registers a profile of token exchange, or replaces the one for its type of tokens. */
    public Tenant register(ExchangeProfile profile) {
        directory.register(profile);
        return this;
    }

    /** Returns the users' accounts at other providers. */
    public ConnectedAccounts connectedAccounts() {
        return connectedAccounts;
    }

    /** Removes a user: sessions and tokens of that user bring nothing any more. */
    public Tenant removeUser(String sub) {
        directory.removeUser(sub);
        return this;
    }

    /** Returns what can be changed while the tenant runs. */
    public TenantSettings settings() {
        return settings;
    }

    /** Returns the signing keys, for rotation. */
    public SigningKeys keys() {
        return keys;
    }

    /** Returns the mint for tokens that no login brought. */
    public Tokens tokens() {
        return tokens;
    }

    /** Returns the logins that browsers have here, to be ended from outside. */
    public SsoSessions sessions() {
        return sessions;
    }

    /** Returns what was sent to back-channel logout addresses. */
    public LogoutDeliveries logoutDeliveries() {
        return logouts.deliveries();
    }

    /** Returns the connections that a user has linked by {@code link_account} logins. */
    public Set<String> linkedConnections(String sub) {
        return choices.links(sub);
    }

    /** Returns the users' second factors, and what was sent to them. */
    public SecondFactors secondFactors() {
        return secondFactors;
    }

    /** Returns what was sent to people by mail, message or telephone. */
    public Outbox outbox() {
        return outbox;
    }

    /** Returns the users' passkeys. */
    public Passkeys passkeys() {
        return passkeys;
    }

    /** Has DPoP nonces refused that were given out under {@link DpopNoncePolicy#REUSABLE}. */
    public void rotateDpopNonce() {
        nonces.rotate();
    }

    /** Returns what clients have asked users to approve (CIBA), for a test to decide. */
    public Approvals approvals() {
        return approvals;
    }

    /** Returns the log of requests. */
    public RequestLog requests() {
        return requests;
    }

    /** Returns the switches for faults of transport. */
    public Faults faults() {
        return faults;
    }

    /** Returns the switches for faults of content. */
    public Hooks hooks() {
        return hooks;
    }

    /** Refuses connections until {@link #goOnline}; what is registered and issued stays. */
    public void goOffline() {
        listener.goOffline();
        if (secureListener != null) {
            secureListener.goOffline();
        }
    }

    /** Listens again on the same ports. */
    public void goOnline() {
        listener.goOnline();
        if (secureListener != null) {
            secureListener.goOnline();
        }
    }

    /** Ends all faults and hooks, empties the logs and goes online: the state between two tests. */
    public void reset() {
        faults.clear();
        hooks.clear();
        requests.clear();
        approvals.clear();
        outbox.clear();
        logouts.deliveries().clear();
        goOnline();
    }

    @Override
    public void close() {
        faults.clear();
        logouts.close();
        listener.close();
        if (secureListener != null) {
            secureListener.close();
        }
    }
}
