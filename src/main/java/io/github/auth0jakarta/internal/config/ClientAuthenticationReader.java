package io.github.auth0jakarta.internal.config;

import io.github.auth0jakarta.internal.config.Auth0Config.ClientAuthentication;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads how the application proves itself at the token endpoint; more than one way is a problem, and so is none. */
final class ClientAuthenticationReader {
    private final Values values;
    private final Problems problems;

    ClientAuthenticationReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** As in the registry of RFC 8414, {@code token_endpoint_auth_methods_supported}. */
    private enum Method {
        CLIENT_SECRET_POST,
        CLIENT_SECRET_BASIC,
        PRIVATE_KEY_JWT,
        TLS_CLIENT_AUTH
    }

    ClientAuthentication read() {
        String secret = values.text(ConfigKey.CLIENT_SECRET);
        String signingKey = values.pem(ConfigKey.CLIENT_ASSERTION_SIGNING_KEY);
        String certificate = values.pem(ConfigKey.MTLS_CERTIFICATE);
        Method method = method(signingKey, certificate);
        refuse(ConfigKey.CLIENT_SECRET, secret, method == Method.PRIVATE_KEY_JWT || method == Method.TLS_CLIENT_AUTH);
        refuse(ConfigKey.CLIENT_ASSERTION_SIGNING_KEY, signingKey, method != Method.PRIVATE_KEY_JWT);
        refuse(ConfigKey.MTLS_CERTIFICATE, certificate, method != Method.TLS_CLIENT_AUTH);
        return switch (method) {
            case PRIVATE_KEY_JWT ->
                new ClientAuthentication.PrivateKeyJwt(
                        required(ConfigKey.CLIENT_ASSERTION_SIGNING_KEY, signingKey),
                        values.oneOf(ConfigKey.CLIENT_ASSERTION_SIGNING_ALG, ConfigReader.ALGORITHMS),
                        values.text(ConfigKey.CLIENT_ASSERTION_SIGNING_KEY_ID));
            case TLS_CLIENT_AUTH ->
                new ClientAuthentication.MutualTls(
                        required(ConfigKey.MTLS_CERTIFICATE, certificate).reveal(),
                        required(ConfigKey.MTLS_KEY, values.pem(ConfigKey.MTLS_KEY)));
            case CLIENT_SECRET_BASIC ->
                new ClientAuthentication.Secret(required(ConfigKey.CLIENT_SECRET, secret), true);
            case CLIENT_SECRET_POST ->
                new ClientAuthentication.Secret(required(ConfigKey.CLIENT_SECRET, secret), false);
        };
    }

    private Method method(@Nullable String signingKey, @Nullable String certificate) {
        String name = values.text(ConfigKey.CLIENT_AUTHENTICATION_METHOD);
        if (name == null) {
            if (signingKey != null) {
                return Method.PRIVATE_KEY_JWT;
            }
            return certificate == null ? Method.CLIENT_SECRET_POST : Method.TLS_CLIENT_AUTH;
        }
        for (Method method : Method.values()) {
            if (method.name().toLowerCase(Locale.ROOT).equals(name)) {
                return method;
            }
        }
        problems.add(
                ConfigKey.CLIENT_AUTHENTICATION_METHOD,
                "is not " + ConfigKey.CLIENT_AUTHENTICATION_METHOD.kindText().replace("`", ""));
        return Method.CLIENT_SECRET_POST;
    }

    private void refuse(ConfigKey key, @Nullable String value, boolean unused) {
        if (value != null && unused) {
            problems.add(key, "is set beside another way to authenticate the client");
        }
    }

    private SecretText required(ConfigKey key, @Nullable String value) {
        if (value == null && values.text(key) == null) {
            problems.add(key, "is missing");
        }
        return new SecretText(value == null ? "" : value);
    }
}
