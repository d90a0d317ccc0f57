package io.github.auth0jakarta.internal.boot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.internal.api.AccessTokenIssuers;
import io.github.auth0jakarta.internal.api.ResolvedIssuers;
import io.github.auth0jakarta.internal.config.Origins;
import io.github.auth0jakarta.internal.jose.AcceptedIssuers;
import io.github.auth0jakarta.internal.jose.IssuerChoice;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.spi.IssuerResolver;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that knows whose access tokens are accepted, each issuer with metadata and keys of its own. */
final class IssuerParts {
    /** As {@link IssuerResolver} promises. */
    private static final int MAXIMUM = 100;

    private final ProviderParts provider;
    private final TrustedIssuer first;
    private final Cache<String, TrustedIssuer> others =
            Caffeine.newBuilder().maximumSize(MAXIMUM).executor(Runnable::run).build();

    /** @param first the provider, and the keys that verify its access tokens */
    IssuerParts(ProviderParts provider, TrustedIssuer first) {
        this.provider = provider;
        this.first = first;
    }

    /** @param further the configured issuers beside the provider's */
    AccessTokenIssuers accepted(List<String> further) {
        return new ResolvedIssuers(
                ApplicationBeans.oneOrNone(IssuerResolver.class), configured(further), this::resolved);
    }

    /** Where there is one only, a token has nothing to choose, and nothing of it is read to find out. */
    private IssuerChoice configured(List<String> further) {
        Set<String> names = new LinkedHashSet<>(further);
        names.add(first.issuer());
        return names.size() == 1 ? first : new AcceptedIssuers(names, this::trusted);
    }

    /** What the configuration may not name, the application's resolver may not either. */
    private TrustedIssuer resolved(String name) {
        if (fault(name) != null) {
            throw new TransportException(
                    Auth0ErrorCode.ACCESS_TOKEN_ISSUERS_UNAVAILABLE,
                    "the IssuerResolver of the application accepts an issuer that is no https URL");
        }
        return trusted(name);
    }

    private TrustedIssuer trusted(String name) {
        return name.equals(first.issuer()) ? first : others.get(name, provider::trust);
    }

    private @Nullable String fault(String name) {
        try {
            URI address = URI.create(name);
            boolean plain = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return plain ? Origins.fault(address, provider.isInsecureAllowed()) : "is not a plain address of a host";
        } catch (IllegalArgumentException e) {
            return "is not an address";
        }
    }

    void dropCaches() {
        others.invalidateAll();
    }
}
