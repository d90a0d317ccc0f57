package io.github.auth0jakarta;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API says of itself, so that clients find out where to get tokens for it (RFC 9728, 2); immutable.
 *
 * <p>The library makes one of its configuration. An application that wants to say something else produces a bean of this type,
 * with the scope {@code Dependent} or {@code Singleton}.
 */
public final class ProtectedResourceMetadata {
    private final String resource;
    private final Map<String, Object> members;

    private ProtectedResourceMetadata(Builder builder) {
        this.resource = builder.resource;
        this.members = Collections.unmodifiableMap(inOrder(builder.members));
    }

    /** The order has no meaning; that of the Auth0 SDKs lets two documents be compared by eye. */
    private static Map<String, Object> inOrder(Map<String, Object> members) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Member member : Member.values()) {
            Object value = members.get(member.text);
            if (value != null) {
                ordered.put(member.text, value);
            }
        }
        return ordered;
    }

    /** Returns the resource identifier, exactly as it was given. */
    public String resource() {
        return resource;
    }

    /**
     * Returns the members of the JSON object that clients get: texts, truth values and lists of texts. What has not been set is
     * not there.
     */
    public Map<String, Object> members() {
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProtectedResourceMetadata metadata && members.equals(metadata.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "ProtectedResourceMetadata" + members;
    }

    /** The members that are registered (RFC 9728, 8.1.2), in their order, but for what concerns signed metadata. */
    private enum Member {
        RESOURCE("resource"),
        AUTHORIZATION_SERVERS("authorization_servers"),
        JWKS_URI("jwks_uri"),
        SCOPES_SUPPORTED("scopes_supported"),
        BEARER_METHODS_SUPPORTED("bearer_methods_supported"),
        RESOURCE_SIGNING_ALG_VALUES_SUPPORTED("resource_signing_alg_values_supported"),
        RESOURCE_DOCUMENTATION("resource_documentation"),
        RESOURCE_POLICY_URI("resource_policy_uri"),
        RESOURCE_TOS_URI("resource_tos_uri"),
        RESOURCE_NAME("resource_name"),
        TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS("tls_client_certificate_bound_access_tokens"),
        AUTHORIZATION_DETAILS_TYPES_SUPPORTED("authorization_details_types_supported"),
        DPOP_SIGNING_ALG_VALUES_SUPPORTED("dpop_signing_alg_values_supported"),
        DPOP_BOUND_ACCESS_TOKENS_REQUIRED("dpop_bound_access_tokens_required");

        private final String text;

        Member(String text) {
            this.text = text;
        }
    }

    /**
     * Collects what is said; a value that cannot be right is refused at once.
     *
     * <p>All its methods throw {@link ConfigurationException} {@code resource_metadata.invalid}, naming the member and not the
     * value. Lists are copied.
     */
    public static final class Builder {
        private static final Set<String> BEARER_METHODS = Set.of("header", "body", "query");
        private static final Set<String> ALGORITHMS = Set.of(
                "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256", "HS384",
                "HS512");
        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

        private final String resource;
        private final Map<String, Object> members = new LinkedHashMap<>();

        /**
         * @param resource the URL at which clients reach the API, without a fragment
         * @param authorizationServers the issuers whose tokens it takes, at least one
         */
        public Builder(String resource, List<String> authorizationServers) {
            this.resource = resource;
            set(Member.RESOURCE, url(Member.RESOURCE, resource));
            if (authorizationServers.isEmpty()) {
                throw invalid(Member.AUTHORIZATION_SERVERS, "is empty");
            }
            authorizationServers.forEach(server -> url(Member.AUTHORIZATION_SERVERS, server));
            set(Member.AUTHORIZATION_SERVERS, List.copyOf(authorizationServers));
        }

        /** Sets where the API's own public keys are. */
        public Builder jwksUri(String jwksUri) {
            return set(Member.JWKS_URI, url(Member.JWKS_URI, jwksUri));
        }

        /** Sets the scopes that clients may ask tokens for. */
        public Builder scopesSupported(List<String> scopes) {
            return set(Member.SCOPES_SUPPORTED, texts(Member.SCOPES_SUPPORTED, scopes));
        }

        /** Sets where a bearer token may be: {@code header}, {@code body}, {@code query}; none of them where none is taken. */
        public Builder bearerMethodsSupported(List<String> methods) {
            members.put(
                    Member.BEARER_METHODS_SUPPORTED.text,
                    among(BEARER_METHODS, Member.BEARER_METHODS_SUPPORTED, methods));
            return this;
        }

        /** Sets what the API signs its answers with: names of JWS algorithms, and never {@code none}. */
        public Builder resourceSigningAlgValuesSupported(List<String> algorithms) {
            return set(
                    Member.RESOURCE_SIGNING_ALG_VALUES_SUPPORTED,
                    among(ALGORITHMS, Member.RESOURCE_SIGNING_ALG_VALUES_SUPPORTED, algorithms));
        }

        /** Sets where developers read about the API. */
        public Builder resourceDocumentation(String url) {
            return set(Member.RESOURCE_DOCUMENTATION, url(Member.RESOURCE_DOCUMENTATION, url));
        }

        /** Sets where the API says how its data may be used. */
        public Builder resourcePolicyUri(String url) {
            return set(Member.RESOURCE_POLICY_URI, url(Member.RESOURCE_POLICY_URI, url));
        }

        /** Sets where its terms of service are. */
        public Builder resourceTosUri(String url) {
            return set(Member.RESOURCE_TOS_URI, url(Member.RESOURCE_TOS_URI, url));
        }

        /** Sets its name for people. */
        public Builder resourceName(String name) {
            return set(Member.RESOURCE_NAME, text(Member.RESOURCE_NAME, name));
        }

        /** Sets whether it takes tokens that are bound to a TLS certificate (RFC 8705, 3). */
        public Builder tlsClientCertificateBoundAccessTokens(boolean supported) {
            return set(Member.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS, supported);
        }

        /** Sets the types of {@code authorization_details} that it understands (RFC 9396). */
        public Builder authorizationDetailsTypesSupported(List<String> types) {
            return set(
                    Member.AUTHORIZATION_DETAILS_TYPES_SUPPORTED,
                    texts(Member.AUTHORIZATION_DETAILS_TYPES_SUPPORTED, types));
        }

        /** Sets what proofs of possession may be signed with (RFC 9449). */
        public Builder dpopSigningAlgValuesSupported(List<String> algorithms) {
            return set(
                    Member.DPOP_SIGNING_ALG_VALUES_SUPPORTED,
                    texts(Member.DPOP_SIGNING_ALG_VALUES_SUPPORTED, algorithms));
        }

        /** Sets whether it takes bound tokens only (RFC 9449). */
        public Builder dpopBoundAccessTokensRequired(boolean required) {
            return set(Member.DPOP_BOUND_ACCESS_TOKENS_REQUIRED, required);
        }

        /** Returns the metadata; the builder may go on. */
        public ProtectedResourceMetadata build() {
            return new ProtectedResourceMetadata(this);
        }

        /** A list without elements is left out (RFC 9728, 3.2). */
        private Builder set(Member member, Object value) {
            if (value instanceof List<?> list && list.isEmpty()) {
                members.remove(member.text);
            } else {
                members.put(member.text, value);
            }
            return this;
        }

        private static List<String> among(Set<String> known, Member member, List<String> values) {
            if (!known.containsAll(values)) {
                throw invalid(
                        member,
                        "has a value that is none of " + known.stream().sorted().toList());
            }
            return List.copyOf(values);
        }

        private static List<String> texts(Member member, List<String> values) {
            values.forEach(value -> text(member, value));
            return List.copyOf(values);
        }

        private static String text(Member member, String value) {
            if (value.isBlank()) {
                throw invalid(member, "is blank");
            }
            return value;
        }

        /** RFC 9728, 1.2: https and no fragment. On the loopback interface http will do, for development. */
        private static String url(Member member, String value) {
            URI url;
            try {
                url = new URI(text(member, value));
            } catch (URISyntaxException e) {
                throw invalid(member, "is not a URL");
            }
            boolean web = "https".equals(url.getScheme())
                    || ("http".equals(url.getScheme()) && url.getHost() != null && LOOPBACK.contains(url.getHost()));
            if (!web || url.getHost() == null || url.getRawFragment() != null) {
                throw invalid(member, "is not an https URL without a fragment");
            }
            return value;
        }

        private static ConfigurationException invalid(Member member, String what) {
            return new ConfigurationException(Auth0ErrorCode.RESOURCE_METADATA_INVALID, member.text + " " + what);
        }
    }
}
