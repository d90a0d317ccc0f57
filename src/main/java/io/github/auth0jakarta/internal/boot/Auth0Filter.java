package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.login.SilentLogin;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import io.github.auth0jakarta.internal.web.NoStoreResponse;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Comes before the application's filters: answers our routes, but for those that the application protects and the mechanism
 * answers, keeps answers to requests with a session out of caches, and answers refusals that the application let pass.
 */
final class Auth0Filter implements Filter {
    private volatile @Nullable Auth0Runtime runtime;

    @Override
    public void init(FilterConfig config) {
        Instance<Auth0Runtime> found = CDI.current().select(Auth0Runtime.class);
        runtime = found.isResolvable() ? found.get() : null;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Auth0Runtime active = runtime;
        if (active == null || !active.isMechanismActive()) {
            EscapedRefusals.doFilter((HttpServletRequest) request, (HttpServletResponse) response, chain);
        } else {
            filter(active, (HttpServletRequest) request, (HttpServletResponse) response, chain);
        }
    }

    /** What the application protects never comes here without a caller, so a silent login is for open pages only. */
    private static boolean isLookedUp(Auth0Runtime runtime, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SilentLogin silent = runtime.silentLogin();
        return silent != null && silent.looksUp(request, response);
    }

    private static void filter(
            Auth0Runtime runtime, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Routes.isTaken(request)) {
            return;
        }
        CurrentResponse.remember(request, response);
        Route route = runtime.routes().find(request);
        if (route != null) {
            route.handle(request, response);
        } else if (isLookedUp(runtime, request, response)) {
            return;
        } else if (RequestSession.of(request) != null || Answers.isNoStore(request)) {
            EscapedRefusals.doFilter(request, new NoStoreResponse(request, response), chain);
        } else {
            EscapedRefusals.doFilter(request, response, chain);
        }
    }
}
