package io.github.auth0jakarta.internal.config;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all settings once and either gives a configuration that can be used or names every key that is wrong. */
public final class ConfigReader {
    static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final Set<ConfigKey> ESSENTIAL = EnumSet.of(
            ConfigKey.DOMAIN,
            ConfigKey.ISSUER,
            ConfigKey.CLIENT_ID,
            ConfigKey.CLIENT_SECRET,
            ConfigKey.CLIENT_ASSERTION_SIGNING_KEY,
            ConfigKey.MTLS_CERTIFICATE,
            ConfigKey.AUDIENCE,
            ConfigKey.API_AUDIENCES,
            ConfigKey.SECRET,
            ConfigKey.APP_BASE_URL);
    private static final Set<ConfigKey> CLIENT_ONLY = Set.of(
            ConfigKey.CLIENT_SECRET,
            ConfigKey.CLIENT_ASSERTION_SIGNING_KEY,
            ConfigKey.MTLS_CERTIFICATE,
            ConfigKey.SECRET);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final Settings settings;
    private final Problems problems = new Problems();
    private final Values values;

    private ConfigReader(Settings settings) {
        this.settings = settings;
        this.values = new Values(settings, problems);
    }

    /**
     * Returns the configuration, null where the library is not to do anything.
     *
     * @throws ConfigurationException {@code config.invalid}, naming every key that is wrong and none of the values
     */
    public static @Nullable Auth0Config read(Settings settings) {
        return new ConfigReader(settings).read();
    }

    private @Nullable Auth0Config read() {
        boolean insecureAllowed = values.flag(ConfigKey.ALLOW_INSECURE_REQUESTS);
        MicroProfileJwtReader microProfileJwt = new MicroProfileJwtReader(values, problems, insecureAllowed);
        if (!values.flag(ConfigKey.ENABLED) || !isMentioned(microProfileJwt)) {
            return null;
        }
        Auth0Config.Provider provider = new Auth0Config.Provider(
                microProfileJwt.decidesIssuer() ? issuerOf(microProfileJwt, insecureAllowed) : issuer(insecureAllowed),
                insecureAllowed);
        Auth0Config.Api api = new ApiReader(values, problems, insecureAllowed).read();
        Auth0Config.Client client = wantsClient() ? new ClientReader(settings, values, problems).read() : null;
        Auth0Config.Login login = client == null || !values.flag(ConfigKey.LOGIN_ENABLED)
                ? null
                : new LoginReader(values, problems, insecureAllowed).read(client);
        if (api == null && client == null) {
            problems.add(
                    ConfigKey.CLIENT_ID,
                    "is missing, and so is " + ConfigKey.AUDIENCE.key()
                            + ": the first is needed for login, the second for an API");
            nameAudiences(microProfileJwt);
        }
        Auth0Config config = new Auth0Config(
                provider,
                client,
                login,
                api,
                caller(microProfileJwt.decidesIssuer()),
                propagation(insecureAllowed),
                http(),
                warnings(insecureAllowed));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, problems.text());
        }
        return config;
    }

    /**
     * Without any setting of ours the jar lies in the application for nothing, which is no fault. Those of MicroProfile JWT
     * may be meant for the server's own, so they count only where somebody has switched the library on by name.
     */
    private boolean isMentioned(MicroProfileJwtReader microProfileJwt) {
        return ESSENTIAL.stream().anyMatch(key -> values.text(key) != null)
                || (values.text(ConfigKey.ENABLED) != null && microProfileJwt.isMentioned());
    }

    private void nameAudiences(MicroProfileJwtReader microProfileJwt) {
        if (microProfileJwt.isMentioned()) {
            problems.add(
                    MicroProfileJwtKey.AUDIENCES.key(),
                    "is missing; " + ConfigKey.API_ALLOW_ANY_AUDIENCE.key() + " takes tokens for any API");
        }
    }

    private boolean wantsClient() {
        return values.text(ConfigKey.CLIENT_ID) != null
                || CLIENT_ONLY.stream().anyMatch(key -> values.text(key) != null);
    }

    private String issuer(boolean insecureAllowed) {
        String issuer = values.text(ConfigKey.ISSUER);
        if (issuer != null) {
            values.url(ConfigKey.ISSUER, issuer, insecureAllowed);
            return issuer;
        }
        String domain = values.text(ConfigKey.DOMAIN);
        if (domain == null) {
            problems.add(ConfigKey.DOMAIN, "is missing");
            return "";
        }
        String ofDomain = Issuers.ofDomain(domain).orElse(null);
        if (ofDomain == null) {
            problems.add(ConfigKey.DOMAIN, "is not a host name");
            return "";
        }
        return ofDomain;
    }

    private String issuerOf(MicroProfileJwtReader microProfileJwt, boolean insecureAllowed) {
        String issuer = Objects.requireNonNull(microProfileJwt.issuer());
        if (!microProfileJwt.hasKeys()) {
            // Its metadata are fetched for its keys; else it is a name, which need not even be a URL.
            values.url(MicroProfileJwtKey.ISSUER.key(), issuer, insecureAllowed);
        }
        return issuer;
    }

    /** MicroProfile JWT 2.1 has an order of names and a claim of groups of its own. */
    private Auth0Config.Caller caller(boolean ofMicroProfileJwt) {
        return new Auth0Config.Caller(
                listOr(ConfigKey.CALLER_NAME_CLAIM, ofMicroProfileJwt, List.of("upn", "preferred_username", "sub")),
                listOr(ConfigKey.GROUPS_CLAIMS, ofMicroProfileJwt, List.of("groups")));
    }

    private List<String> listOr(ConfigKey key, boolean ofMicroProfileJwt, List<String> otherwise) {
        return ofMicroProfileJwt && values.text(key) == null ? otherwise : values.list(key);
    }

    private Auth0Config.Propagation propagation(boolean insecureAllowed) {
        return new Auth0Config.Propagation(values.origins(ConfigKey.PROPAGATION_ORIGINS, insecureAllowed));
    }

    private Auth0Config.Http http() {
        return new Auth0Config.Http(
                values.duration(ConfigKey.HTTP_CONNECT_TIMEOUT, MILLISECOND, Duration.ofMinutes(1)),
                values.duration(ConfigKey.HTTP_TIMEOUT, MILLISECOND, Duration.ofMinutes(1)),
                values.count(ConfigKey.HTTP_MAX_BODY, 1024, 16 * 1024 * 1024),
                values.flag(ConfigKey.TELEMETRY));
    }

    private List<String> warnings(boolean insecureAllowed) {
        List<String> warnings = new ArrayList<>(UnknownKeys.warnings(settings.names()));
        if (insecureAllowed) {
            warnings.add(ConfigKey.ALLOW_INSECURE_REQUESTS.key() + " is on: http is allowed on the loopback interface");
        }
        for (ConfigKey key :
                List.of(ConfigKey.BACKCHANNEL_ALLOW_MISSING_EXP, ConfigKey.BACKCHANNEL_ALLOW_MISSING_TYP)) {
            if (values.flag(key)) {
                warnings.add(key.key() + " is on: logout tokens are checked less strictly");
            }
        }
        if (values.flag(ConfigKey.API_ALLOW_ANY_AUDIENCE)) {
            warnings.add(ConfigKey.API_ALLOW_ANY_AUDIENCE.key() + " is on: tokens for other APIs are taken");
        }
        for (ConfigKey key : List.of(ConfigKey.API_ALLOW_TOKEN_IN_FORM, ConfigKey.API_ALLOW_TOKEN_IN_QUERY)) {
            if (values.flag(key)) {
                warnings.add(key.key() + " is on: access tokens are taken from where they are easily lost");
            }
        }
        return List.copyOf(warnings);
    }
}
