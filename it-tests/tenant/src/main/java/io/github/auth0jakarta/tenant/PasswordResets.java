package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The mails by which users set a new password, each good for one change. */
final class PasswordResets {

    static final Duration LIFETIME = Duration.ofHours(1);

    private final Expiring<String> subs;
    private final Directory directory;
    private final Randomness randomness;

    PasswordResets(Directory directory, Randomness randomness, InstantSource clock) {
        this.subs = new Expiring<>(clock);
        this.directory = directory;
        this.randomness = randomness;
    }

    /** Returns the ticket of a mail. */
    String begin(User user) {
        String ticket = randomness.token();
        subs.put(ticket, user.sub(), LIFETIME);
        return ticket;
    }

    /** Returns whether a ticket is good for a change. */
    boolean isOpen(String ticket) {
        return subs.find(ticket) != null;
    }

    /** Changes the password and uses the ticket up; returns whether there was anything to change. */
    boolean change(String ticket, String password) {
        @Nullable String sub = subs.take(ticket);
        User user = sub == null ? null : directory.user(sub);
        if (user == null) {
            return false;
        }
        directory.register(user.withPassword(password));
        return true;
    }
}
