package io.github.auth0jakarta.internal.login;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login, or the connection of an account, in flight: what the answer has to match, and what happens afterwards.
 *
 * @param codeVerifier null where no challenge was registered: a link in a mail does not begin at the provider
 * @param redirectUri the one sent to the provider, to be repeated at the token endpoint
 * @param startedAt in whole seconds
 * @param request what was asked for
 * @param afterwards what happens when it is completed
 * @param authSession what completes the connection of an account; null for a login
 */
record Transaction(
        String state,
        String nonce,
        @Nullable String codeVerifier,
        String redirectUri,
        Instant startedAt,
        Request request,
        Afterwards afterwards,
        @Nullable String authSession) {

    /** A login. */
    Transaction(
            String state,
            String nonce,
            @Nullable String codeVerifier,
            String redirectUri,
            Instant startedAt,
            Request request,
            Afterwards afterwards) {
        this(state, nonce, codeVerifier, redirectUri, startedAt, request, afterwards, null);
    }

    /**
     * What was asked for.
     *
     * @param audience null where no access token for an API was
     * @param expectations what the ID token has to show
     */
    record Request(String scope, @Nullable String audience, Expectations expectations) {

        private Map<String, Object> toMap() {
            Map<String, Object> members = expectations.toMap();
            members.put("scope", scope);
            if (audience != null) {
                members.put("audience", audience);
            }
            return members;
        }

        private static @Nullable Request of(Map<?, ?> members) {
            return members.get("scope") instanceof String scope
                    ? new Request(
                            scope,
                            members.get("audience") instanceof String audience ? audience : null,
                            Expectations.of(members))
                    : null;
        }
    }

    /**
     * What happens when the login is completed.
     *
     * @param returnTo the absolute address that was found safe
     * @param appState what the application has it carry
     * @param subject who has to come back, because an account is being linked, unlinked or connected; null for anybody
     */
    record Afterwards(
            String returnTo,
            Map<String, String> appState,
            @Nullable String subject) {
        Afterwards {
            appState = Map.copyOf(appState);
        }

        private Map<String, Object> toMap() {
            Map<String, Object> members = new HashMap<>();
            members.put("return_to", returnTo);
            if (!appState.isEmpty()) {
                members.put("app_state", appState);
            }
            if (subject != null) {
                members.put("subject", subject);
            }
            return members;
        }

        private static @Nullable Afterwards of(Map<?, ?> members) {
            return members.get("return_to") instanceof String returnTo
                    ? new Afterwards(
                            returnTo,
                            texts(members.get("app_state")),
                            members.get("subject") instanceof String subject ? subject : null)
                    : null;
        }

        private static Map<String, String> texts(@Nullable Object object) {
            Map<String, String> texts = new HashMap<>();
            if (object instanceof Map<?, ?> members) {
                members.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
            }
            return texts;
        }
    }

    /** Returns what exchanges its code. */
    CodeExchange.Secrets secrets() {
        return new CodeExchange.Secrets(redirectUri, nonce, codeVerifier);
    }

    /** Returns of which kind the login is. */
    LoginKind kind() {
        return LoginKind.of(state).orElse(LoginKind.USUAL);
    }

    /** Returns the same login with another place to go to. */
    Transaction withReturnTo(String place) {
        return new Transaction(
                state,
                nonce,
                codeVerifier,
                redirectUri,
                startedAt,
                request,
                new Afterwards(place, afterwards.appState(), afterwards.subject()),
                authSession);
    }

    Map<String, Object> toMap() {
        Map<String, Object> members = new HashMap<>();
        members.put("state", state);
        members.put("nonce", nonce);
        members.put("redirect_uri", redirectUri);
        members.put("started_at", startedAt.getEpochSecond());
        members.put("request", request.toMap());
        members.put("afterwards", afterwards.toMap());
        // Said outright, so that a verifier that is missing is never taken for one that was not wanted.
        if (codeVerifier == null) {
            members.put("pkce", false);
        } else {
            members.put("verifier", codeVerifier);
        }
        if (authSession != null) {
            members.put("auth_session", authSession);
        }
        return members;
    }

    /** Returns the transaction, null where a member is missing: that is one of another version of this library. */
    static @Nullable Transaction of(Map<String, @Nullable Object> members) {
        if (members.get("state") instanceof String state
                && members.get("nonce") instanceof String nonce
                && (members.get("verifier") instanceof String || Boolean.FALSE.equals(members.get("pkce")))
                && members.get("redirect_uri") instanceof String redirectUri
                && members.get("started_at") instanceof Long startedAt
                && members.get("request") instanceof Map<?, ?> request
                && members.get("afterwards") instanceof Map<?, ?> afterwards) {
            Request asked = Request.of(request);
            Afterwards then = Afterwards.of(afterwards);
            return asked == null || then == null
                    ? null
                    : new Transaction(
                            state,
                            nonce,
                            text(members, "verifier"),
                            redirectUri,
                            Instant.ofEpochSecond(startedAt),
                            asked,
                            then,
                            text(members, "auth_session"));
        }
        return null;
    }

    private static @Nullable String text(Map<String, @Nullable Object> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /** Says nothing: all of it is secret. */
    @Override
    public String toString() {
        return "Transaction";
    }
}
