package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A login that was asked for, completely checked. */
record AuthorizationRequest(
        ReturnAddress returnAddress,
        Set<String> scope,
        @Nullable Api api,
        CodeChallenge challenge,
        @Nullable String nonce,
        Prompt prompt,
        @Nullable Duration maxAge,
        @Nullable String loginHint) {

    /** Where the answer goes: known to be the client's before anything else is looked at. */
    record ReturnAddress(
            Client client, String redirectUri, @Nullable String state) {}

    boolean isSilent() {
        return prompt.contains(Prompt.Type.NONE);
    }

    /** Says whether a browser's earlier login is enough. */
    boolean accepts(SsoSession session, Instant now) {
        if (prompt.contains(Prompt.Type.LOGIN) || prompt.contains(Prompt.Type.SELECT_ACCOUNT)) {
            return false;
        }
        // max_age=0 always asks for the password, even in the second of the last login.
        return maxAge == null
                || (!maxAge.isZero() && !now.isAfter(session.authTime().plus(maxAge)));
    }
}
