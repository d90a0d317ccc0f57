package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Changes that chance makes of good input: of texts, and of JSON by its structure. */
public final class Mutations {
    private static final StrictJson JSON = new StrictJson();

    /** A text that no input has; it stands for a value that is no value of {@link StrictJson}. */
    private static final String PLACE = "\u2603";

    private static final String CHARACTERS =
            ".{}[]\",:\\=+/-_ \t\r\n;%&#?@*'()<>|~\u0000\u007f\u0085\u00e9\u2028\ud800\udc00\ufffdAa0Zz9";

    /** What JSON may say, and what only looks like it. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "-0",
            "1e400",
            "1e-400",
            "1E999999999",
            "9223372036854775808",
            "1.0000000000000000000000001",
            "1795262400.5",
            "253402300800",
            "NaN",
            "01",
            "+1",
            "1.",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"a b\"",
            "\"none\"",
            "\"HS256\"",
            "\"RS256\"",
            "\"ES256\"",
            "\"AQAB\"",
            "\"https://evil.example/\"",
            "\"http://tenant.example/\"",
            "\"https://tenant.example:99999/\"",
            "\"https://[::1\"",
            "\"\u202e\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[\"\"]",
            "[1,\"a\"]",
            "{\"a\":{}}",
            "{\"sub\":\"x\"}",
            "{\"jkt\":\"x\"}",
            "{\"a\":1,\"a\":2}",
            "undefined",
            "'x'",
            "/*x*/1");

    private static final List<String> NAMES = List.of(
            "alg",
            "typ",
            "kid",
            "crit",
            "b64",
            "zip",
            "jwk",
            "jku",
            "x5c",
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "cnf",
            "act",
            "events",
            "scope",
            "jti",
            "htm",
            "htu",
            "ath",
            "nonce",
            "kty",
            "n",
            "e",
            "crv",
            "x",
            "y",
            "d",
            "use",
            "key_ops",
            "keys",
            "",
            "__proto__",
            "\u0000");

    private Mutations() {}

    /** Returns the text with one to four changes; hardly ever the same. */
    public static String text(RandomGenerator random, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            change(random, changed);
        }
        return changed.toString();
    }

    private static void change(RandomGenerator random, StringBuilder text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + 1 + random.nextInt(8));
        switch (random.nextInt(7)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, character(random));
            case 2 -> text.replace(from, to, character(random));
            case 3 -> text.insert(from, text.substring(from, to));
            case 4 -> text.insert(from, character(random).repeat(1 + random.nextInt(3_000)));
            case 5 -> text.setLength(from);
            default -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
        }
    }

    private static String character(RandomGenerator random) {
        return String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }

    /** Returns the object as JSON with one to three of its members changed, sometimes no JSON any more. */
    public static String json(RandomGenerator random, Map<String, ?> object) {
        Map<String, Object> changed = new LinkedHashMap<>(object);
        List<String> values = new ArrayList<>();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            changeMember(random, changed, values);
        }
        String text = JSON.writeObject(changed);
        for (String value : values) {
            text = replaceOnce(text, "\"" + PLACE + "\"", value);
        }
        return random.nextInt(5) == 0 ? text(random, text) : text;
    }

    private static void changeMember(RandomGenerator random, Map<String, Object> object, List<String> values) {
        List<String> names = new ArrayList<>(object.keySet());
        String name = names.isEmpty() || random.nextInt(4) == 0 ? pick(random, NAMES) : pick(random, names);
        Object value = object.get(name);
        int choice = random.nextInt(8);
        if (choice == 0) {
            object.remove(name);
        } else if (choice == 1) {
            Object moved = object.remove(name);
            object.put(pick(random, NAMES), moved == null ? PLACE : moved);
        } else if (choice < 4 && nested(value)) {
            object.put(name, changeInside(random, value, values));
        } else if (choice == 4 && value instanceof String text) {
            object.put(name, withoutHalves(text(random, text)));
        } else {
            object.put(name, PLACE);
            values.add(value(random));
        }
    }

    private static boolean nested(Object value) {
        return value instanceof Map || (value instanceof List<?> list && !list.isEmpty());
    }

    private static Object changeInside(RandomGenerator random, Object value, List<String> values) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> changed = new LinkedHashMap<>();
            map.forEach((name, member) -> changed.put((String) name, member));
            changeMember(random, changed, values);
            return changed;
        }
        List<Object> changed = new ArrayList<>((List<?>) value);
        int index = random.nextInt(changed.size());
        if (nested(changed.get(index)) && random.nextInt(4) > 0) {
            changed.set(index, changeInside(random, changed.get(index), values));
        } else {
            changed.set(index, PLACE);
            values.add(value(random));
        }
        return changed;
    }

    private static String value(RandomGenerator random) {
        return switch (random.nextInt(12)) {
            case 0 -> "[".repeat(depth(random)) + "]".repeat(depth(random));
            case 1 -> {
                int depth = depth(random);
                yield "{\"sub\":\"x\",\"act\":".repeat(depth) + "{\"sub\":\"x\"}" + "}".repeat(depth);
            }
            case 2 -> "\"" + "x".repeat(random.nextInt(12_000)) + "\"";
            case 3 -> "9".repeat(1 + random.nextInt(6_000));
            case 4 -> "[" + "\"a\",".repeat(random.nextInt(3_000)) + "\"a\"]";
            default -> pick(random, VALUES);
        };
    }

    private static int depth(RandomGenerator random) {
        return 1 + random.nextInt(random.nextBoolean() ? 15 : 1_500);
    }

    private static String withoutHalves(String text) {
        return text.replaceAll("[\\ud800-\\udfff]", "?");
    }

    private static String replaceOnce(String text, String place, String value) {
        int at = text.indexOf(place);
        return at < 0 ? text : text.substring(0, at) + value + text.substring(at + place.length());
    }

    private static <T> T pick(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
