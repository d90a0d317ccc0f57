package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A login that was asked for, completely checked. */
record AuthorizationRequest(
        ReturnAddress returnAddress, Wanted wanted, Binding binding, Rules rules, Appearance appearance) {

    /** Where the answer goes: known to be the client's before anything else is looked at. */
    record ReturnAddress(
            Client client, String redirectUri, @Nullable String state, boolean formPost) {}

    /** What the client wants to have. */
    record Wanted(
            Set<String> scope,
            @Nullable Api api,
            List<Object> authorizationDetails,
            @Nullable AccountChange accountChange) {}

    /**
     * What the answer will be bound to.
     *
     * @param challenge null for a link in a mail
     */
    record Binding(
            @Nullable CodeChallenge challenge,
            @Nullable String nonce,
            @Nullable String dpopThumbprint) {}

    /**
     * What the login has to be like.
     *
     * @param multiFactor whether a second factor is asked for
     * @param hintedSub who must have logged in, by id_token_hint
     * @param organization the id of the organisation that it is a login to
     * @param invitation the ticket that makes a member of whoever logs in
     * @param sessionTransfer the token by which a session begins without a form
     */
    record Rules(
            Prompt prompt,
            @Nullable Duration maxAge,
            boolean multiFactor,
            @Nullable String hintedSub,
            @Nullable String organization,
            @Nullable String invitation,
            @Nullable String sessionTransfer) {

        /** Says whether a browser's earlier login is enough. */
        boolean accept(SsoSession session, Instant now) {
            if (prompt.contains(Prompt.Type.LOGIN) || prompt.contains(Prompt.Type.SELECT_ACCOUNT)) {
                return false;
            }
            if (hintedSub != null && !hintedSub.equals(session.sub())) {
                return false;
            }
            // max_age=0 always asks for the password, even in the second of the last login.
            return maxAge == null
                    || (!maxAge.isZero() && !now.isAfter(session.authTime().plus(maxAge)));
        }
    }

    /** How the form looks. */
    record Appearance(@Nullable String loginHint, boolean signUp) {}

    Client client() {
        return returnAddress.client();
    }

    boolean isSilent() {
        return rules.prompt().contains(Prompt.Type.NONE);
    }

    boolean asksForConsent() {
        return rules.prompt().contains(Prompt.Type.CONSENT);
    }
}
