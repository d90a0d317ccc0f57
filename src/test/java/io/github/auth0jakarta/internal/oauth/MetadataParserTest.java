package io.github.auth0jakarta.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Discovery 1.0, 3 and 4.3. */
class MetadataParserTest {
    private static final String ISSUER = "https://tenant.example/";

    private final Map<String, Object> document = new HashMap<>(Map.of(
            "issuer", ISSUER,
            "authorization_endpoint", "https://tenant.example/authorize",
            "token_endpoint", "https://tenant.example/oauth/token",
            "jwks_uri", "https://tenant.example/.well-known/jwks.json",
            "userinfo_endpoint", "https://tenant.example/userinfo",
            "end_session_endpoint", "https://tenant.example/oidc/logout",
            "revocation_endpoint", "https://tenant.example/oauth/revoke",
            "authorization_response_iss_parameter_supported", true));

    private ProviderMetadata parse() {
        return new MetadataParser(ISSUER, false).parse(document);
    }

    private void assertInvalid(String about) {
        assertThatThrownBy(this::parse)
                .isInstanceOfSatisfying(
                        AuthorizationServerException.class,
                        e -> assertThat(e.code()).isEqualTo(Auth0ErrorCode.SERVER_METADATA_INVALID))
                .hasMessageStartingWith("server.metadata_invalid: metadata: " + about);
    }

    @Test
    void parseWhenCompleteThenAllOfIt() {
        assertThat(parse())
                .isEqualTo(new ProviderMetadata(
                        ISSUER,
                        URI.create("https://tenant.example/authorize"),
                        URI.create("https://tenant.example/oauth/token"),
                        URI.create("https://tenant.example/.well-known/jwks.json"),
                        URI.create("https://tenant.example/userinfo"),
                        URI.create("https://tenant.example/oidc/logout"),
                        URI.create("https://tenant.example/oauth/revoke"),
                        true));
    }

    @Test
    void parseWhenOnlyTheNecessaryIsThereThenTheRestIsNull() {
        document.keySet().removeAll(List.of("userinfo_endpoint", "end_session_endpoint", "revocation_endpoint"));
        document.remove("authorization_response_iss_parameter_supported");

        ProviderMetadata metadata = parse();

        assertThat(metadata.userinfoEndpoint()).isNull();
        assertThat(metadata.endSessionEndpoint()).isNull();
        assertThat(metadata.revocationEndpoint()).isNull();
        assertThat(metadata.issuerParameterSupported()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    void parseWhenANecessaryAddressIsMissingThenRefused(String member) {
        document.remove(member);
        assertInvalid(member + " is missing");
        document.put(member, null);
        assertInvalid(member + " is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tenant.example",
                "https://tenant.example//",
                "https://TENANT.example/",
                "http://tenant.example/",
                "https://other.example/",
                "https://tenant.example/realm",
                ""
            })
    void parseWhenTheIssuerIsAnotherThenRefused(String issuer) {
        document.put("issuer", issuer);
        assertInvalid("issuer");
    }

    @Test
    void parseWhenThereIsNoIssuerThenRefused() {
        document.remove("issuer");
        assertInvalid("issuer");
        document.put("issuer", List.of(ISSUER));
        assertInvalid("issuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/token",
                "https://tenant.example.evil.example/token",
                "https://eviltenant.example/token",
                "https://tenant-example/token",
                "https://tenant.example./token",
                "https://example/token",
                "https://tenant.example@evil.example/token",
                "https://evil.example\\@tenant.example/token",
                "https://evil.example#tenant.example/token",
                "https://evil.example?tenant.example/token",
                "https://evil.example%2f.tenant.example/token",
                "https://tenant.example:password@tenant.example/token",
                "https://tenant.example/token#fragment",
                "https://t\u0435nant.example/token",
                "https://xn--tnant-3qf.example/token",
                "http://tenant.example/token",
                "http://localhost/token",
                "ftp://tenant.example/token",
                "file:///etc/passwd",
                "jar:https://tenant.example/x.jar!/token",
                "//tenant.example/token",
                "/token",
                "https:///token",
                "https://",
                "token",
                " ",
                "",
            })
    void parseWhenAnAddressIsNotTheIssuersThenRefused(String address) {
        for (String member : List.of("token_endpoint", "end_session_endpoint")) {
            Object good = document.put(member, address);
            assertInvalid(member);
            document.put(member, good);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tenant.example/x",
                "https://TENANT.Example/x",
                "https://login.tenant.example/x",
                "https://tenant.example:8443/x",
                "https://tenant.example/x?a=b",
            })
    void parseWhenAnAddressIsOnTheIssuersHostOrBelowItThenTaken(String address) {
        document.put("token_endpoint", address);
        assertThat(parse().tokenEndpoint()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "jwks_uri", "userinfo_endpoint", "revocation_endpoint"})
    void parseWhenAnAddressIsNotATextThenRefused(String member) {
        document.put(member, 1L);
        assertInvalid(member + " is not a text");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void parseWhenHttpIsOnLoopbackThenOnlyWhereAllowed(boolean insecureAllowed, boolean taken) {
        MetadataParser parser = new MetadataParser("http://localhost:9090/", insecureAllowed);
        document.keySet().removeIf(member -> member.endsWith("_endpoint"));
        document.put("issuer", "http://localhost:9090/");
        document.put("authorization_endpoint", "http://localhost:9090/authorize");
        document.put("token_endpoint", "http://localhost:9090/token");
        document.put("jwks_uri", "http://localhost:9090/jwks");
        if (taken) {
            assertThat(parser.parse(document).tokenEndpoint()).hasPort(9090);
        } else {
            assertThatThrownBy(() -> parser.parse(document)).hasMessageContaining("auth0.allow-insecure-requests");
        }
    }

    @Test
    void parseWhenIssParameterSupportIsNoBooleanThenNotPromised() {
        document.put("authorization_response_iss_parameter_supported", "true");
        assertThat(parse().issuerParameterSupported()).isFalse();
    }
}
