package io.github.auth0jakarta;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code that was sent to somebody and has been typed in, and what tokens are wanted for it; immutable.
 *
 * <p>Without audience and scopes, {@code login} asks for what a login asks for, and {@code verify} names neither.
 */
public final class PasswordlessCode {
    private final Realm realm;
    private final String proof;
    private final String code;
    private final @Nullable String audience;
    private final Set<String> scopes;

    /** How the code came. */
    public enum Realm {
        /** By mail, for {@link PasswordlessRequest#emailCode}. */
        EMAIL,
        /** By text message, for {@link PasswordlessRequest#smsCode}. */
        SMS,
        /** For an {@link OneTimePasswordChallenge} of a database connection. */
        CHALLENGE
    }

    private PasswordlessCode(Realm realm, String proof, String code, @Nullable String audience, Set<String> scopes) {
        this.realm = realm;
        this.proof = proof;
        this.code = code;
        this.audience = audience;
        this.scopes = Set.copyOf(scopes);
    }

    /** Returns a code that came by mail. */
    public static PasswordlessCode email(String email, String code) {
        return new PasswordlessCode(Realm.EMAIL, email, code, null, Set.of());
    }

    /** Returns a code that came by text message. */
    public static PasswordlessCode sms(String phoneNumber, String code) {
        return new PasswordlessCode(Realm.SMS, phoneNumber, code, null, Set.of());
    }

    /**
     * Returns a code for a challenge of a database connection.
     *
     * @param authSession what {@link PasswordlessService#challenge} returned
     */
    public static PasswordlessCode challenge(String authSession, String code) {
        return new PasswordlessCode(Realm.CHALLENGE, authSession, code, null, Set.of());
    }

    /** Returns the code for a token for this API. */
    public PasswordlessCode withAudience(String api) {
        return new PasswordlessCode(realm, proof, code, api, scopes);
    }

    /** Returns the code for a token with these scopes. */
    public PasswordlessCode withScopes(Set<String> wanted) {
        return new PasswordlessCode(realm, proof, code, audience, wanted);
    }

    /** Returns how it came. */
    public Realm realm() {
        return realm;
    }

    /** Returns where it was sent to, or the {@code auth_session} of the challenge. */
    public String proof() {
        return proof;
    }

    /** Returns the code. */
    public String code() {
        return code;
    }

    /** Returns the API; empty where none is named. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    /** Returns the scopes; empty where none are named. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Says nothing of the code, nor whose it is. */
    @Override
    public String toString() {
        return "PasswordlessCode[" + realm + ", audience=" + audience + ", scopes=" + scopes + "]";
    }
}
