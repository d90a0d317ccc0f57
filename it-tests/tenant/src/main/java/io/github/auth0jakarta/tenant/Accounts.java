package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The users of the tenant's own connections; whose a user is, shows in the {@code sub}, as at Auth0. */
final class Accounts {

    /** The connection of users with a password or a passkey. */
    static final String DATABASE = "Username-Password-Authentication";

    static final String EMAIL = "email";
    static final String SMS = "sms";

    private static final String DATABASE_PREFIX = "auth0|";
    private static final String PHONE_CLAIM = "phone_number";
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@]{1,64}@[^\\s\\p{Cntrl}@]{1,255}");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private final Directory directory;
    private final Randomness randomness;

    Accounts(Directory directory, Randomness randomness) {
        this.directory = directory;
        this.randomness = randomness;
    }

    /**
     * Where somebody is reached.
     *
     * @param address in lower case where it is one of mail
     * @param mail whether it is one of mail; else it is a telephone number
     */
    record Address(String address, boolean mail) {

        static Address mail(String text) {
            if (!MAIL_ADDRESS.matcher(text).matches()) {
                throw refused("bad.email", "the email address is none");
            }
            return new Address(text.toLowerCase(Locale.ROOT), true);
        }

        static Address phone(String text) {
            if (!PHONE_NUMBER.matcher(text).matches()) {
                throw refused("bad.phone_number", "the phone number is none of E.164");
            }
            return new Address(text, false);
        }

        private boolean isOf(User user) {
            return mail
                    ? user.email().toLowerCase(Locale.ROOT).equals(address)
                    : address.equals(user.claims().get(PHONE_CLAIM));
        }
    }

    /** Returns the user of a connection for logins without password; one who was not known is from now on. */
    synchronized User passwordless(Address address) {
        String prefix = (address.mail() ? EMAIL : SMS) + "|";
        User known = find(prefix, address);
        return known == null ? register(user(prefix, address)) : known;
    }

    /** Returns the user of the database connection, null where there is none. */
    @Nullable
    User database(Address address) {
        return find(DATABASE_PREFIX, address);
    }

    /** Returns a user of the database connection who is not registered yet. */
    User.Builder draft(Address address, String password) {
        User.Builder user =
                User.builder(DATABASE_PREFIX + randomness.id(), address.mail() ? address.address() : "", password);
        return address.mail() ? user : user.name(address.address()).claim(PHONE_CLAIM, address.address());
    }

    /** Returns a user of the database connection who is not registered yet and cannot log in by password. */
    User.Builder draft(Address address) {
        return draft(address, randomness.token());
    }

    /** Registers a user of the database connection unless another one is reached there; returns whether it did. */
    synchronized boolean register(User user, Address address) {
        if (database(address) != null) {
            return false;
        }
        register(user);
        return true;
    }

    private User register(User user) {
        directory.register(user);
        return user;
    }

    private User user(String prefix, Address address) {
        User.Builder user =
                User.builder(prefix + randomness.id(), address.mail() ? address.address() : "", randomness.token());
        return address.mail()
                ? user.build()
                : user.name(address.address())
                        .claim(PHONE_CLAIM, address.address())
                        .build();
    }

    private @Nullable User find(String prefix, Address address) {
        return directory.find(user -> user.sub().startsWith(prefix) && address.isOf(user));
    }

    /** Refuses a connection other than that of the database. */
    static void requireDatabase(String connection) {
        if (!connection.equals(DATABASE)) {
            throw refused("bad.connection", "Connection does not exist");
        }
    }

    static OAuthException refused(String code, String why) {
        return new OAuthException(new ErrorObject(code, null, 400), why);
    }
}
