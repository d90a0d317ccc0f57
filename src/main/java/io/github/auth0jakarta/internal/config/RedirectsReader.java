package io.github.auth0jakarta.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what browsers are sent to the provider with; problems are collected, not thrown. */
final class RedirectsReader {
    static final Set<String> FIXED_PARAMETERS =
            ProtocolParameters.ofAuthorizationAnd("scope", "audience", "authorization_details");

    private final Settings settings;
    private final Values values;
    private final Problems problems;

    RedirectsReader(Settings settings, Values values, Problems problems) {
        this.settings = settings;
        this.values = values;
        this.problems = problems;
    }

    Auth0Config.Redirects read() {
        return new Auth0Config.Redirects(
                scope(),
                values.text(ConfigKey.AUDIENCE),
                authorizationParams(),
                values.text(ConfigKey.ORGANIZATION),
                values.flag(ConfigKey.PUSHED_AUTHORIZATION_REQUESTS),
                values.oneOf(ConfigKey.LOGOUT_STRATEGY, Auth0Config.Logout.Strategy.class),
                values.flag(ConfigKey.LOGOUT_FEDERATED));
    }

    private String scope() {
        String scope = values.textOrDefault(ConfigKey.SCOPE);
        if (!List.of(scope.split(" ")).contains("openid")) {
            problems.add(ConfigKey.SCOPE, "does not contain openid");
        }
        return scope;
    }

    private Map<String, String> authorizationParams() {
        Map<String, String> params = new TreeMap<>();
        for (String name : settings.names()) {
            String parameter = authorizationParam(name);
            String value = parameter == null ? null : values.text(name);
            if (parameter == null || value == null) {
                continue;
            }
            if (FIXED_PARAMETERS.contains(parameter)) {
                problems.add(name, "is a parameter that the protocol sets");
            }
            params.put(parameter, value);
        }
        return Map.copyOf(params);
    }

    /**
     * Returns the parameter that a property is for, null where it is for none. One in the environment, however its name is
     * listed, is in lower case and has underscores.
     */
    private static @Nullable String authorizationParam(String name) {
        String prefix = ConfigKey.AUTHORIZATION_PARAMS.prefix();
        if (name.startsWith(prefix)) {
            return name.substring(prefix.length());
        }
        String environmentName = UnknownKeys.environmentName(name);
        return environmentName.startsWith(UnknownKeys.environmentName(prefix))
                ? environmentName.substring(prefix.length()).toLowerCase(Locale.ROOT)
                : null;
    }
}
