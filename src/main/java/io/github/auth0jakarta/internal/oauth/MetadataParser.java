package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.config.Origins;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes metadata of a discovery document, and refuses one of another issuer or with an address that is not the issuer's.
 *
 * <p>Discovery 1.0, 4.3 asks for the first; the second keeps a poisoned document from having codes and secrets sent to
 * somebody else: an endpoint is on the issuer's host or on a host below it.
 */
final class MetadataParser {
    private final String issuer;
    private final String issuerHost;
    private final boolean insecureAllowed;

    MetadataParser(String issuer, boolean insecureAllowed) {
        this.issuer = issuer;
        this.issuerHost = URI.create(issuer).getHost().toLowerCase(Locale.ROOT);
        this.insecureAllowed = insecureAllowed;
    }

    ProviderMetadata parse(Map<String, Object> document) {
        if (!issuer.equals(document.get("issuer"))) {
            throw invalid("issuer", "is not the configured one");
        }
        return new ProviderMetadata(
                issuer,
                required(document, "authorization_endpoint"),
                required(document, "token_endpoint"),
                required(document, "jwks_uri"),
                optional(document, "userinfo_endpoint"),
                optional(document, "end_session_endpoint"),
                optional(document, "revocation_endpoint"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    private URI required(Map<String, Object> document, String member) {
        URI address = optional(document, member);
        if (address == null) {
            throw invalid(member, "is missing");
        }
        return address;
    }

    private @Nullable URI optional(Map<String, Object> document, String member) {
        Object value = document.get(member);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw invalid(member, "is not a text");
        }
        return address(member, text);
    }

    private URI address(String member, String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            throw invalid(member, "is not an address");
        }
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null || address.getRawFragment() != null) {
            throw invalid(member, "is not an address of a host");
        }
        String fault = Origins.fault(address, insecureAllowed);
        if (fault != null) {
            throw invalid(member, fault);
        }
        String lowerHost = host.toLowerCase(Locale.ROOT);
        if (!lowerHost.equals(issuerHost) && !lowerHost.endsWith("." + issuerHost)) {
            throw invalid(member, "is not on the issuer's host");
        }
        return address;
    }

    private static AuthorizationServerException invalid(String member, String what) {
        return new AuthorizationServerException(
                Auth0ErrorCode.SERVER_METADATA_INVALID, "metadata: " + member + " " + what, 200, null);
    }
}
