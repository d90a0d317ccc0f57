package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.ProtectedResourceMetadata;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of the API (RFC 9728): what they say, where they are served, and what challenges name as
 * {@code resource_metadata}.
 *
 * <p>All of it comes from the configuration or from the application, never from what a client sends.
 */
public final class ResourceMetadata {
    private final String issuer;
    private final Auth0Config.Api config;
    private final ResourceMetadataAddress address;
    private final Supplier<Optional<ProtectedResourceMetadata>> ofApplication;
    private final StrictJson json;

    /**
     * @param issuer the provider
     * @param route where, within the application
     * @param application where clients reach the application, null where that is not known
     * @param ofApplication what the application says itself, if it does
     */
    public ResourceMetadata(
            String issuer,
            Auth0Config.Api config,
            String route,
            @Nullable ApplicationAddress application,
            Supplier<Optional<ProtectedResourceMetadata>> ofApplication,
            StrictJson json) {
        this.issuer = issuer;
        this.config = config;
        this.address = new ResourceMetadataAddress(route, application);
        this.ofApplication = ofApplication;
        this.json = json;
    }

    /** Returns the address that challenges name (RFC 9728, 5.1), null where nothing is known that could be said. */
    public @Nullable String url(HttpServletRequest request) {
        String resource = resource(request);
        return resource == null ? null : address.metadata(request, resource);
    }

    /** Returns what answers this request, null where it is not for metadata; changes nothing. */
    public @Nullable Route find(HttpServletRequest request) {
        if (address.isRoute(request)) {
            return route(resource(request));
        }
        if (!address.isBelowRoute(request)) {
            return null;
        }
        String resource = resource(request);
        return resource != null && address.isRouteOf(request, resource) ? route(resource) : null;
    }

    private Route route(@Nullable String resource) {
        return new ResourceMetadataRoute(
                resource == null ? null : json.writeObject(metadata(resource).members()));
    }

    private @Nullable String resource(HttpServletRequest request) {
        ProtectedResourceMetadata own = ofApplication.get().orElse(null);
        if (own != null) {
            return own.resource();
        }
        URI configured = config.metadata().resource();
        return configured == null ? address.baseUrl(request) : configured.toString();
    }

    private ProtectedResourceMetadata metadata(String resource) {
        return ofApplication.get().orElseGet(() -> ofConfiguration(resource));
    }

    private ProtectedResourceMetadata ofConfiguration(String resource) {
        Auth0Config.ResourceMetadata settings = config.metadata();
        ProtectedResourceMetadata.Builder metadata = new ProtectedResourceMetadata.Builder(resource, issuers())
                .scopesSupported(settings.scopesSupported())
                .bearerMethodsSupported(bearerMethods())
                .resourceSigningAlgValuesSupported(settings.signingAlgorithms())
                .authorizationDetailsTypesSupported(settings.authorizationDetailsTypes());
        addAddresses(metadata, settings);
        if (settings.name() != null) {
            metadata.resourceName(settings.name());
        }
        if (settings.tlsClientCertificateBound()) {
            metadata.tlsClientCertificateBoundAccessTokens(true);
        }
        return withDpop(metadata).build();
    }

    private static void addAddresses(
            ProtectedResourceMetadata.Builder metadata, Auth0Config.ResourceMetadata settings) {
        if (settings.jwksUri() != null) {
            metadata.jwksUri(settings.jwksUri().toString());
        }
        if (settings.documentation() != null) {
            metadata.resourceDocumentation(settings.documentation().toString());
        }
        if (settings.policyUri() != null) {
            metadata.resourcePolicyUri(settings.policyUri().toString());
        }
        if (settings.tosUri() != null) {
            metadata.resourceTosUri(settings.tosUri().toString());
        }
    }

    private List<String> issuers() {
        List<String> issuers = new ArrayList<>();
        issuers.add(issuer);
        config.issuers().stream().filter(other -> !other.equals(issuer)).forEach(issuers::add);
        return issuers;
    }

    /** Where each token has to come with a proof, none is a bearer token; the list is empty then (RFC 9728, 2). */
    private List<String> bearerMethods() {
        List<String> methods = new ArrayList<>();
        if (config.dpop().mode() == Auth0Config.ApiDpop.Mode.REQUIRED) {
            return methods;
        }
        methods.add("header");
        if (config.transport().formAllowed()) {
            methods.add("body");
        }
        if (config.transport().queryAllowed()) {
            methods.add("query");
        }
        return methods;
    }

    private ProtectedResourceMetadata.Builder withDpop(ProtectedResourceMetadata.Builder metadata) {
        return switch (config.dpop().mode()) {
            case DISABLED -> metadata;
            case ALLOWED -> metadata.dpopSigningAlgValuesSupported(List.of("ES256"));
            case REQUIRED ->
                metadata.dpopSigningAlgValuesSupported(List.of("ES256")).dpopBoundAccessTokensRequired(true);
        };
    }
}
