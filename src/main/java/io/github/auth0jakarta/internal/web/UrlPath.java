package io.github.auth0jakarta.internal.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a URL as a server understands it: percent-decoded once, without path parameters and dot segments.
 *
 * @param segments what is between the slashes; an empty one is an empty text
 */
record UrlPath(List<String> segments) {

    /** Returns the path; empty where it is not UTF-8, or hides a control character or a backslash. */
    static Optional<UrlPath> parse(String rawPath) {
        return decode(rawPath).filter(UrlPath::isHarmless).map(UrlPath::resolve);
    }

    /** Returns whether a browser or a server that puts it behind nothing would take it for {@code //host}. */
    boolean looksLikeAuthority() {
        return segments.size() > 1 && segments.get(0).isEmpty();
    }

    /** Returns the path as it is matched with the routes of an application: servers take two slashes for one. */
    String matched() {
        return "/"
                + String.join(
                        "/",
                        segments.stream().filter(segment -> !segment.isEmpty()).toList());
    }

    private static UrlPath resolve(String path) {
        List<String> resolved = new ArrayList<>();
        String[] parts = path.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            String segment = withoutParameters(parts[i]);
            boolean dots = segment.equals(".") || segment.equals("..");
            if (segment.equals("..") && !resolved.isEmpty()) {
                resolved.remove(resolved.size() - 1);
            }
            if (!dots) {
                resolved.add(segment);
            } else if (i == parts.length - 1) {
                resolved.add("");
            }
        }
        return new UrlPath(List.copyOf(resolved));
    }

    private static String withoutParameters(String segment) {
        int parameters = segment.indexOf(';');
        return parameters < 0 ? segment : segment.substring(0, parameters);
    }

    private static boolean isHarmless(String path) {
        return path.startsWith("/") && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
    }

    /** Decodes what has been found to have two hexadecimal digits behind each percent sign. */
    private static Optional<String> decode(String rawPath) {
        byte[] raw = rawPath.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                decoded.put((byte) (Character.digit(raw[i + 1], 16) << 4 | Character.digit(raw[i + 2], 16)));
                i += 2;
            } else {
                decoded.put(raw[i]);
            }
        }
        try {
            // A new decoder refuses what is not UTF-8, such as a slash or a dot in more bytes than it needs.
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
