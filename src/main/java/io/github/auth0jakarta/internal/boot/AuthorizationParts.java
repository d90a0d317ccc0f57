package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.authorization.Authorization;
import io.github.auth0jakarta.internal.caller.Auth0Principal;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of the object graph that lets callers pass or not; there also where the library is switched off, because then
 * nobody may pass an annotation of its.
 */
final class AuthorizationParts {
    private static final List<Class<?>> INTERCEPTORS = List.of(
            ActorInterceptor.class,
            OrganizationInterceptor.class,
            PermissionInterceptor.class,
            ScopeInterceptor.class,
            StepUpInterceptor.class);

    private AuthorizationParts() {}

    /** Enabled by name as well, because their priority has been looked for already. Before those of the application. */
    static void addInterceptors(AfterTypeDiscovery event) {
        INTERCEPTORS.forEach(type -> event.addAnnotatedType(type, type.getName()));
        event.getInterceptors().addAll(0, INTERCEPTORS);
    }

    static void addBean(AfterBeanDiscovery event, @Nullable Auth0Runtime active) {
        event.<Authorization>addBean()
                .types(Authorization.class, Object.class)
                .scope(Singleton.class)
                .createWith(context -> authorization(active));
    }

    private static Authorization authorization(@Nullable Auth0Runtime active) {
        return new Authorization(
                () -> CurrentPrincipals.first(Auth0Principal.class).map(Auth0Principal::caller),
                InstantSource.system(),
                active == null || !active.isMechanismActive() ? null : active.challenger(),
                active == null ? new Challenges(Mode.DISABLED, null, request -> null) : active.challenges());
    }
}
