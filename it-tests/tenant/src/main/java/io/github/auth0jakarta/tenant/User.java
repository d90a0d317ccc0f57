package io.github.auth0jakarta.tenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who can log in; made by {@link #builder}.
 *
 * @param sub the subject, such as {@code auth0|alice}
 * @param email what is typed into the login form, whatever its case
 * @param password kept as it is: nothing real may be in here
 * @param name the full name
 * @param nickname the short name
 * @param picture the address of a picture
 * @param permissions what the user may do, by audience
 * @param claims further claims of ID and access tokens, such as {@code https://example.com/roles}
 */
public record User(
        String sub,
        String email,
        String password,
        String name,
        String nickname,
        String picture,
        Map<String, Set<String>> permissions,
        Map<String, Object> claims) {

    /** Returns a builder for a user who may do nothing yet. */
    public static Builder builder(String sub, String email, String password) {
        return new Builder(sub, email, password);
    }

    /** The same user after a change of the password. */
    User withPassword(String changed) {
        return new User(sub, email, changed, name, nickname, picture, permissions, claims);
    }

    /** Names the user without the password. */
    @Override
    public String toString() {
        return "User[" + sub + "]";
    }

    /** Collects what is known about a user. */
    public static final class Builder {

        private final String sub;
        private final String email;
        private final String password;
        private final Map<String, Set<String>> permissions = new LinkedHashMap<>();
        private final Map<String, Object> claims = new LinkedHashMap<>();
        private String name;
        private String picture = "https://s.gravatar.com/avatar/0?d=identicon";

        private Builder(String sub, String email, String password) {
            this.sub = sub;
            this.email = email;
            this.password = password;
            this.name = email;
        }

        /** Sets the full name. */
        public Builder name(String fullName) {
            name = fullName;
            return this;
        }

        /** Sets the address of a picture. */
        public Builder picture(String address) {
            picture = address;
            return this;
        }

        /** Grants permissions at an API. */
        public Builder permissions(String audience, String... granted) {
            permissions.put(audience, Set.of(granted));
            return this;
        }

        /** Adds a claim to the user's ID and access tokens. */
        public Builder claim(String claim, Object value) {
            claims.put(claim, value);
            return this;
        }

        /** Returns the user. */
        public User build() {
            String nickname = email.substring(0, Math.max(0, email.indexOf('@')));
            return new User(sub, email, password, name, nickname, picture, Map.copyOf(permissions), Map.copyOf(claims));
        }
    }
}
