package io.github.auth0jakarta.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.Fuzz;
import io.github.auth0jakarta.testing.Mutations;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What chance makes of a provider's metadata. */
class MetadataFuzzTest {
    private static final String ISSUER = "https://tenant.example/";

    private final StrictJson json = new StrictJson();
    private final MetadataParser parser = new MetadataParser(ISSUER, false);

    @Test
    @Tag("JW-01")
    @Tag("JW-02")
    void acceptedAddressesAreTheIssuersOwn() {
        Map<String, Object> document = new TreeMap<>(Map.of("issuer", ISSUER));
        List.of("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "revocation_endpoint")
                .forEach(member -> document.put(member, ISSUER + member));
        document.put("mtls_endpoint_aliases", Map.of("token_endpoint", "https://mtls.tenant.example/token"));
        Fuzz.allowing(Auth0Exception.class).run(random -> parse(Mutations.json(random, document)));
    }

    private void parse(String text) {
        Map<String, Object> document;
        try {
            document = json.readObject(text);
        } catch (MalformedJsonException e) {
            return;
        }
        ProviderMetadata metadata = parser.parse(document);
        assertThat(metadata.issuer()).isEqualTo(ISSUER);
        assertOwn(metadata.jwksUri());
        assertOwn(metadata.authorizationEndpoint());
        assertOwn(metadata.endpoints().token());
    }

    private static void assertOwn(URI address) {
        assertThat(address).hasScheme("https").hasNoUserInfo();
        assertThat(address.getHost()).matches("(?i)(.*\\.)?tenant\\.example");
    }
}
