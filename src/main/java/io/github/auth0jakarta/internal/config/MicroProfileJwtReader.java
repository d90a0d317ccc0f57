package io.github.auth0jakarta.internal.config;

import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt;
import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt.Decryption;
import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of MicroProfile JWT, which an application may have for a server's own; problems are collected, not thrown.
 */
final class MicroProfileJwtReader {
    private static final Set<String> DECRYPTION_ALGORITHMS = Set.of("RSA-OAEP", "RSA-OAEP-256");
    private static final int LONGEST_SKEW = 60;
    private static final String FILE = "file:";
    private static final String CLASSPATH = "classpath:";
    private static final String DEFAULT_COOKIE = "Bearer";

    private final Values values;
    private final Problems problems;
    private final boolean insecureAllowed;

    MicroProfileJwtReader(Values values, Problems problems, boolean insecureAllowed) {
        this.values = values;
        this.problems = problems;
        this.insecureAllowed = insecureAllowed;
    }

    /** Returns whether an application may be configured by these alone. */
    boolean isMentioned() {
        return text(MicroProfileJwtKey.ISSUER) != null || hasKeys();
    }

    /** Returns whether the issuer comes from here: no key of ours names one, and this one does. */
    boolean decidesIssuer() {
        return values.text(ConfigKey.DOMAIN) == null
                && values.text(ConfigKey.ISSUER) == null
                && text(MicroProfileJwtKey.ISSUER) != null;
    }

    /** Returns whether keys are given, so that nobody has to be asked for them. */
    boolean hasKeys() {
        return text(MicroProfileJwtKey.PUBLIC_KEY) != null || text(MicroProfileJwtKey.PUBLIC_KEY_LOCATION) != null;
    }

    @Nullable
    String issuer() {
        return text(MicroProfileJwtKey.ISSUER);
    }

    List<String> audiences() {
        String value = text(MicroProfileJwtKey.AUDIENCES);
        return value == null ? List.of() : Values.elements(value);
    }

    /** Returns the algorithms for access tokens, null where nothing is said. */
    @Nullable
    List<String> algorithms() {
        String value = text(MicroProfileJwtKey.PUBLIC_KEY_ALGORITHM);
        if (value == null) {
            return null;
        }
        if (!ConfigReader.ALGORITHMS.contains(value)) {
            add(
                    MicroProfileJwtKey.PUBLIC_KEY_ALGORITHM,
                    "is not one of " + ConfigReader.ALGORITHMS.stream().sorted().toList());
            return null;
        }
        return List.of(value);
    }

    /** Returns how far clocks may differ, null where nothing is said. */
    @Nullable
    Duration clockSkew() {
        return seconds(MicroProfileJwtKey.CLOCK_SKEW, 0, LONGEST_SKEW);
    }

    /** Returns what has no counterpart among our keys. */
    MicroProfileJwt read() {
        return new MicroProfileJwt(decidesIssuer() ? keys() : null, tokenAge(), decryption());
    }

    /** Keys belong to an issuer: where that is named by a key of ours, its metadata says what its keys are. */
    private @Nullable Keys keys() {
        String inline = text(MicroProfileJwtKey.PUBLIC_KEY);
        String location = text(MicroProfileJwtKey.PUBLIC_KEY_LOCATION);
        if (inline != null && location != null) {
            add(
                    MicroProfileJwtKey.PUBLIC_KEY,
                    "is set, and so is " + MicroProfileJwtKey.PUBLIC_KEY_LOCATION.key() + ": only one of them can be");
        }
        if (inline != null) {
            return new Keys.Document(MicroProfileJwtKey.PUBLIC_KEY.key(), inline);
        }
        return location == null ? null : keysAt(location);
    }

    private @Nullable Keys keysAt(String location) {
        if (location.startsWith("https:") || location.startsWith("http:")) {
            return remote(location);
        }
        String document = content(MicroProfileJwtKey.PUBLIC_KEY_LOCATION, location);
        return document == null ? null : new Keys.Document(MicroProfileJwtKey.PUBLIC_KEY_LOCATION.key(), document);
    }

    private @Nullable Keys remote(String location) {
        URI uri;
        try {
            uri = URI.create(location);
        } catch (IllegalArgumentException e) {
            add(MicroProfileJwtKey.PUBLIC_KEY_LOCATION, "is not a URL");
            return null;
        }
        String fault = Origins.fault(uri, insecureAllowed);
        if (fault != null) {
            add(MicroProfileJwtKey.PUBLIC_KEY_LOCATION, fault);
            return null;
        }
        return new Keys.Remote(uri);
    }

    /** Returns the cookie that access tokens come in, null where they come in the {@code Authorization} header. */
    @Nullable
    String cookie() {
        String header = text(MicroProfileJwtKey.TOKEN_HEADER);
        if (header == null || header.equalsIgnoreCase("Authorization")) {
            return null;
        }
        if (!header.toLowerCase(Locale.ROOT).equals("cookie")) {
            add(MicroProfileJwtKey.TOKEN_HEADER, "is neither Authorization nor Cookie");
            return null;
        }
        String name = text(MicroProfileJwtKey.TOKEN_COOKIE);
        return name == null ? DEFAULT_COOKIE : name;
    }

    private @Nullable Duration tokenAge() {
        Duration age = seconds(MicroProfileJwtKey.TOKEN_AGE, 1, Integer.MAX_VALUE);
        Duration skew = clockSkew();
        return age == null || skew == null ? age : age.plus(skew);
    }

    private @Nullable Decryption decryption() {
        String location = text(MicroProfileJwtKey.DECRYPT_KEY_LOCATION);
        if (location == null) {
            return null;
        }
        Set<String> algorithms = DECRYPTION_ALGORITHMS;
        String algorithm = text(MicroProfileJwtKey.DECRYPT_KEY_ALGORITHM);
        if (algorithm != null && !DECRYPTION_ALGORITHMS.contains(algorithm)) {
            add(MicroProfileJwtKey.DECRYPT_KEY_ALGORITHM, "is neither RSA-OAEP nor RSA-OAEP-256");
        } else if (algorithm != null) {
            algorithms = Set.of(algorithm);
        }
        String document = content(MicroProfileJwtKey.DECRYPT_KEY_LOCATION, location);
        return document == null ? null : new Decryption(new SecretText(document), algorithms);
    }

    private @Nullable Duration seconds(MicroProfileJwtKey key, int atLeast, int atMost) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= atLeast && seconds <= atMost) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        add(key, "is not a number of seconds from " + atLeast + " to " + atMost);
        return null;
    }

    private @Nullable String content(MicroProfileJwtKey key, String location) {
        try {
            return location.startsWith(FILE) ? Files.readString(file(location)) : resource(key, location);
        } catch (IOException | IllegalArgumentException e) {
            add(key, "names a file that cannot be read");
            return null;
        }
    }

    /** A URL, or a path behind the scheme as in our own keys. */
    private static Path file(String location) {
        return location.startsWith("file:/")
                ? Path.of(URI.create(location))
                : Path.of(location.substring(FILE.length()));
    }

    private @Nullable String resource(MicroProfileJwtKey key, String location) throws IOException {
        String path = location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String name = path.startsWith("/") ? path.substring(1) : path;
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in != null) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        add(key, "names no resource of the application");
        return null;
    }

    private @Nullable String text(MicroProfileJwtKey key) {
        return values.text(key.key());
    }

    private void add(MicroProfileJwtKey key, String what) {
        problems.add(key.key(), what);
    }
}
