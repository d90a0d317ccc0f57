package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.Auth0Exception;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Turns the library's exceptions into answers, for pages. */
@WebFilter({"/page/*", "/test/login"})
public class FailureFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (Auth0Exception e) {
            Failure failure = Failure.of(e);
            response.setStatus(failure.status());
            JsonAnswer.write(response, failure.json());
        }
    }
}
