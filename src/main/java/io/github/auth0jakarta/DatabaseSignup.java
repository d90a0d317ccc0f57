package io.github.auth0jakarta;

import java.util.Map;
import java.util.TreeMap;

/** A user to be signed up at a database connection; immutable. */
public final class DatabaseSignup {
    private final String connection;
    private final String email;
    private final String password;
    private final Map<String, String> profile;
    private final Map<String, String> userMetadata;

    private DatabaseSignup(
            String connection,
            String email,
            String password,
            Map<String, String> profile,
            Map<String, String> userMetadata) {
        this.connection = connection;
        this.email = email;
        this.password = password;
        this.profile = Map.copyOf(profile);
        this.userMetadata = Map.copyOf(userMetadata);
    }

    /** Returns a user with nothing but this. */
    public static DatabaseSignup of(String connection, String email, String password) {
        return new DatabaseSignup(connection, email, password, Map.of(), Map.of());
    }

    /**
     * Returns the user with a further attribute.
     *
     * @param name {@code username}, {@code given_name}, {@code family_name}, {@code name}, {@code nickname} or {@code picture}
     */
    public DatabaseSignup withProfile(String name, String value) {
        Map<String, String> more = new TreeMap<>(profile);
        more.put(name, value);
        return new DatabaseSignup(connection, email, password, more, userMetadata);
    }

    /** Returns the user with this {@code user_metadata}. */
    public DatabaseSignup withUserMetadata(Map<String, String> metadata) {
        return new DatabaseSignup(connection, email, password, profile, metadata);
    }

    /** Returns the database connection. */
    public String connection() {
        return connection;
    }

    /** Returns the mail address. */
    public String email() {
        return email;
    }

    /** Returns the password. */
    public String password() {
        return password;
    }

    /** Returns the further attributes. */
    public Map<String, String> profile() {
        return profile;
    }

    /** Returns the metadata. */
    public Map<String, String> userMetadata() {
        return userMetadata;
    }

    /** Says nothing of the user. */
    @Override
    public String toString() {
        return "DatabaseSignup[connection=" + connection + "]";
    }
}
