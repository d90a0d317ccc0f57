package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.PasskeyChallenge;
import io.github.auth0jakarta.PasskeyResponse;
import io.github.auth0jakarta.PasskeyService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;

// tag::passkey
@RequestScoped
public class PasskeyLogin {
    @Inject
    private PasskeyService passkeys;

    public PasskeyChallenge begin() {
        return passkeys.loginChallenge();
    }

    public void finish(String authSession, Map<String, Object> credential) {
        passkeys.login(PasskeyResponse.of(authSession, credential));
    }
}
// end::passkey
