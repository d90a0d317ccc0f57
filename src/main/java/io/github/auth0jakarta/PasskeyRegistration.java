package io.github.auth0jakarta;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user to be signed up with a passkey; immutable. */
public final class PasskeyRegistration {
    private final Map<String, String> profile;
    private final Map<String, String> userMetadata;
    private final @Nullable String connection;
    private final @Nullable String organization;

    private PasskeyRegistration(
            Map<String, String> profile,
            Map<String, String> userMetadata,
            @Nullable String connection,
            @Nullable String organization) {
        this.profile = Map.copyOf(profile);
        this.userMetadata = Map.copyOf(userMetadata);
        this.connection = connection;
        this.organization = organization;
    }

    /** Returns a user with this mail address. */
    public static PasskeyRegistration ofEmail(String email) {
        return new PasskeyRegistration(Map.of("email", email), Map.of(), null, null);
    }

    /** Returns a user with this phone number, in E.164. */
    public static PasskeyRegistration ofPhoneNumber(String phoneNumber) {
        return new PasskeyRegistration(Map.of("phone_number", phoneNumber), Map.of(), null, null);
    }

    /** Returns a user with this name to log in with. */
    public static PasskeyRegistration ofUsername(String username) {
        return new PasskeyRegistration(Map.of("username", username), Map.of(), null, null);
    }

    /**
     * Returns the user with a further attribute.
     *
     * @param name {@code email}, {@code name}, {@code phone_number}, {@code username}, {@code given_name},
     *     {@code family_name}, {@code nickname} or {@code picture}
     */
    public PasskeyRegistration withProfile(String name, String value) {
        Map<String, String> more = new TreeMap<>(profile);
        more.put(name, value);
        return new PasskeyRegistration(more, userMetadata, connection, organization);
    }

    /** Returns the user with this {@code user_metadata}. */
    public PasskeyRegistration withUserMetadata(Map<String, String> metadata) {
        return new PasskeyRegistration(profile, metadata, connection, organization);
    }

    /** Returns the user of this database connection, rather than of the tenant's default one. */
    public PasskeyRegistration withConnection(String realm) {
        return new PasskeyRegistration(profile, userMetadata, realm, organization);
    }

    /** Returns the user of this organization. */
    public PasskeyRegistration withOrganization(String idOrName) {
        return new PasskeyRegistration(profile, userMetadata, connection, idOrName);
    }

    /** Returns what is known of the user. */
    public Map<String, String> profile() {
        return profile;
    }

    /** Returns the metadata. */
    public Map<String, String> userMetadata() {
        return userMetadata;
    }

    /** Returns the database connection; empty for the tenant's default. */
    public Optional<String> connection() {
        return Optional.ofNullable(connection);
    }

    /** Returns the organization; empty for none. */
    public Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    /** Says nothing of the user. */
    @Override
    public String toString() {
        return "PasskeyRegistration" + profile.keySet();
    }
}
