package io.github.auth0jakarta.internal.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values; one that cannot be read is a problem, and stands for its default from then on. */
final class Values {
    private static final Pattern SIMPLE_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern ROUTE = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Pattern LIST_SEPARATOR = Pattern.compile("(?<!\\\\),");

    private static final String FILE = "file:";

    private final Settings settings;
    private final Problems problems;

    Values(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** Returns the value without surrounding white space, null where there is none or only white space. */
    @Nullable
    String text(ConfigKey key) {
        return text(key.key());
    }

    @Nullable
    String text(String key) {
        String value = settings.value(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String textOrDefault(ConfigKey key) {
        String value = text(key);
        return value == null ? key.defaultText() : value;
    }

    List<String> list(ConfigKey key) {
        return elements(textOrDefault(key));
    }

    /** Returns the elements of a list, without those that are empty; a comma behind a backslash does not part. */
    static List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        for (String element : LIST_SEPARATOR.split(value)) {
            String stripped = element.replace("\\,", ",").strip();
            if (!stripped.isEmpty()) {
                elements.add(stripped);
            }
        }
        return List.copyOf(elements);
    }

    boolean flag(ConfigKey key) {
        return flag(key, Boolean.parseBoolean(key.defaultText()));
    }

    boolean flag(ConfigKey key, boolean otherwise) {
        String value = text(key);
        if (value == null) {
            return otherwise;
        }
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        problems.add(key, "is neither true nor false");
        return otherwise;
    }

    Duration duration(ConfigKey key, Duration atLeast, Duration atMost) {
        Duration duration = parseDuration(textOrDefault(key));
        if (duration == null) {
            problems.add(key, "is not a duration such as 30s, 10m, 1d or PT30S");
            return atMost;
        }
        if (duration.compareTo(atLeast) < 0) {
            problems.add(key, "is shorter than " + atLeast);
        }
        if (duration.compareTo(atMost) > 0) {
            problems.add(key, "is longer than " + atMost);
        }
        return duration;
    }

    private static @Nullable Duration parseDuration(String text) {
        Matcher simple = SIMPLE_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    int count(ConfigKey key, int atLeast, int atMost) {
        try {
            int count = Integer.parseInt(textOrDefault(key));
            if (count >= atLeast && count <= atMost) {
                return count;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        problems.add(key, "is not a number from " + atLeast + " to " + atMost);
        return atLeast;
    }

    /** Returns the path, null where it is switched off. */
    @Nullable
    String route(ConfigKey key) {
        String value = textOrDefault(key);
        if (value.equalsIgnoreCase("off")) {
            return null;
        }
        if (ROUTE.matcher(value).matches()) {
            return value;
        }
        problems.add(key, "is neither a path such as " + key.defaultText() + " nor off");
        return key.defaultText();
    }

    /** Returns the path, which cannot be switched off; the root is one, too. */
    String path(ConfigKey key) {
        String value = textOrDefault(key);
        if (value.equals("/") || ROUTE.matcher(value).matches()) {
            return value;
        }
        problems.add(key, "is not a path such as /signed-out");
        return key.defaultText();
    }

    /** Returns the text in PEM, from its file where the value says so; null where there is none or it cannot be used. */
    @Nullable
    String pem(ConfigKey key) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        String pem = value.startsWith(FILE) ? contentOf(key, value.substring(FILE.length())) : value;
        if (pem == null) {
            return null;
        }
        // In the environment and in properties files a line break is easily written as two characters.
        String lines = pem.replace("\\n", "\n").strip();
        if (lines.startsWith("-----BEGIN ") && lines.endsWith("-----")) {
            return lines;
        }
        problems.add(key, "is not PEM");
        return null;
    }

    private @Nullable String contentOf(ConfigKey key, String path) {
        try {
            return Files.readString(Path.of(path), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            problems.add(key, "names a file that cannot be read");
            return null;
        }
    }

    /** Returns the value where it is one of these, else the default. */
    String oneOf(ConfigKey key, Set<String> allowed) {
        String value = textOrDefault(key);
        if (allowed.contains(value)) {
            return value;
        }
        problems.add(key, "is not one of " + allowed.stream().sorted().toList());
        return key.defaultText();
    }

    <E extends Enum<E>> E oneOf(ConfigKey key, Class<E> type) {
        String value = textOrDefault(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        problems.add(
                key, "is not one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
        return type.getEnumConstants()[0];
    }

    List<String> subset(ConfigKey key, Set<String> allowed) {
        List<String> values = list(key);
        if (values.isEmpty() || !allowed.containsAll(values)) {
            problems.add(
                    key,
                    "has a value that is not one of "
                            + allowed.stream().sorted().toList());
        }
        return values;
    }

    /** Returns those of the secrets that are strong enough; each that is not is a problem. */
    List<CookieSecret> secrets(ConfigKey key) {
        List<CookieSecret> usable = new ArrayList<>();
        for (String secret : text(key) == null ? List.<String>of() : list(key)) {
            CookieSecret.weaknessOf(secret)
                    .ifPresentOrElse(
                            weakness -> problems.add(key, weakness), () -> usable.add(CookieSecret.of(secret)));
        }
        return List.copyOf(usable);
    }

    /** Returns where the application is reached, without trailing slash; empty where that is not set. */
    List<URI> baseUrls(boolean insecureAllowed) {
        List<URI> urls = new ArrayList<>();
        Set<String> authorities = new HashSet<>();
        for (String text : list(ConfigKey.APP_BASE_URL)) {
            URI url = url(ConfigKey.APP_BASE_URL, withoutSlash(text), insecureAllowed);
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

    /** Returns the origins; one that has a path is a problem. */
    Set<URI> origins(ConfigKey key, boolean insecureAllowed) {
        Set<URI> origins = new HashSet<>();
        for (String text : list(key)) {
            URI origin = url(key, withoutSlash(text), insecureAllowed);
            if (origin != null && !origin.getRawPath().isEmpty()) {
                problems.add(key, "has a path");
            } else if (origin != null) {
                origins.add(origin);
            }
        }
        return Set.copyOf(origins);
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Returns the URL, null where there is none or it cannot be used. */
    @Nullable
    URI url(ConfigKey key, String value, boolean insecureAllowed) {
        return url(key.key(), value, insecureAllowed);
    }

    @Nullable
    URI url(String key, String value, boolean insecureAllowed) {
        URI uri;
        try {
            uri = new URI(value);
        } catch (URISyntaxException e) {
            problems.add(key, "is not a URL");
            return null;
        }
        if (uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            problems.add(key, "is not a URL of a host and a path");
            return null;
        }
        String fault = Origins.fault(uri, insecureAllowed);
        if (fault != null) {
            problems.add(key, fault);
            return null;
        }
        return uri;
    }
}
