package io.github.auth0jakarta.it.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The realm that the tests import, and the names that are in it. */
public final class KeycloakRealm {

    /** The realm's name. */
    public static final String NAME = "t";
    /** The audience that every access token of {@link #APPLICATION} and {@link #SERVICE} has. */
    public static final String AUDIENCE = "https://api.example.com";
    /** The claim of ID and access tokens that has the caller's roles. */
    public static final String ROLES_CLAIM = "https://example.com/roles";
    /** The application under test: code flow with PKCE on any port of loopback. */
    public static final Client APPLICATION = new Client("it-client", "it-client-secret-for-tests-only");
    /** A machine that calls the API with the client credentials grant. */
    public static final Client SERVICE = new Client("it-service", "it-service-secret-for-tests-only");
    /** A machine whose access tokens are for another API. */
    public static final Client STRANGER = new Client("it-stranger", "it-stranger-secret-for-tests-only");
    /** A user with the role {@code admin}. */
    public static final User ALICE = new User("alice", "alice-password");
    /** A user with the role {@code clerk}. */
    public static final User BOB = new User("bob", "bob-password");

    private static final String RESOURCE = "realm.json";
    private static final String APPLICATION_ADDRESS = "@application@";

    /** A confidential client. */
    public record Client(String id, String secret) {}

    /** A user with a password. */
    public record User(String name, String password) {}

    private KeycloakRealm() {}

    /**
     * Returns the realm as Keycloak imports it.
     *
     * @param address where Keycloak finds {@link #APPLICATION} for back-channel logout
     */
    public static String json(String address) {
        try (InputStream json =
                Objects.requireNonNull(KeycloakRealm.class.getResourceAsStream(RESOURCE), "no resource " + RESOURCE)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8).replace(APPLICATION_ADDRESS, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
