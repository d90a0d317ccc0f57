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
 * somebody else: an endpoint is on the issuer's host or on a host below it, and on its port. On the loopback interface a
 * provider may use several ports.
 */
final class MetadataParser {
    private final URI issuer;
    private final String issuerHost;
    private final boolean insecureAllowed;

    MetadataParser(String issuer, boolean insecureAllowed) {
        this.issuer = URI.create(issuer);
        this.issuerHost = this.issuer.getHost().toLowerCase(Locale.ROOT);
        this.insecureAllowed = insecureAllowed;
    }

    ProviderMetadata parse(Map<String, Object> document) {
        if (!issuer.toString().equals(document.get("issuer"))) {
            throw invalid("issuer", "is not the configured one");
        }
        ClientEndpoints endpoints = new ClientEndpoints(
                required(document, "token_endpoint"),
                optional(document, "revocation_endpoint"),
                optional(document, "userinfo_endpoint"),
                optional(document, "pushed_authorization_request_endpoint"),
                optional(document, "backchannel_authentication_endpoint"));
        return new ProviderMetadata(
                issuer.toString(),
                required(document, "authorization_endpoint"),
                required(document, "jwks_uri"),
                optional(document, "end_session_endpoint"),
                endpoints,
                aliases(document, endpoints),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
                Boolean.TRUE.equals(document.get("require_pushed_authorization_requests")));
    }

    /**
     * RFC 8705, 5. Aliases that are not the issuer's are none: whoever shows a certificate is told so, and all others do
     * not suffer from them.
     */
    private @Nullable ClientEndpoints aliases(Map<String, Object> document, ClientEndpoints endpoints) {
        if (!(document.get("mtls_endpoint_aliases") instanceof Map<?, ?> object)) {
            return null;
        }
        @SuppressWarnings("unchecked") // every object that StrictJson reads has this type
        Map<String, Object> aliases = (Map<String, Object>) object;
        try {
            return new ClientEndpoints(
                    required(aliases, "token_endpoint"),
                    alias(aliases, "revocation_endpoint", endpoints.revocation()),
                    alias(aliases, "userinfo_endpoint", endpoints.userinfo()),
                    alias(aliases, "pushed_authorization_request_endpoint", endpoints.pushedAuthorizationRequest()),
                    alias(aliases, "backchannel_authentication_endpoint", endpoints.backchannelAuthentication()));
        } catch (AuthorizationServerException e) {
            return null;
        }
    }

    /** An address that has no alias is the same with a certificate as without. */
    private @Nullable URI alias(Map<String, Object> aliases, String member, @Nullable URI address) {
        URI alias = optional(aliases, member);
        return alias == null ? address : alias;
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
        if (port(address) != port(issuer) && !Origins.isLoopback(issuer)) {
            throw invalid(member, "is not on the issuer's port");
        }
        return address;
    }

    private static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    private static AuthorizationServerException invalid(String member, String what) {
        return new AuthorizationServerException(
                Auth0ErrorCode.SERVER_METADATA_INVALID, "metadata: " + member + " " + what, 200, null);
    }
}
