package io.github.auth0jakarta.sample.launcher;

/** Somebody who uses the sample, with a browser or without. */
public interface Visitor extends AutoCloseable {

    /** Opens a page of the sample and follows all redirects. */
    void open(String path);

    /** Follows the link or presses the button with this id. */
    void press(String id);

    /** Fills in the tenant's login form, which has to be the current page, and sends it. */
    void logIn(String email, String password);

    /** Presses a button that calls the API and returns what the page shows of the answer. */
    ApiAnswer callApi(String buttonId);

    /** Returns the address of the current page. */
    String address();

    /** Returns the HTTP status of the current page. */
    int status();

    /** Returns the text of the element with this id. */
    String text(String id);

    /** Keeps a picture of the current page, where there is one to see. */
    void takePicture(String name);

    @Override
    void close();

    /** What the page shows of an answer of the API. */
    record ApiAnswer(String status, String challenge, String body) {}
}
