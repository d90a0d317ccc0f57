package io.github.auth0jakarta.internal.config;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all settings once and either gives a configuration that can be used or names every key that is wrong. */
public final class ConfigReader {
    /** What the protocol sets itself; letting a setting override one of them would switch a protection off. */
    static final Set<String> PROTOCOL_PARAMETERS = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "audience",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "request",
            "request_uri",
            "dpop_jkt",
            "client_secret");

    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final Set<ConfigKey> ESSENTIAL = EnumSet.of(
            ConfigKey.DOMAIN,
            ConfigKey.ISSUER,
            ConfigKey.CLIENT_ID,
            ConfigKey.CLIENT_SECRET,
            ConfigKey.AUDIENCE,
            ConfigKey.SECRET,
            ConfigKey.APP_BASE_URL);
    private static final Set<ConfigKey> LOGIN_ONLY =
            Set.of(ConfigKey.CLIENT_SECRET, ConfigKey.SECRET, ConfigKey.APP_BASE_URL);
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");
    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    /** With the longest name and domain, the cookie still has room for a value. */
    private static final Pattern COOKIE_PATH = Pattern.compile("/[!-:<-~]{0,127}");

    private static final Pattern COOKIE_DOMAIN =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Duration SECOND = Duration.ofSeconds(1);
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
        if (!values.flag(ConfigKey.ENABLED) || !isMentioned()) {
            return null;
        }
        boolean insecureAllowed = values.flag(ConfigKey.ALLOW_INSECURE_REQUESTS);
        Auth0Config.Provider provider = new Auth0Config.Provider(issuer(insecureAllowed), insecureAllowed);
        Auth0Config.Api api = api();
        Auth0Config.Login login = wantsLogin() ? login(insecureAllowed) : null;
        if (api == null && login == null) {
            problems.add(
                    ConfigKey.CLIENT_ID,
                    "is missing, and so is " + ConfigKey.AUDIENCE.key()
                            + ": the first is needed for login, the second for an API");
        }
        Auth0Config config = new Auth0Config(provider, login, api, caller(), http(), warnings(insecureAllowed));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, problems.text());
        }
        return config;
    }

    /** Without any setting of ours the jar lies in the application for nothing, which is no fault. */
    private boolean isMentioned() {
        return ESSENTIAL.stream().anyMatch(key -> values.text(key) != null);
    }

    private boolean wantsLogin() {
        return values.text(ConfigKey.CLIENT_ID) != null
                || LOGIN_ONLY.stream().anyMatch(key -> values.text(key) != null);
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
        String host = domain.toLowerCase(Locale.ROOT);
        if (host.startsWith("https://")) {
            host = host.substring("https://".length());
        }
        if (host.endsWith("/")) {
            host = host.substring(0, host.length() - 1);
        }
        if (!HOST.matcher(host).matches() || URI.create("https://" + host + "/").getHost() == null) {
            problems.add(ConfigKey.DOMAIN, "is not a host name");
        }
        return "https://" + host + "/";
    }

    private Auth0Config.@Nullable Api api() {
        String audience = values.text(ConfigKey.AUDIENCE);
        List<String> algorithms = values.subset(ConfigKey.API_ALGORITHMS, ALGORITHMS);
        Duration clockSkew = values.duration(ConfigKey.API_CLOCK_SKEW, Duration.ZERO, Duration.ofSeconds(60));
        List<String> requiredClaims = values.list(ConfigKey.API_REQUIRED_CLAIMS);
        return audience == null ? null : new Auth0Config.Api(audience, algorithms, clockSkew, requiredClaims);
    }

    private Auth0Config.Login login(boolean insecureAllowed) {
        List<URI> baseUrls = baseUrls(insecureAllowed);
        return new Auth0Config.Login(
                required(ConfigKey.CLIENT_ID),
                new SecretText(required(ConfigKey.CLIENT_SECRET)),
                values.text(ConfigKey.AUDIENCE),
                scope(),
                authorizationParams(),
                secrets(),
                baseUrls,
                routes(),
                session(baseUrls),
                new Auth0Config.Transaction(
                        values.duration(ConfigKey.TRANSACTION_DURATION, SECOND, Duration.ofHours(1)),
                        values.count(ConfigKey.TRANSACTION_MAXIMUM, 1, 10)),
                new Auth0Config.Logout(
                        values.oneOf(ConfigKey.LOGOUT_STRATEGY, Auth0Config.Logout.Strategy.class),
                        values.flag(ConfigKey.LOGOUT_FEDERATED),
                        values.flag(ConfigKey.LOGOUT_ID_TOKEN_HINT),
                        values.flag(ConfigKey.LOGOUT_REVOKE_REFRESH_TOKEN)),
                values.duration(ConfigKey.TOKEN_REFRESH_BUFFER, Duration.ZERO, Duration.ofHours(1)));
    }

    private String required(ConfigKey key) {
        String value = values.text(key);
        if (value == null) {
            problems.add(key, "is missing");
            return "";
        }
        return value;
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
            if (PROTOCOL_PARAMETERS.contains(parameter)) {
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

    private List<CookieSecret> secrets() {
        List<String> secrets = values.list(ConfigKey.SECRET);
        if (secrets.isEmpty()) {
            problems.add(ConfigKey.SECRET, "is missing");
        }
        List<CookieSecret> usable = new ArrayList<>();
        for (String secret : secrets) {
            String weakness = CookieSecret.weaknessOf(secret).orElse(null);
            if (weakness == null) {
                usable.add(CookieSecret.of(secret));
            } else {
                problems.add(ConfigKey.SECRET, weakness);
            }
        }
        return List.copyOf(usable);
    }

    private List<URI> baseUrls(boolean insecureAllowed) {
        List<String> texts = values.list(ConfigKey.APP_BASE_URL);
        if (texts.isEmpty() && !insecureAllowed) {
            problems.add(ConfigKey.APP_BASE_URL, "is missing");
        }
        List<URI> urls = new ArrayList<>();
        Set<String> authorities = new HashSet<>();
        for (String text : texts) {
            String withoutSlash = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            URI url = values.url(ConfigKey.APP_BASE_URL, withoutSlash, insecureAllowed);
            if (url == null) {
                continue;
            }
            urls.add(url);
            if (!authorities.add(url.getScheme() + "://" + url.getAuthority())) {
                problems.add(ConfigKey.APP_BASE_URL, "names an origin twice");
            }
        }
        return List.copyOf(urls);
    }

    private Auth0Config.Routes routes() {
        String callback = values.route(ConfigKey.ROUTES_CALLBACK);
        if (callback == null) {
            problems.add(ConfigKey.ROUTES_CALLBACK, "cannot be off");
            callback = ConfigKey.ROUTES_CALLBACK.defaultText();
        }
        Auth0Config.Routes routes = new Auth0Config.Routes(
                values.route(ConfigKey.ROUTES_LOGIN),
                callback,
                values.route(ConfigKey.ROUTES_LOGOUT),
                values.route(ConfigKey.ROUTES_PROFILE));
        Set<String> paths = new HashSet<>();
        for (String path : Arrays.asList(routes.login(), routes.callback(), routes.logout(), routes.profile())) {
            if (path != null && !paths.add(path)) {
                problems.add("auth0.routes.*", "has one path for two routes");
            }
        }
        return routes;
    }

    private Auth0Config.Session session(List<URI> baseUrls) {
        boolean https = !baseUrls.isEmpty() && baseUrls.stream().allMatch(url -> "https".equals(url.getScheme()));
        boolean secure = values.flag(ConfigKey.SESSION_COOKIE_SECURE, https);
        if (https && !secure) {
            problems.add(ConfigKey.SESSION_COOKIE_SECURE, "is false although the application is reached by https");
        }
        SameSite sameSite = values.oneOf(ConfigKey.SESSION_COOKIE_SAME_SITE, SameSite.class);
        if (sameSite == SameSite.NONE && !secure) {
            problems.add(ConfigKey.SESSION_COOKIE_SAME_SITE, "is None, which browsers take for Secure cookies only");
        }
        return new Auth0Config.Session(
                values.flag(ConfigKey.SESSION_ROLLING),
                values.duration(ConfigKey.SESSION_ABSOLUTE, SECOND, Duration.ofDays(400)),
                values.duration(ConfigKey.SESSION_INACTIVITY, SECOND, Duration.ofDays(400)),
                new Auth0Config.Cookie(
                        cookieName(),
                        cookieDomain(),
                        cookiePath(),
                        sameSite,
                        secure,
                        values.flag(ConfigKey.SESSION_COOKIE_TRANSIENT)));
    }

    private String cookieName() {
        String name = values.textOrDefault(ConfigKey.SESSION_COOKIE_NAME);
        if (!COOKIE_NAME.matcher(name).matches()) {
            problems.add(ConfigKey.SESSION_COOKIE_NAME, "has a character that a cookie's name cannot have");
        }
        if (name.startsWith("__Host-") || name.startsWith("__Secure-")) {
            problems.add(ConfigKey.SESSION_COOKIE_NAME, "has a prefix that is put there by itself");
        }
        return name;
    }

    private String cookiePath() {
        String path = values.textOrDefault(ConfigKey.SESSION_COOKIE_PATH);
        if (!COOKIE_PATH.matcher(path).matches()) {
            problems.add(
                    ConfigKey.SESSION_COOKIE_PATH, "is not a path of at most 128 characters that a cookie can have");
        }
        return path;
    }

    private @Nullable String cookieDomain() {
        String domain = values.text(ConfigKey.SESSION_COOKIE_DOMAIN);
        if (domain != null && !COOKIE_DOMAIN.matcher(domain).matches()) {
            problems.add(ConfigKey.SESSION_COOKIE_DOMAIN, "is not a domain name");
        }
        return domain;
    }

    private Auth0Config.Caller caller() {
        return new Auth0Config.Caller(
                values.textOrDefault(ConfigKey.CALLER_NAME_CLAIM), values.list(ConfigKey.GROUPS_CLAIMS));
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
        return List.copyOf(warnings);
    }
}
