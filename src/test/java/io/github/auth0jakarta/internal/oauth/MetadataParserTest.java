package io.github.auth0jakarta.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Discovery 1.0, 3 and 4.3. */
class MetadataParserTest {
    private static final String ISSUER = "https://tenant.example/";

    private final Map<String, Object> document = new HashMap<>(Map.ofEntries(
            Map.entry("issuer", ISSUER),
            Map.entry("authorization_endpoint", "https://tenant.example/authorize"),
            Map.entry("token_endpoint", "https://tenant.example/oauth/token"),
            Map.entry("jwks_uri", "https://tenant.example/.well-known/jwks.json"),
            Map.entry("userinfo_endpoint", "https://tenant.example/userinfo"),
            Map.entry("end_session_endpoint", "https://tenant.example/oidc/logout"),
            Map.entry("revocation_endpoint", "https://tenant.example/oauth/revoke"),
            Map.entry("pushed_authorization_request_endpoint", "https://tenant.example/oauth/par"),
            Map.entry("backchannel_authentication_endpoint", "https://tenant.example/bc-authorize"),
            Map.entry("require_pushed_authorization_requests", true),
            Map.entry(
                    "mtls_endpoint_aliases",
                    Map.of(
                            "token_endpoint", "https://mtls.tenant.example/oauth/token",
                            "userinfo_endpoint", "https://mtls.tenant.example/userinfo",
                            "backchannel_authentication_endpoint", "https://mtls.tenant.example/bc-authorize")),
            Map.entry("authorization_response_iss_parameter_supported", true)));

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
                        URI.create("https://tenant.example/.well-known/jwks.json"),
                        URI.create("https://tenant.example/oidc/logout"),
                        new ClientEndpoints(
                                URI.create("https://tenant.example/oauth/token"),
                                URI.create("https://tenant.example/oauth/revoke"),
                                URI.create("https://tenant.example/userinfo"),
                                URI.create("https://tenant.example/oauth/par"),
                                URI.create("https://tenant.example/bc-authorize")),
                        new ClientEndpoints(
                                URI.create("https://mtls.tenant.example/oauth/token"),
                                URI.create("https://tenant.example/oauth/revoke"),
                                URI.create("https://mtls.tenant.example/userinfo"),
                                URI.create("https://tenant.example/oauth/par"),
                                URI.create("https://mtls.tenant.example/bc-authorize")),
                        true,
                        true));
    }

    @Test
    void parseWhenOnlyTheNecessaryIsThereThenTheRestIsNull() {
        document.keySet().retainAll(List.of("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"));

        ProviderMetadata metadata = parse();

        assertThat(metadata.endSessionEndpoint()).isNull();
        assertThat(metadata.endpoints())
                .isEqualTo(
                        new ClientEndpoints(URI.create("https://tenant.example/oauth/token"), null, null, null, null));
        assertThat(metadata.mtlsEndpoints()).isNull();
        assertThat(metadata.issuerParameterSupported()).isFalse();
        assertThat(metadata.pushedAuthorizationRequired()).isFalse();
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
    @Tag("JW-01")
    void parseWhenTheIssuerIsAnotherThenRefused(String issuer) {
        document.put("issuer", issuer);
        assertInvalid("issuer");
    }

    @Test
    @Tag("JW-01")
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
    @Tag("JW-02")
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
                "https://tenant.example:443/x",
                "https://tenant.example/x?a=b",
            })
    void parseWhenAnAddressIsOnTheIssuersHostOrBelowItThenTaken(String address) {
        document.put("token_endpoint", address);
        assertThat(parse().endpoints().token()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "jwks_uri", "userinfo_endpoint", "revocation_endpoint"})
    void parseWhenAnAddressIsNotATextThenRefused(String member) {
        document.put(member, 1L);
        assertInvalid(member + " is not a text");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    @Tag("JW-02")
    void parseWhenHttpIsOnLoopbackThenOnlyWhereAllowed(boolean insecureAllowed, boolean taken) {
        MetadataParser parser = new MetadataParser("http://localhost:9090/", insecureAllowed);
        document.clear();
        document.put("issuer", "http://localhost:9090/");
        document.put("authorization_endpoint", "http://localhost:9090/authorize");
        document.put("token_endpoint", "http://localhost:9090/token");
        document.put("jwks_uri", "http://localhost:9090/jwks");
        if (taken) {
            assertThat(parser.parse(document).endpoints().token()).hasPort(9090);
        } else {
            assertThatThrownBy(() -> parser.parse(document)).hasMessageContaining("auth0.allow-insecure-requests");
        }
    }

    @Test
    void parseWhenIssParameterSupportIsNoBooleanThenNotPromised() {
        document.put("authorization_response_iss_parameter_supported", "true");
        assertThat(parse().issuerParameterSupported()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://tenant.example:8443/x", "https://login.tenant.example:8443/x"})
    @Tag("JW-02")
    void parseWhenAnAddressIsOnAnotherPortThenRefused(String address) {
        document.put("token_endpoint", address);
        assertInvalid("token_endpoint is not on the issuer's port");
    }

    @Test
    void parseWhenTheIssuerHasAPortThenAddressesAreOnThatPort() {
        MetadataParser parser = new MetadataParser("https://tenant.example:8443/", false);
        document.keySet().retainAll(List.of("jwks_uri"));
        document.put("issuer", "https://tenant.example:8443/");
        document.put("authorization_endpoint", "https://tenant.example:8443/authorize");
        document.put("token_endpoint", "https://tenant.example:8443/token");
        assertThatThrownBy(() -> parser.parse(document)).hasMessageContaining("jwks_uri is not on the issuer's port");
        document.put("jwks_uri", "https://tenant.example:8443/jwks");
        assertThat(parser.parse(document).jwksUri()).hasPort(8443);
    }

    @Test
    void parseWhenOnLoopbackThenAnAddressMayBeOnAnotherPort() {
        MetadataParser parser = new MetadataParser("http://localhost:9090/", true);
        document.clear();
        document.put("issuer", "http://localhost:9090/");
        document.put("authorization_endpoint", "http://localhost:9090/authorize");
        document.put("token_endpoint", "http://localhost:9091/token");
        document.put("jwks_uri", "http://localhost:9090/jwks");
        assertThat(parser.parse(document).endpoints().token()).hasPort(9091);
    }

    /** RFC 8705, 5. */
    @Test
    void parseWhenAliasesAreUnusableOrNotTheIssuersThenThereAreNone() {
        for (Object aliases : List.of(
                "https://mtls.tenant.example/",
                Map.of(),
                Map.of("token_endpoint", "https://evil.example/token"),
                Map.of(
                        "token_endpoint",
                        "https://tenant.example/token",
                        "userinfo_endpoint",
                        "https://evil.example/"))) {
            document.put("mtls_endpoint_aliases", aliases);
            assertThat(parse().mtlsEndpoints()).isNull();
        }
    }

    @Test
    @Tag("JW-02")
    void parseWhenThePushedAuthorizationEndpointIsNotTheIssuersThenRefused() {
        document.put("pushed_authorization_request_endpoint", "https://evil.example/par");
        assertInvalid("pushed_authorization_request_endpoint is not on the issuer's host");
    }

    @Test
    void parseWhenTheBackchannelEndpointIsOnAnotherHostThenRefused() {
        document.put("backchannel_authentication_endpoint", "https://evil.example/bc-authorize");
        assertInvalid("backchannel_authentication_endpoint is not on the issuer's host");
    }

    @Test
    void parseWhenTheBackchannelEndpointIsNotHttpsThenRefused() {
        document.put("backchannel_authentication_endpoint", "http://tenant.example/bc-authorize");
        assertInvalid("backchannel_authentication_endpoint");
    }
}
