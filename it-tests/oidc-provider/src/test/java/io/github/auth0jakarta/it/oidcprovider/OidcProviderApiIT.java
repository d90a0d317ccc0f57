package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Access tokens for an API that oidc-provider issues for a resource (RFC 8707), some of them bound to a key; the proofs of it
 * are made by a package of Node.
 */
@ExtendWith(ArquillianExtension.class)
class OidcProviderApiIT {

    private static final String ME = Application.BASE + "/api/me";

    private final HttpBrowser program = new HttpBrowser();
    private final OIDCProviderMetadata provider =
            SdkClient.discover(SharedOidcProvider.server().issuer());
    private final SdkClient client = SdkClient.withSecret(provider);
    private final NodeProver prover = new NodeProver();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.audience", Registered.AUDIENCE)
                .build();
    }

    @AfterEach
    void stop() {
        prover.close();
    }

    @Test
    @Tag("AC-01")
    void meWhenTokenIsForTheApiThenTellsCallerAndGroups() throws ParseException {
        String token = token(false);
        Answer answer = call(Map.of("Authorization", "Bearer " + token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getString("caller"))
                .isEqualTo(SignedJWT.parse(token).getJWTClaimsSet().getSubject());
        assertThat(Application.groups(answer.json())).contains("admin", "SCOPE_read:orders");
    }

    @Test
    @Tag("DP-15")
    void meWhenProofIsOfTheTokensKeyThenTellsTheCaller() throws ParseException {
        String token = token(true);
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .containsEntry("jkt", prover.thumbprint());

        Answer answer = call(token, prover.forCall("GET", ME, token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(Application.groups(answer.json())).contains("admin");
    }

    @Test
    @Tag("DP-11")
    void meWhenProofComesTwiceThenTheSecondIsRefused() {
        String token = token(true);
        String proof = prover.forCall("GET", ME, token);
        assertThat(call(token, proof).status()).isEqualTo(200);
        refused("invalid_dpop_proof", call(token, proof));
    }

    @Test
    @Tag("DP-14")
    void meWhenProofIsForAnotherTokenThenRefused() {
        String token = token(true);
        refused("invalid_dpop_proof", call(token, prover.forCall("GET", ME, token(true))));
    }

    @Test
    @Tag("DP-15")
    void meWhenProofIsOfAnotherKeyThenRefused() {
        String token = token(true);
        try (NodeProver stranger = new NodeProver()) {
            refused("invalid_token", call(token, stranger.forCall("GET", ME, token)));
        }
    }

    @Test
    @Tag("DP-16")
    void meWhenBoundTokenIsSentAsABearerTokenThenRefused() {
        refused("invalid_token", call(Map.of("Authorization", "Bearer " + token(true))));
    }

    private String token(boolean bound) {
        URI request = client.request("openid read:orders")
                .customParameter("audience", Registered.AUDIENCE)
                .build()
                .toURI();
        AuthorizationCode code = SdkClient.logIn(new HttpBrowser(), request, Registered.ALICE)
                .toSuccessResponse()
                .getAuthorizationCode();
        HTTPResponse answer = bound ? exchange(code) : client.exchange(code, null);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        try {
            return Objects.requireNonNull(answer.getBodyAsJSONObject().get("access_token"))
                    .toString();
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The provider wants a nonce, and tells it when the first proof has none. The code is not used up by that. */
    private HTTPResponse exchange(AuthorizationCode code) {
        HTTPResponse first = client.exchange(code, proof(null));
        assertThat(first.getStatusCode()).isEqualTo(400);
        return client.exchange(code, proof(first.getDPoPNonce().getValue()));
    }

    private SignedJWT proof(@Nullable String nonce) {
        try {
            return SignedJWT.parse(
                    prover.forTokens(provider.getTokenEndpointURI().toString(), nonce));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer call(String token, String proof) {
        return call(Map.of("Authorization", "DPoP " + token, "DPoP", proof));
    }

    private Answer call(Map<String, String> headers) {
        return program.get(RequestKind.PROGRAM, ME, headers);
    }

    private static void refused(String error, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate").toString()).contains("error=\"" + error + "\"");
    }
}
