package io.github.auth0jakarta.tenant;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** The part of the tenant that applications use without sending a browser to it: codes, links, passkeys, the database. */
final class DirectLogins {

    private final List<Grant> grants;
    private final List<Endpoint> endpoints;

    /** What the rest of the tenant has that this part needs. */
    record Surroundings(
            String issuer,
            Directory directory,
            ClientAuthenticator authenticator,
            AuthorizationRequestParser parser,
            LoginFlow flow,
            SsoSessions sessions,
            JwtVerifier verifier,
            DpopProofs proofs,
            Randomness randomness,
            InstantSource clock) {}

    DirectLogins(Surroundings around, DirectTokens tokens, Outbox outbox, Passkeys passkeys) {
        Randomness randomness = around.randomness();
        InstantSource clock = around.clock();
        Directory directory = around.directory();
        String issuer = around.issuer();
        JsonPost.ClientSource authenticated = JsonPost.ClientSource.authenticated(around.authenticator());
        JsonPost.ClientSource named = JsonPost.ClientSource.named(directory);
        Accounts accounts = new Accounts(directory, randomness);
        PasswordlessCodes codes = new PasswordlessCodes(randomness, clock);
        PasskeyVerifier verifier = new PasskeyVerifier(URI.create(issuer).getHost());
        PasskeyCeremonies ceremonies = new PasskeyCeremonies(verifier, passkeys, randomness, clock);
        PasskeyRealm realm = new PasskeyRealm(directory);
        PasswordResets resets = new PasswordResets(directory, randomness, clock);
        this.grants = List.of(
                new PasswordlessGrant(codes, accounts, tokens),
                new WebAuthnGrant(ceremonies, verifier, passkeys, directory, accounts, tokens));
        this.endpoints = List.of(
                new PasswordlessStartEndpoint(authenticated, issuer, codes, around.parser(), outbox, randomness),
                new PasswordlessLinkEndpoint(codes, accounts, around.sessions(), around.flow()),
                new OtpChallengeEndpoint(authenticated, codes, accounts, outbox),
                new PasskeyRegisterEndpoint(authenticated, realm, accounts, ceremonies),
                new PasskeyChallengeEndpoint(authenticated, realm, ceremonies),
                new AuthenticationMethodsEndpoint(
                        issuer, directory, ceremonies, verifier, passkeys, around.verifier(), around.proofs(), clock),
                new SignupEndpoint(named, accounts),
                new ChangePasswordEndpoint(named, issuer, accounts, resets, outbox),
                new NewPasswordEndpoint(resets));
    }

    List<Grant> grants() {
        return grants;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }
}
