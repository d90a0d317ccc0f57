package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The grant of {@code exchange.mjs}, which is ours and therefore has to be shown to be strict, without the library. */
class OidcProviderTokenExchangeWithoutLibraryIT {

    private static final Scope SCOPE = new Scope("read:orders");

    private final OIDCProviderMetadata provider =
            SdkClient.discover(SharedOidcProvider.server().issuer());
    private final SdkClient client = SdkClient.withSecret(provider);
    private final String token = client.accessToken(Registered.ALICE);

    private HTTPResponse exchange(String subject, TokenTypeURI type, @Nullable TokenTypeURI wanted, String audience) {
        return client.ask(grant(subject, type, wanted, audience), SCOPE, null);
    }

    private static TokenExchangeGrant grant(
            String subject, TokenTypeURI type, @Nullable TokenTypeURI wanted, String audience) {
        return new TokenExchangeGrant(
                new BearerAccessToken(subject), type, null, null, wanted, List.of(new Audience(audience)));
    }

    private static void refused(String error, HTTPResponse answer) throws ParseException {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(400);
        assertThat(answer.getBodyAsJSONObject()).containsEntry("error", error);
    }

    @Test
    void tokenWhenItIsTheClientsThenAnotherForTheApiThatDoesNotOutliveIt() throws Exception {
        HTTPResponse answer = exchange(token, TokenTypeURI.ACCESS_TOKEN, null, Registered.AUDIENCE);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        Map<String, Object> json = answer.getBodyAsJSONObject();
        assertThat(json)
                .containsEntry("issued_token_type", TokenTypeURI.ACCESS_TOKEN.toString())
                .containsEntry("token_type", "Bearer")
                .containsEntry("scope", "read:orders")
                .doesNotContainKeys("refresh_token", "id_token");
        assertThat((Number) json.get("expires_in"))
                .extracting(Number::longValue)
                .satisfies(seconds -> assertThat(seconds).isBetween(1L, 300L));
        assertThat(SignedJWT.parse(String.valueOf(json.get("access_token")))
                        .getJWTClaimsSet()
                        .getClaims())
                .containsEntry("sub", "user-alice")
                .containsEntry("act", Map.of("sub", Registered.CLIENT))
                .doesNotContainKey("cnf");
    }

    @Test
    void tokenWhenItIsUnknownThenRefused() throws ParseException {
        refused("invalid_grant", exchange("unknown", TokenTypeURI.ACCESS_TOKEN, null, Registered.AUDIENCE));
    }

    @Test
    void tokenWhenItWasGivenToAnotherClientThenRefused() throws ParseException {
        String others = SdkClient.basic(provider).accessToken(Registered.ALICE);
        refused("invalid_grant", exchange(others, TokenTypeURI.ACCESS_TOKEN, null, Registered.AUDIENCE));
    }

    @Test
    void tokenWhenItIsCalledAnotherThenRefused() throws ParseException {
        refused("invalid_request", exchange(token, TokenTypeURI.ID_TOKEN, null, Registered.AUDIENCE));
    }

    @Test
    void tokenWhenAnotherTypeIsWantedThenRefused() throws ParseException {
        TokenTypeURI wanted = TokenTypeURI.REFRESH_TOKEN;
        refused("invalid_request", exchange(token, TokenTypeURI.ACCESS_TOKEN, wanted, Registered.AUDIENCE));
    }

    @Test
    void tokenWhenItIsForAnotherApiThenRefused() throws ParseException {
        refused("invalid_target", exchange(token, TokenTypeURI.ACCESS_TOKEN, null, "https://other.example.com"));
    }

    @Test
    void tokenWhenAKeyIsProvedThatItIsNotBoundToThenRefused() throws JOSEException, ParseException {
        DPoPProofFactory proofs =
                new DefaultDPoPProofFactory(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
        HTTPResponse first = exchange(proofs, null);
        refused("use_dpop_nonce", first);
        refused("invalid_grant", exchange(proofs, first.getDPoPNonce()));
    }

    private HTTPResponse exchange(DPoPProofFactory proofs, @Nullable Nonce nonce) throws JOSEException {
        TokenExchangeGrant grant = grant(token, TokenTypeURI.ACCESS_TOKEN, null, Registered.AUDIENCE);
        return client.ask(grant, SCOPE, proofs.createDPoPJWT("POST", provider.getTokenEndpointURI(), nonce));
    }
}
