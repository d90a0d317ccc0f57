package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Map;
import java.util.Objects;

/** {@code webauthn}: the tokens for a passkey's answer, of a new user or of one who is known. */
final class WebAuthnGrant implements Grant {

    private final PasskeyCeremonies ceremonies;
    private final PasskeyVerifier verifier;
    private final Passkeys passkeys;
    private final Directory directory;
    private final Accounts accounts;
    private final DirectTokens tokens;

    WebAuthnGrant(
            PasskeyCeremonies ceremonies,
            PasskeyVerifier verifier,
            Passkeys passkeys,
            Directory directory,
            Accounts accounts,
            DirectTokens tokens) {
        this.ceremonies = ceremonies;
        this.verifier = verifier;
        this.passkeys = passkeys;
        this.directory = directory;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return "urn:okta:params:oauth:grant-type:webauthn";
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Parameters form = request.form();
        String realm = form.find("realm");
        if (realm != null) {
            Accounts.requireDatabase(realm);
        }
        DirectTokens.Wanted wanted = tokens.wanted(form);
        JsonMembers credential = new JsonMembers(request.objects()).object("authn_response");
        if (credential.values().isEmpty()) {
            throw JsonMembers.malformed("authn_response is missing, or no object");
        }
        PasskeyCeremonies.Ceremony ceremony =
                ceremonies.take(form.require("auth_session"), request.client().id());
        if (!Objects.equals(ceremony.asked().organization(), wanted.organization())) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "organization is not that of the challenge");
        }
        return tokens.issue(request, user(request.client(), ceremony, credential), wanted);
    }

    private User user(Client client, PasskeyCeremonies.Ceremony ceremony, JsonMembers credential) {
        return switch (ceremony.asked().purpose()) {
            case SIGN_UP -> signedUp(client, ceremony, credential);
            case LOGIN -> known(client, ceremony, credential);
            case ENROLMENT -> throw PasskeyVerifier.refused("an enrolment brings no tokens");
        };
    }

    private User signedUp(Client client, PasskeyCeremonies.Ceremony ceremony, JsonMembers credential) {
        User user = Objects.requireNonNull(ceremony.asked().user());
        Passkeys.Passkey passkey = verifier.created(credential, ceremony.challenge(), client, user.sub());
        if (!accounts.register(user, Objects.requireNonNull(ceremony.asked().address()))) {
            throw PasskeyVerifier.refused("the user exists by now");
        }
        passkeys.add(passkey);
        String organization = ceremony.asked().organization();
        if (organization != null) {
            directory.join(organization, user);
        }
        return user;
    }

    private User known(Client client, PasskeyCeremonies.Ceremony ceremony, JsonMembers credential) {
        Passkeys.Passkey passkey = passkeys.find(credential.require("id"));
        User user = passkey == null ? null : directory.user(passkey.sub());
        if (passkey == null || user == null) {
            throw PasskeyVerifier.refused("unknown passkey");
        }
        passkeys.use(passkey, verifier.used(credential, ceremony.challenge(), client, passkey));
        return user;
    }
}
