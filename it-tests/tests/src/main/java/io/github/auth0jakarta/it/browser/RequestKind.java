package io.github.auth0jakarta.it.browser;

import java.util.Map;

/** What makes a browser send a request; it shows in the headers (Fetch Metadata, and Accept). */
public enum RequestKind {
    /** A link, a typed address or a form. */
    NAVIGATION(Map.of(
            "Accept",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Sec-Fetch-Mode",
            "navigate",
            "Sec-Fetch-Dest",
            "document",
            "Sec-Fetch-Site",
            "none",
            "Sec-Fetch-User",
            "?1",
            "Upgrade-Insecure-Requests",
            "1")),
    /** A navigation in a browser that sends no Fetch Metadata. */
    OLD_NAVIGATION(Map.of("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")),
    /** A script's {@code fetch()}. */
    FETCH(Map.of(
            "Accept", "*/*", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty", "Sec-Fetch-Site", "same-origin")),
    /** A script's {@code XMLHttpRequest} in a browser that sends no Fetch Metadata, with the header that libraries add. */
    XHR(Map.of("Accept", "application/json, text/plain, */*", "X-Requested-With", "XMLHttpRequest")),
    /** A page that the browser loads before anybody clicked. */
    PREFETCH(Map.of(
            "Accept",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Sec-Purpose",
            "prefetch",
            "Sec-Fetch-Mode",
            "navigate",
            "Sec-Fetch-Dest",
            "document")),
    /** An image of the page. */
    IMAGE(Map.of(
            "Accept",
            "image/*,*/*;q=0.8",
            "Sec-Fetch-Mode",
            "no-cors",
            "Sec-Fetch-Dest",
            "image",
            "Sec-Fetch-Site",
            "same-origin")),
    /** Anything that is not a browser and says nothing about itself. */
    PROGRAM(Map.of("Accept", "*/*"));

    @SuppressWarnings("ImmutableEnumChecker") // Map.of cannot be changed.
    private final Map<String, String> headers;

    RequestKind(Map<String, String> headers) {
        this.headers = headers;
    }

    Map<String, String> headers() {
        return headers;
    }
}
