package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** CIBA in poll mode, by a client that signs assertions and binds its tokens, with a nonce in every proof. */
@ExtendWith(ArquillianExtension.class)
class OidcProviderBackchannelAuthenticationIT {
    private static final HttpBrowser DEVICE = new HttpBrowser();

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.strict().build();
    }

    @BeforeEach
    void forget() {
        Application.dropCaches();
        decide("deny");
        ProviderRequest.forgetAll();
    }

    private static int decide(String what) {
        String address = SharedOidcProvider.server().issuer() + "/device/" + what;
        return DEVICE.request("POST", RequestKind.PROGRAM, address).json().getInt("decided");
    }

    private Answer post(Map<String, String> fields) {
        return browser.post(RequestKind.FETCH, Application.BASE + "/test/approval", fields);
    }

    private String started() {
        Answer answer = post(Map.of("do", "start", "sub", "user-alice", "message", "ABC-123"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getString("id");
    }

    @Test
    @Tag("TC-13")
    void waitWhenTheUserApprovesThenBoundTokensOfThatUser() {
        String id = started();
        assertThat(decide("approve")).isEqualTo(1);
        Answer approved = post(Map.of("do", "await", "id", id));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().getString("sub")).isEqualTo("user-alice");
        assertThat(approved.json().getString("token_type")).isEqualTo("DPoP");
        assertThat(ProviderRequest.to(ProviderRequest.BACKCHANNEL))
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(200));
        assertThat(ProviderRequest.to(ProviderRequest.TOKEN))
                .as("the first proof has no nonce yet")
                .extracting(ProviderRequest::status)
                .containsExactly(400, 200);
    }

    @Test
    void waitWhenTheUserRefusesThenDenied() {
        String id = started();
        assertThat(decide("deny")).isEqualTo(1);
        Answer denied = post(Map.of("do", "await", "id", id));
        assertThat(denied.json().getString("code")).isEqualTo("ciba.denied");
    }

    @Test
    void pollWhenTheUserHasNotDecidedThenPending() {
        String id = started();
        assertThat(post(Map.of("do", "poll", "id", id)).json().getString("result"))
                .isEqualTo("pending");
    }

    @Test
    void startWhenTheUserIsUnknownThenTheProviderSaysSo() {
        Answer refused = post(Map.of("do", "start", "sub", "user-nobody", "message", "ABC-123"));
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.json().getString("code")).isEqualTo("server.error_response");
    }
}
