package io.github.auth0jakarta.it;

import io.github.auth0jakarta.spi.SessionCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/** An application in which nobody is to see the caller's address, and each session begins with data of the application. */
@ApplicationScoped
public class EmailHider implements SessionCustomizer {

    @Override
    public void beforeSave(Draft session) {
        session.hideClaim("email");
        session.attributes().putIfAbsent("theme", "light");
    }
}
