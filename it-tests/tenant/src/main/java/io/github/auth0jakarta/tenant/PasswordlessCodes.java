package io.github.auth0jakarta.tenant;

import java.time.InstantSource;

/** The codes and links for logins without password that are on their way, each bound to the client that asked for it. */
final class PasswordlessCodes {

    private final OneTimeCodes<Accounts.Address> codes;
    private final OneTimeCodes<AuthorizationRequest> links;
    private final OneTimeCodes<Challenge> challenges;
    private final Randomness randomness;

    PasswordlessCodes(Randomness randomness, InstantSource clock) {
        this.codes = new OneTimeCodes<>(randomness, clock);
        this.links = new OneTimeCodes<>(randomness, clock);
        this.challenges = new OneTimeCodes<>(randomness, clock);
        this.randomness = randomness;
    }

    /**
     * What a user of the database connection was sent a code for.
     *
     * @param signUp whether a user who is not known is signed up
     */
    record Challenge(String clientId, Accounts.Address address, boolean signUp) {}

    /** A challenge with the code that answers it. */
    record Challenged(String authSession, String code) {}

    /** Returns the code for an address. */
    String forCode(Client client, Accounts.Address address) {
        return codes.issue(key(client.id(), address), address);
    }

    void redeemCode(Client client, Accounts.Address address, String code) {
        codes.redeem(key(client.id(), address), code);
    }

    /** Returns the code of a link to an address. */
    String forLink(AuthorizationRequest request, Accounts.Address address) {
        return links.issue(key(request.client().id(), address), request);
    }

    /** Returns what following the link begins. */
    AuthorizationRequest redeemLink(String clientId, Accounts.Address address, String code) {
        return links.redeem(key(clientId, address), code);
    }

    Challenged forChallenge(Challenge challenge) {
        String authSession = randomness.token();
        return new Challenged(authSession, challenges.issue(key(challenge.clientId(), authSession), challenge));
    }

    /** Returns the challenge that a code answers, where it is of this client. */
    Challenge redeemChallenge(Client client, String authSession, String code) {
        return challenges.redeem(key(client.id(), authSession), code);
    }

    private static String key(String clientId, Accounts.Address address) {
        return key(clientId, address.address());
    }

    private static String key(String clientId, String rest) {
        return clientId + " " + rest;
    }
}
