package io.github.auth0jakarta.tenant;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** As much of ASN.1's distinguished encoding (ITU-T X.690) as a certificate needs. */
final class Der {

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED_CONTEXT = 0xA0;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        return encode(SEQUENCE, elements);
    }

    static byte[] isTrue() {
        return encode(BOOLEAN, new byte[] {(byte) 0xFF});
    }

    static byte[] integer(BigInteger value) {
        return encode(INTEGER, value.toByteArray());
    }

    static byte[] bitString(byte[] bytes) {
        return encode(BIT_STRING, new byte[] {0}, bytes);
    }

    static byte[] octetString(byte[] bytes) {
        return encode(OCTET_STRING, bytes);
    }

    /** An object identifier whose arcs are encoded already. */
    static byte[] objectIdentifier(int... encodedArcs) {
        byte[] bytes = new byte[encodedArcs.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) encodedArcs[i];
        }
        return encode(OBJECT_IDENTIFIER, bytes);
    }

    /** A time before 2050. */
    static byte[] time(Instant time) {
        return encode(UTC_TIME, UTC.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /** A value with an implicit tag. */
    static byte[] tagged(int tag, byte[] content) {
        return encode(CONTEXT | tag, content);
    }

    /** A value in an explicit tag. */
    static byte[] wrapped(int tag, byte[] element) {
        return encode(CONSTRUCTED_CONTEXT | tag, element);
    }

    private static byte[] encode(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length > 0xFF) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7F) {
            out.write(0x81);
        }
        out.write(length);
    }
}
