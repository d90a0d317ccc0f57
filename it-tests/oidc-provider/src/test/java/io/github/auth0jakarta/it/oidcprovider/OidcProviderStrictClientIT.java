package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the tests of the library take for granted about {@link Registered#STRICT_CLIENT}, proved without the library. */
class OidcProviderStrictClientIT {

    private static final String SCOPE = "openid profile";

    private final OIDCProviderMetadata provider =
            SdkClient.discover(SharedOidcProvider.server().issuer());
    private final SdkClient client = SdkClient.strict(provider);
    private final HttpBrowser browser = new HttpBrowser();
    private final DPoPProofFactory proofs;

    OidcProviderStrictClientIT() throws JOSEException {
        proofs = new DefaultDPoPProofFactory(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
    }

    @Test
    void loginWhenRequestIsNotPushedThenRefused() {
        URI request = client.request(SCOPE).build().toURI();
        assertThat(SdkClient.logIn(browser, request, Registered.ALICE)
                        .toErrorResponse()
                        .getErrorObject()
                        .getDescription())
                .isEqualTo("Pushed Authorization Request must be used");
    }

    @Test
    void tokensWhenProofHasNoNonceThenRefusedAndWithTheNonceGiven() throws JOSEException, GeneralException {
        AuthorizationCode code = code();
        HTTPResponse without = exchange(code, null);
        assertThat(without.getStatusCode()).as(without.getBody()).isEqualTo(400);
        assertThat(without.getBodyAsJSONObject()).containsEntry("error", "use_dpop_nonce");
        HTTPResponse with = exchange(code, without.getDPoPNonce());
        assertThat(with.getStatusCode()).as(with.getBody()).isEqualTo(200);
        assertThat(with.getBodyAsJSONObject()).containsEntry("token_type", "DPoP");
    }

    @Test
    void userInfoWhenProofHasNoNonceThenRefusedAndWithTheNonceGiven() throws JOSEException, GeneralException {
        AuthorizationCode code = code();
        HTTPResponse tokens = exchange(code, exchange(code, null).getDPoPNonce());
        DPoPAccessToken token = DPoPAccessToken.parse(tokens.getBodyAsJSONObject());
        HTTPResponse without = userInfo(token, null);
        assertThat(without.getStatusCode()).isEqualTo(401);
        assertThat(without.getHeaderValue("WWW-Authenticate"))
                .startsWith("DPoP")
                .contains("use_dpop_nonce");
        HTTPResponse with = userInfo(token, without.getDPoPNonce());
        assertThat(with.getBodyAsJSONObject()).containsEntry("preferred_username", "alice");
    }

    private AuthorizationCode code() {
        URI request = client.push(client.request(SCOPE).build());
        return SdkClient.logIn(browser, request, Registered.ALICE)
                .toSuccessResponse()
                .getAuthorizationCode();
    }

    private HTTPResponse exchange(AuthorizationCode code, @Nullable Nonce nonce) throws JOSEException {
        return client.exchange(code, proofs.createDPoPJWT("POST", provider.getTokenEndpointURI(), nonce));
    }

    private HTTPResponse userInfo(DPoPAccessToken token, @Nullable Nonce nonce) throws JOSEException {
        URI endpoint = provider.getUserInfoEndpointURI();
        HTTPRequest request = new UserInfoRequest(endpoint, token).toHTTPRequest();
        request.setDPoP(proofs.createDPoPJWT("GET", endpoint, token, nonce));
        return SdkClient.send(request);
    }
}
