package io.github.auth0jakarta.internal.login;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds of login that end differently where they fail.
 *
 * <p>A mark at the end of the {@code state} tells them apart, because it comes back also to a browser that has lost the
 * cookie; it protects nothing.
 */
enum LoginKind {
    USUAL(""),
    /** Begun by the page of a callback that could not be matched; that happens once. */
    RESTARTED("r"),
    /** {@code prompt=none}: nobody waits for a page about its failure. */
    SILENT("s"),
    /** In a window of its own, whose opener waits for a message. */
    POPUP("p"),
    /** No login at all: somebody who is logged in connects an account. */
    CONNECT("c");

    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}[rspc]?");
    private static final int RANDOM = 43;

    private final String mark;

    LoginKind(String mark) {
        this.mark = mark;
    }

    /** Returns the {@code state} of a login of this kind. */
    String state(String random) {
        return random + mark;
    }

    /** Returns the kind of login that a state is of; empty where it is no state of ours. */
    static Optional<LoginKind> of(String state) {
        if (!STATE.matcher(state).matches()) {
            return Optional.empty();
        }
        String mark = state.substring(RANDOM);
        for (LoginKind kind : values()) {
            if (kind.mark.equals(mark)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
