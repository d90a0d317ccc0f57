package io.github.auth0jakarta.internal.dpop;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one text of all that mean the same address, for comparing a {@code htu} with a request (RFC 9449, 4.3, 9; RFC 3986,
 * 6.2.2 and 6.2.3).
 *
 * <p>As the URL parser of browsers makes it: scheme and host in lower case, an international host in Punycode, an IPv6 address
 * in its one form, no default port, no user, query and fragment, no dot segments, percent-encoding only where it is needed and
 * in capitals, and {@code /} for an empty path. A trailing slash and an empty segment stay. Unlike browsers, it takes no
 * spaces, control characters, backslashes, half encodings and missing slashes.
 */
final class TargetUri {
    private static final int LONGEST = 8 * 1024;
    private static final Pattern FORM =
            Pattern.compile("(https?)://([^/?#]*)([^?#]*)(?:\\?[^#]*)?(?:#.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(\\[[0-9a-f:.]{2,45}]|[a-z0-9.-]+)(?::([0-9]{1,5}))?");
    /** A path that a server might have taken from a request for an absolute address, of another host. */
    private static final Pattern ADDRESS_IN_PATH =
            Pattern.compile("/+[a-z][a-z0-9+.-]*://.*", Pattern.CASE_INSENSITIVE);
    /** RFC 3986, 3.3: what a segment may hold as it is. */
    private static final String PATH_CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";
    /** RFC 3986, 2.3. */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private TargetUri() {}

    /** Returns the normalised address of a {@code htu}; empty where it is none. */
    static Optional<String> of(String address) {
        if (address.length() > LONGEST || !isText(address)) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        Optional<String> authority = authority(scheme, parts.group(2));
        Optional<String> path = path(parts.group(3));
        return authority.flatMap(host -> path.map(segments -> scheme + "://" + host + segments));
    }

    /** Returns the normalised address of a request; empty also where its path looks like an address. */
    static Optional<String> ofRequest(String address) {
        Matcher parts = FORM.matcher(address);
        return parts.matches() && ADDRESS_IN_PATH.matcher(parts.group(3)).matches() ? Optional.empty() : of(address);
    }

    private static boolean isText(String address) {
        return address.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == 0x7F);
    }

    private static Optional<String> authority(String scheme, String text) {
        Optional<String> ascii = ascii(text.substring(text.lastIndexOf('@') + 1));
        return ascii.map(HOST_AND_PORT::matcher)
                .filter(Matcher::matches)
                .flatMap(parts -> host(parts.group(1))
                        .flatMap(host -> port(scheme, parts.group(2)).map(host::concat)));
    }

    private static Optional<String> ascii(String hostAndPort) {
        if (hostAndPort.startsWith("[")) {
            return Optional.of(hostAndPort.toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.of(IDN.toASCII(hostAndPort).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String host) {
        return host.startsWith("[") ? ipv6(host) : Optional.of(host);
    }

    /** Brackets make this Java read an address and never ask a name server. */
    private static Optional<String> ipv6(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            String hex = HexFormat.of().formatHex(address.getAddress());
            // An IPv4 address that is mapped into IPv6 comes as that.
            String whole = address instanceof Inet6Address ? hex : "00000000000000000000ffff" + hex;
            return Optional.of("[" + whole + "]");
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Returns what stands behind the host; empty where it is no port. */
    private static Optional<String> port(String scheme, String text) {
        int usual = scheme.equals("https") ? 443 : 80;
        int port = text == null ? usual : Integer.parseInt(text);
        if (port > 65_535) {
            return Optional.empty();
        }
        return Optional.of(port == usual ? "" : ":" + port);
    }

    private static Optional<String> path(String raw) {
        StringBuilder encoded = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            int character = raw.codePointAt(i);
            if (character == '%') {
                if (!isEncoding(raw, i)) {
                    return Optional.empty();
                }
                int octet = HexFormat.fromHexDigits(raw, i + 1, i + 3);
                append(encoded, octet, UNRESERVED.indexOf(octet) >= 0);
                i += 3;
            } else {
                append(encoded, character);
                i += Character.charCount(character);
            }
        }
        return Optional.of(withoutDotSegments(encoded.toString()));
    }

    private static boolean isEncoding(String raw, int index) {
        return index + 2 < raw.length()
                && HexFormat.isHexDigit(raw.charAt(index + 1))
                && HexFormat.isHexDigit(raw.charAt(index + 2));
    }

    private static void append(StringBuilder target, int character) {
        if (PATH_CHARACTERS.indexOf(character) >= 0) {
            target.appendCodePoint(character);
            return;
        }
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            append(target, octet & 0xFF, false);
        }
    }

    private static void append(StringBuilder target, int octet, boolean asItIs) {
        if (asItIs) {
            target.append((char) octet);
        } else {
            target.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) octet));
        }
    }

    /** RFC 3986, 5.2.4, but that an empty segment is one, as browsers have it. */
    private static String withoutDotSegments(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            if (!segments[i].equals(".") && !segments[i].equals("..")) {
                kept.add(segments[i]);
            } else if (last) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
