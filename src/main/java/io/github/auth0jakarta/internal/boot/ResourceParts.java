package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.ProtectedResourceMetadata;
import io.github.auth0jakarta.internal.api.ResourceMetadata;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that tells clients about the API (RFC 9728). */
final class ResourceParts {
    private final @Nullable ResourceMetadata metadata;

    ResourceParts(Auth0Config config, ProviderParts provider) {
        this.metadata = config.api() == null ? null : metadata(config.provider(), config.api(), provider);
    }

    private static @Nullable ResourceMetadata metadata(
            Auth0Config.Provider settings, Auth0Config.Api api, ProviderParts provider) {
        String route = api.metadata().route();
        if (route == null) {
            return null;
        }
        return new ResourceMetadata(
                settings.issuer(),
                api,
                route,
                address(settings, api),
                ApplicationBeans.oneOrNone(ProtectedResourceMetadata.class),
                provider.json());
    }

    /** Without a base URL it is known on the loopback interface only, where the port tells. */
    private static @Nullable ApplicationAddress address(Auth0Config.Provider settings, Auth0Config.Api api) {
        return api.baseUrls().isEmpty() && !settings.insecureAllowed() ? null : new ApplicationAddress(api.baseUrls());
    }

    /** Returns the route of a request for metadata, null where it is not one. */
    @Nullable
    Route find(HttpServletRequest request) {
        return metadata == null ? null : metadata.find(request);
    }

    /** Returns the address of the metadata for a challenge, null where there are none. */
    @Nullable
    String url(HttpServletRequest request) {
        return metadata == null ? null : metadata.url(request);
    }
}
