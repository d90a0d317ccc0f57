package io.github.auth0jakarta.internal.json;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object or array (RFC 8259) into unmodifiable collections and writes one back; refuses whatever two readers could
 * understand differently.
 *
 * <p>Refused are: text that is not UTF-8, unpaired surrogates, a member name that occurs twice, anything behind the
 * value, and whatever is beyond the limits of size, depth, number of values and length of numbers. Values are
 * {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Long} (an integer of up to 18 digits),
 * {@code BigDecimal} (any other number), {@code Boolean} and null: a member whose value is null is a key whose value is
 * null.
 *
 * <p>Make one and keep it: looking up the JSON provider costs more than parsing a token. Safe for use by several threads.
 */
public final class StrictJson {
    /** The longest text that is read: 1 MiB, as the longest answer that is taken from a provider. */
    static final int MAX_LENGTH = 1024 * 1024;

    private static final char REPLACEMENT_CHARACTER = '\uFFFD';

    private final JsonParserFactory parsers;
    private final JsonGeneratorFactory generators;

    public StrictJson() {
        JsonProvider provider = JsonProvider.provider();
        parsers = provider.createParserFactory(Map.of());
        generators = provider.createGeneratorFactory(Map.of());
    }

    /** Returns the one object that these bytes are in UTF-8. */
    public Map<String, @Nullable Object> readObject(byte[] utf8) throws MalformedJsonException {
        requireLength(utf8.length);
        String text = decode(utf8);
        // What was decoded has whole characters; only an escape in it can make half of one.
        return parse(text, text.contains("\\u"));
    }

    /** Returns the one array that these bytes are in UTF-8. */
    public List<@Nullable Object> readArray(byte[] utf8) throws MalformedJsonException {
        requireLength(utf8.length);
        try (JsonParser parser = parsers.createParser(new StringReader(decode(utf8)))) {
            return new ObjectReader(parser, true).readArray();
        } catch (JsonException e) {
            throw new MalformedJsonException("not JSON");
        }
    }

    /** Decoding leniently is many times as fast, and shows by a replacement character where it may not be enough. */
    private static String decode(byte[] utf8) throws MalformedJsonException {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT_CHARACTER) >= 0) {
            requireUtf8(utf8);
        }
        return text;
    }

    private static void requireUtf8(byte[] bytes) throws MalformedJsonException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("not UTF-8");
        }
    }

    /** Returns the one object that this text is. */
    public Map<String, @Nullable Object> readObject(String text) throws MalformedJsonException {
        requireLength(text.length());
        return parse(text, true);
    }

    /**
     * Returns the object as compact text; {@link #readObject(String)} gives an equal one back.
     *
     * @throws IllegalArgumentException for a value of a type that is never read
     */
    public String writeObject(Map<String, ? extends @Nullable Object> object) {
        return write(object);
    }

    /**
     * Returns the array as compact text.
     *
     * @throws IllegalArgumentException for a value of a type that is never read
     */
    public String writeArray(List<? extends @Nullable Object> array) {
        return write(array);
    }

    private String write(Object value) {
        StringWriter text = new StringWriter();
        try (var generator = generators.createGenerator(text)) {
            new ObjectWriter(generator).write(value);
        }
        return text.toString();
    }

    private Map<String, @Nullable Object> parse(String text, boolean checkSurrogates) throws MalformedJsonException {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            return new ObjectReader(parser, checkSurrogates).read();
        } catch (JsonException e) {
            throw new MalformedJsonException("not JSON");
        }
    }

    private static void requireLength(int length) throws MalformedJsonException {
        if (length > MAX_LENGTH) {
            throw new MalformedJsonException("longer than " + MAX_LENGTH);
        }
    }
}
