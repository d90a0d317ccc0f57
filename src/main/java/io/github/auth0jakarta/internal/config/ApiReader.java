package io.github.auth0jakarta.internal.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an API needs; problems are collected, not thrown. */
final class ApiReader {
    private static final Duration LONGEST_IAT_OFFSET = Duration.ofMinutes(5);
    private static final Duration LONGEST_SKEW = Duration.ofSeconds(60);
    private static final int MOST_TOKENS = 10_000_000;
    private static final int MOST_PROOFS = 50_000_000;

    private final Values values;
    private final Problems problems;
    private final boolean insecureAllowed;
    private final MicroProfileJwtReader microProfileJwt;

    ApiReader(Values values, Problems problems, boolean insecureAllowed) {
        this.values = values;
        this.problems = problems;
        this.insecureAllowed = insecureAllowed;
        this.microProfileJwt = new MicroProfileJwtReader(values, problems, insecureAllowed);
    }

    /** Returns what is set for the API, null where the application takes no access tokens. */
    Auth0Config.@Nullable Api read() {
        Set<String> audiences = audiences();
        boolean any = values.flag(ConfigKey.API_ALLOW_ANY_AUDIENCE);
        if (any && !audiences.isEmpty()) {
            problems.add(
                    ConfigKey.API_ALLOW_ANY_AUDIENCE,
                    "is on, and yet " + ConfigKey.AUDIENCE.key() + " or " + ConfigKey.API_AUDIENCES.key() + " is set");
        }
        if (!any && audiences.isEmpty()) {
            audiences.addAll(microProfileJwt.audiences());
        }
        boolean wanted = any || !audiences.isEmpty();
        List<URI> baseUrls = wanted ? values.baseUrls(insecureAllowed) : List.of();
        Auth0Config.Api api = new Auth0Config.Api(
                List.copyOf(audiences),
                issuers(),
                algorithms(),
                clockSkew(),
                values.list(ConfigKey.API_REQUIRED_CLAIMS),
                new Auth0Config.TokenTransport(
                        values.flag(ConfigKey.API_ALLOW_TOKEN_IN_FORM),
                        values.flag(ConfigKey.API_ALLOW_TOKEN_IN_QUERY),
                        cookie()),
                new Auth0Config.TokenCache(
                        values.count(ConfigKey.API_TOKEN_CACHE_MAXIMUM, 0, MOST_TOKENS),
                        values.duration(
                                ConfigKey.API_TOKEN_CACHE_DURATION, Duration.ofSeconds(1), Duration.ofMinutes(10))),
                baseUrls,
                dpop(!baseUrls.isEmpty() || insecureAllowed),
                metadata(),
                microProfileJwt.read());
        return wanted ? api : null;
    }

    private List<String> algorithms() {
        List<String> fallback = values.text(ConfigKey.API_ALGORITHMS) == null ? microProfileJwt.algorithms() : null;
        return fallback == null ? values.subset(ConfigKey.API_ALGORITHMS, ConfigReader.ALGORITHMS) : fallback;
    }

    private @Nullable String cookie() {
        String cookie = microProfileJwt.cookie();
        for (ConfigKey other : List.of(ConfigKey.API_ALLOW_TOKEN_IN_FORM, ConfigKey.API_ALLOW_TOKEN_IN_QUERY)) {
            if (cookie != null && values.flag(other)) {
                problems.add(
                        other, "is on, and yet tokens come in a cookie by " + MicroProfileJwtKey.TOKEN_HEADER.key());
            }
        }
        return cookie;
    }

    private Duration clockSkew() {
        Duration fallback = values.text(ConfigKey.API_CLOCK_SKEW) == null ? microProfileJwt.clockSkew() : null;
        return fallback == null ? values.duration(ConfigKey.API_CLOCK_SKEW, Duration.ZERO, LONGEST_SKEW) : fallback;
    }

    private Set<String> audiences() {
        Set<String> audiences = new LinkedHashSet<>();
        String audience = values.text(ConfigKey.AUDIENCE);
        if (audience != null) {
            audiences.add(audience);
        }
        audiences.addAll(values.list(ConfigKey.API_AUDIENCES));
        return audiences;
    }

    private List<String> issuers() {
        List<String> issuers = new ArrayList<>();
        for (String text : values.list(ConfigKey.DOMAINS)) {
            String issuer = text.contains("://")
                    ? issuerOfUrl(text)
                    : Issuers.ofDomain(text).orElse(null);
            if (issuer == null) {
                problems.add(ConfigKey.DOMAINS, "has something that is neither a host name nor a URL");
            } else {
                issuers.add(issuer);
            }
        }
        return List.copyOf(issuers);
    }

    private @Nullable String issuerOfUrl(String text) {
        URI url = values.url(ConfigKey.DOMAINS, text, insecureAllowed);
        if (url == null) {
            return null;
        }
        return url.getRawPath().isEmpty() ? text + "/" : text;
    }

    /** What a proof is for can be told only where the application's address is known and not taken from the request. */
    private Auth0Config.ApiDpop dpop(boolean addressKnown) {
        Auth0Config.ApiDpop.Mode mode = values.oneOf(ConfigKey.API_DPOP_MODE, Auth0Config.ApiDpop.Mode.class);
        boolean chosen = values.text(ConfigKey.API_DPOP_MODE) != null;
        if (!addressKnown && mode != Auth0Config.ApiDpop.Mode.DISABLED) {
            if (chosen) {
                problems.add(ConfigKey.API_DPOP_MODE, "needs " + ConfigKey.APP_BASE_URL.key());
            }
            mode = Auth0Config.ApiDpop.Mode.DISABLED;
        }
        return new Auth0Config.ApiDpop(
                mode,
                values.duration(ConfigKey.API_DPOP_IAT_OFFSET, Duration.ofSeconds(1), LONGEST_IAT_OFFSET),
                values.duration(ConfigKey.API_DPOP_IAT_LEEWAY, Duration.ZERO, LONGEST_SKEW),
                nonceSecrets(mode),
                values.count(ConfigKey.API_DPOP_REPLAY_MAXIMUM, 1, MOST_PROOFS));
    }

    private List<CookieSecret> nonceSecrets(Auth0Config.ApiDpop.Mode mode) {
        if (values.oneOf(ConfigKey.API_DPOP_NONCE, Set.of("off", "required")).equals("off")) {
            return List.of();
        }
        if (mode == Auth0Config.ApiDpop.Mode.DISABLED) {
            problems.add(ConfigKey.API_DPOP_NONCE, "is required, and yet no proofs are taken");
        }
        ConfigKey source = values.text(ConfigKey.API_DPOP_NONCE_SECRET) == null
                ? ConfigKey.SECRET
                : ConfigKey.API_DPOP_NONCE_SECRET;
        List<CookieSecret> secrets = values.secrets(source);
        if (values.text(source) == null) {
            problems.add(
                    ConfigKey.API_DPOP_NONCE,
                    "needs " + ConfigKey.API_DPOP_NONCE_SECRET.key() + " or " + ConfigKey.SECRET.key());
        }
        return secrets;
    }

    private Auth0Config.ResourceMetadata metadata() {
        return new Auth0Config.ResourceMetadata(
                values.route(ConfigKey.ROUTES_RESOURCE_METADATA),
                url(ConfigKey.API_RESOURCE),
                values.list(ConfigKey.API_SCOPES_SUPPORTED),
                url(ConfigKey.API_JWKS_URI),
                values.text(ConfigKey.API_RESOURCE_SIGNING_ALGORITHMS) == null
                        ? List.of()
                        : values.subset(ConfigKey.API_RESOURCE_SIGNING_ALGORITHMS, ConfigReader.ALGORITHMS),
                values.text(ConfigKey.API_RESOURCE_NAME),
                url(ConfigKey.API_RESOURCE_DOCUMENTATION),
                url(ConfigKey.API_RESOURCE_POLICY_URI),
                url(ConfigKey.API_RESOURCE_TOS_URI),
                values.flag(ConfigKey.API_TLS_CLIENT_CERTIFICATE_BOUND),
                values.list(ConfigKey.API_AUTHORIZATION_DETAILS_TYPES));
    }

    private @Nullable URI url(ConfigKey key) {
        String value = values.text(key);
        return value == null ? null : values.url(key, value, insecureAllowed);
    }
}
