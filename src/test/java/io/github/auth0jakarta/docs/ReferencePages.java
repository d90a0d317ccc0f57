package io.github.auth0jakarta.docs;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.config.ConfigKey;
import io.github.auth0jakarta.internal.config.MicroProfileJwtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the reference pages from the places where configuration keys and error codes are declared. */
final class ReferencePages {
    /** Their defaults depend on other keys, so they are described and not quoted. */
    private static final Set<ConfigKey> DESCRIBED_DEFAULTS =
            Set.of(ConfigKey.ISSUER, ConfigKey.SESSION_COOKIE_SECURE, ConfigKey.CLIENT_AUTHENTICATION_METHOD);

    private ReferencePages() {}

    static String configuration() {
        StringBuilder page = new StringBuilder(generatedFrom("ConfigKey"));
        page.append("""
                # Configuration reference

                All keys are read with MicroProfile Config: from `META-INF/microprofile-config.properties`, from system
                properties, or from the environment, where `auth0.client-id` is `AUTH0_CLIENT_ID`. They are read once,
                when the application is deployed. All that is wrong is reported in one message, which names keys and
                never values, and the deployment fails. A key that is not in this list gets a warning that names the
                nearest one.

                A list is separated by commas; `\\,` is a comma within an element.
                """);
        sections().forEach((title, keys) -> {
            page.append("\n## ").append(title).append("\n\n");
            page.append("| Key | Value | Default | Meaning |\n|---|---|---|---|\n");
            keys.forEach(key -> page.append(row(code(key.key()), key.kindText(), defaultOf(key), key.meaning())));
        });
        page.append(microProfileJwt());
        return page.toString();
    }

    private static String microProfileJwt() {
        StringBuilder section = new StringBuilder("""

                ## `mp.jwt.*`

                The keys of MicroProfile JWT 2.1 are read where no key of ours says the same. They may be meant for the
                server's own MicroProfile JWT, so they alone switch nothing on: one of the essential keys of ours does,
                or `auth0.enabled=true`. More of this is said [here](microprofile-jwt.md).

                | Key | Ours, which win | Meaning |
                |---|---|---|
                """);
        for (MicroProfileJwtKey key : MicroProfileJwtKey.values()) {
            String ours = key.yieldsTo();
            section.append(row(code(key.key()), ours == null ? "" : ours, key.meaning()));
        }
        return section.toString();
    }

    /** Keys that share their first two names with others stand together, all others come first. */
    private static Map<String, List<ConfigKey>> sections() {
        List<ConfigKey> general = new ArrayList<>();
        Map<String, List<ConfigKey>> sections = new LinkedHashMap<>();
        sections.put("General", general);
        Map<String, List<ConfigKey>> families = Arrays.stream(ConfigKey.values())
                .collect(Collectors.groupingBy(ReferencePages::family, LinkedHashMap::new, Collectors.toList()));
        families.forEach((family, keys) -> {
            if (keys.size() > 1) {
                sections.put("`" + family + ".*`", keys);
            } else {
                general.addAll(keys);
            }
        });
        return sections;
    }

    private static String family(ConfigKey key) {
        String[] names = key.key().split("\\.");
        return names[0] + "." + names[1];
    }

    private static String defaultOf(ConfigKey key) {
        String text = key.defaultText();
        if (text.isEmpty()) {
            return "–";
        }
        return DESCRIBED_DEFAULTS.contains(key) ? text : code(text);
    }

    static String errors() {
        StringBuilder page = new StringBuilder(generatedFrom("Auth0ErrorCode"));
        page.append("""
                # Error codes

                Each failure has a code that stays the same between versions. `Auth0Exception.code()` returns it, log
                messages begin with it, the error page of a failed login and the body of an API's answer show it.
                *HTTP* is the status of the answer where the library gives it; where the application catches the
                exception, the answer is its own. No message contains a token, a secret, a code or a cookie.
                """);
        Map<String, List<Auth0ErrorCode>> areas = Arrays.stream(Auth0ErrorCode.values())
                .collect(Collectors.groupingBy(ReferencePages::area, LinkedHashMap::new, Collectors.toList()));
        areas.forEach((area, codes) -> {
            page.append("\n## `").append(area).append(".*`\n\n");
            page.append("| Code | HTTP | Meaning and cause | Cure |\n|---|---|---|---|\n");
            codes.forEach(code ->
                    page.append(row(code(code.text()), Integer.toString(code.status()), code.meaning(), code.cure())));
        });
        return page.toString();
    }

    private static String area(Auth0ErrorCode code) {
        return code.text().substring(0, code.text().indexOf('.'));
    }

    static String generatedFrom(String source) {
        return "<!-- Generated from " + source + " by DocsTest; see CONTRIBUTING.md. -->\n";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
