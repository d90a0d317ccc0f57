package io.github.auth0jakarta.testing;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a browser goes: the URL parser of the WHATWG standard (section 4.4) for the schemes that have a host, as far as
 * scheme, host, port and path are concerned. Written from the standard for the tests alone, and shares no code with what
 * they test.
 *
 * @param origin scheme, host and port, or only the scheme where there is no host
 * @param path the path without dot segments, not decoded
 */
public record BrowserUrl(String origin, String path) {

    private static final Map<String, Integer> SPECIAL =
            Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21);
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile("[0-9]{0,5}");
    private static final Pattern FORBIDDEN_IN_HOST = Pattern.compile("[\\x00-\\x20#/<>?@\\\\^|%:\\[\\]\\x7F]");

    /** Returns where the browser goes from a page; empty where it stays there, because the text is no URL. */
    public Optional<BrowserUrl> resolve(String text) {
        String input = trim(text).replaceAll("[\\t\\n\\r]", "");
        Matcher matcher = SCHEME.matcher(input);
        if (!matcher.matches()) {
            return relative(input);
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String rest = matcher.group(2);
        if (!SPECIAL.containsKey(scheme)) {
            return Optional.of(new BrowserUrl(scheme + ":", rest));
        }
        // "Special relative or authority state": a scheme that the page has too, without two slashes, is no scheme.
        if (scheme.equals(scheme()) && !rest.startsWith("//")) {
            return relative(rest);
        }
        return authority(scheme, rest);
    }

    public static BrowserUrl absolute(String url) {
        return new BrowserUrl("about:", "").resolve(url).orElseThrow();
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private String scheme() {
        return origin.substring(0, origin.indexOf(':'));
    }

    private Optional<BrowserUrl> relative(String input) {
        if (!SPECIAL.containsKey(scheme())) {
            return Optional.empty();
        }
        if (input.length() >= 2 && isSlash(input.charAt(0)) && isSlash(input.charAt(1))) {
            return authority(scheme(), input);
        }
        String inputPath = input.substring(0, firstOf(input, "?#"));
        if (inputPath.isEmpty()) {
            return Optional.of(this);
        }
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        return Optional.of(
                new BrowserUrl(origin, resolveDots(isSlash(inputPath.charAt(0)) ? inputPath : directory + inputPath)));
    }

    /** "Special authority ignore slashes state" and those behind it. */
    private static Optional<BrowserUrl> authority(String scheme, String input) {
        int start = 0;
        while (start < input.length() && isSlash(input.charAt(start))) {
            start++;
        }
        String rest = input.substring(start);
        int end = firstOf(rest, "/\\?#");
        String authority = rest.substring(0, end);
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        String inputPath = rest.substring(end, end + firstOf(rest.substring(end), "?#"));
        return hostAndPort(scheme, hostAndPort)
                .map(host -> new BrowserUrl(scheme + "://" + host, resolveDots(inputPath)));
    }

    private static Optional<String> hostAndPort(String scheme, String text) {
        int colon = text.endsWith("]") ? -1 : text.lastIndexOf(':');
        String port = colon < 0 ? "" : text.substring(colon + 1);
        if (!PORT.matcher(port).matches()) {
            return Optional.empty();
        }
        boolean usual = port.isEmpty() || Integer.valueOf(port).equals(SPECIAL.get(scheme));
        String suffix = usual ? "" : ":" + Integer.valueOf(port);
        return host(colon < 0 ? text : text.substring(0, colon)).map(host -> host + suffix);
    }

    private static Optional<String> host(String text) {
        if (text.startsWith("[")) {
            return text.endsWith("]") ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        try {
            String decoded = Normalizer.normalize(percentDecode(text), Normalizer.Form.NFKC);
            String host = IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            boolean valid = !host.isEmpty() && !FORBIDDEN_IN_HOST.matcher(host).find();
            return valid ? Optional.of(host) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String percentDecode(String text) {
        byte[] input = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        for (int i = 0; i < input.length; i++) {
            boolean encoded = input[i] == '%'
                    && i + 2 < input.length
                    && Character.digit(input[i + 1], 16) >= 0
                    && Character.digit(input[i + 2], 16) >= 0;
            if (encoded) {
                output.write(Character.digit(input[i + 1], 16) * 16 + Character.digit(input[i + 2], 16));
                i += 2;
            } else {
                output.write(input[i]);
            }
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    /** "Path state": a backslash is a slash, and an encoded dot is a dot. */
    private static String resolveDots(String path) {
        List<String> segments = new ArrayList<>();
        String[] parts = path.replace('\\', '/').replaceFirst("^/", "").split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            String dots = parts[i].toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (dots.equals("..") && !segments.isEmpty()) {
                segments.remove(segments.size() - 1);
            }
            if (!dots.equals("..") && !dots.equals(".")) {
                segments.add(parts[i]);
            } else if (i == parts.length - 1) {
                segments.add("");
            }
        }
        return "/" + String.join("/", segments);
    }

    private static boolean isSlash(char character) {
        return character == '/' || character == '\\';
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
