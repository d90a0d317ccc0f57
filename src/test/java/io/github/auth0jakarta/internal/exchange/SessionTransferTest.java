package io.github.auth0jakarta.internal.exchange;

import static io.github.auth0jakarta.internal.exchange.ExchangeFixture.SUBJECT_TYPE;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ExchangedToken;
import io.github.auth0jakarta.SessionTransferRequest;
import io.github.auth0jakarta.SessionTransferToken;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Auth0's session transfer: the token, and where it may go. */
class SessionTransferTest {
    private static final String TYPE = "urn:auth0:params:oauth:token-type:session_transfer_token";
    private static final SessionTransferRequest REQUEST = SessionTransferRequest.of("st", SUBJECT_TYPE);

    private final ExchangeFixture fixture = new ExchangeFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private SessionTransferToken get(SessionTransferRequest request) {
        return fixture.sessionTransfer()
                .get(request, () -> new ExchangedToken("idt", "urn:ietf:params:oauth:token-type:id_token"));
    }

    @Test
    void organizationIsSentAndHandedOnWithoutSpaceAroundIt() {
        fixture.issue("token_type", "N_A", "issued_token_type", TYPE, "expires_in", 60);
        SessionTransferToken token = get(REQUEST.withOrganization(" org_acme "));
        assertThat(token.organization()).contains("org_acme");
        assertThat(fixture.sent().form()).containsEntry("organization", "org_acme");
    }

    @Test
    void tokenIsWhatWasIssued() {
        fixture.issue("token_type", "N_A", "issued_token_type", TYPE, "expires_in", 60);
        SessionTransferToken token = get(REQUEST.withOrganization("org_acme"));
        assertThat(token.value()).isEqualTo("issued");
        assertThat(token.organization()).contains("org_acme");
        assertThat(token.expiresAt())
                .isEqualTo(fixture.provider.time().instant().plusSeconds(60));
        assertThat(token.toString()).doesNotContain("issued");
        assertThat(REQUEST.withActor("secret", SUBJECT_TYPE).toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,N_A",
                "urn:ietf:params:oauth:token-type:access_token,Bearer",
                "urn:auth0:params:oauth:token-type:SESSION_transfer_token,N_A",
                "urn:auth0:params:oauth:token-type:session_transfer_token,mac"
            })
    @SuppressWarnings("NullAway") // the answer lacks what is null
    void answerThatIsNoneIsRefused(@Nullable String issuedType, String tokenType) {
        fixture.issue("token_type", tokenType, "issued_token_type", issuedType);
        assertRefused(
                tokenType.equals("mac")
                        ? Auth0ErrorCode.SERVER_TOKEN_TYPE_MISMATCH
                        : Auth0ErrorCode.SERVER_RESPONSE_MALFORMED,
                () -> get(REQUEST));
    }

    @ParameterizedTest
    @CsvSource({
        "setactor_required,SESSION_TRANSFER_SETACTOR_REQUIRED",
        "session_transfer_disabled,SESSION_TRANSFER_DISABLED",
        "session_transfer_tokens_cannot_be_requested,SERVER_ERROR_RESPONSE",
        "invalid_request,SERVER_ERROR_RESPONSE",
        "invalid_grant,SERVER_INVALID_GRANT"
    })
    void refusalOfTheProviderIsOneByItsCode(String error, Auth0ErrorCode code) {
        fixture.provider.on(FakeAuthorizationServer.TOKEN, Reply.error(400, error));
        assertRefused(code, () -> get(REQUEST));
    }

    @Test
    void whatIsNotAllowedIsNotSent() {
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_TOKEN_TYPE_REFUSED,
                () -> get(SessionTransferRequest.of("st", "urn:example:another-token")));
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_TOKEN_INVALID,
                () -> get(SessionTransferRequest.of(" ", SUBJECT_TYPE)));
        assertRefused(
                Auth0ErrorCode.TOKEN_EXCHANGE_ACTOR_TOKEN_INVALID, () -> get(REQUEST.withActor("", SUBJECT_TYPE)));
        assertRefused(Auth0ErrorCode.TOKEN_EXCHANGE_ORGANIZATION_INVALID, () -> get(REQUEST.withOrganization(" ")));
        assertThat(fixture.exchanges()).isZero();
    }

    private static SessionTransferToken token(@Nullable String organization) {
        return new SessionTransferToken("s+t/t=", Optional.ofNullable(organization), Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://other.example/login,-,https://other.example/login?session_transfer_token=s%2Bt%2Ft%3D",
                "https://other.example,-,https://other.example?session_transfer_token=s%2Bt%2Ft%3D",
                "https://other.example/login?a=b,-,https://other.example/login?a=b&session_transfer_token=s%2Bt%2Ft%3D",
                "https://other.example/login,org a,https://other.example/login?session_transfer_token=s%2Bt%2Ft%3D&organization=org+a",
                "http://localhost:3000/login,-,http://localhost:3000/login?session_transfer_token=s%2Bt%2Ft%3D",
                "http://127.0.0.1/login,-,http://127.0.0.1/login?session_transfer_token=s%2Bt%2Ft%3D",
                "http://[::1]:3000/,-,http://[::1]:3000/?session_transfer_token=s%2Bt%2Ft%3D"
            })
    void browserGoesToTheOtherApplication(String login, @Nullable String organization, String address) {
        assertThat(token(organization).redirectTo(URI.create(login))).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example/login",
                "http://localhost.other.example/",
                "http://127.0.0.2/",
                "//other.example/login",
                "/login",
                "javascript:alert(1)",
                "ftp://other.example/",
                "https:other",
                "https:///login",
                "https://user@other.example/login",
                "https://other.example/login#fragment",
                "https://other.example/login?session_transfer_token=x",
                "https://other.example/login?a=b&organization=x",
                "https://other.example/login?%6frganization=x"
            })
    void browserGoesNowhereElse(String login) {
        assertRefused(
                Auth0ErrorCode.SESSION_TRANSFER_TARGET_REFUSED,
                () -> token(null).redirectTo(URI.create(login)));
    }
}
