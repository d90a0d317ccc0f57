package io.github.auth0jakarta.sample;

import io.nayuki.qrcodegen.QrCode;
import java.util.Locale;

/** Draws QR codes, here on the server: what they say is nobody else's business. */
final class QrImage {
    private static final int MARGIN = 4;

    private QrImage() {}

    /** Returns an SVG document. */
    static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * MARGIN;
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" role=\"img\""
                        + " aria-label=\"QR code\"><path d=\"M0 0h%dv%dH0z\" fill=\"#fff\"/><path d=\"%s\" fill=\"#000\"/></svg>",
                size,
                size,
                size,
                size,
                modules(code));
    }

    private static String modules(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
