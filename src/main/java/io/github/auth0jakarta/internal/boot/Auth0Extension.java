package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.BackchannelAuthenticationService;
import io.github.auth0jakarta.BackchannelLogoutResource;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.ConnectedAccountService;
import io.github.auth0jakarta.DatabaseConnectionService;
import io.github.auth0jakarta.LoginService;
import io.github.auth0jakarta.LogoutService;
import io.github.auth0jakarta.MfaService;
import io.github.auth0jakarta.PasskeyService;
import io.github.auth0jakarta.PasswordlessService;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.client.OutgoingTokens;
import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.ConfigReader;
import io.github.auth0jakarta.internal.config.MicroProfileSettings;
import io.github.auth0jakarta.internal.web.Challenger;
import io.github.auth0jakarta.spi.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds the library's beans to an application: all of them where it is configured and the application has no mechanism of
 * its own, else only those that an application may inject.
 *
 * <p>A portable extension that adds types before bean discovery is the one way that WildFly, Payara and Open Liberty all
 * take. Open Liberty looks for mechanisms among annotated types, so neither a veto nor a synthetic bean comes in time.
 */
public class Auth0Extension implements Extension {
    private final ClassLoader application = applicationLoader();
    private @Nullable Class<?> applicationMechanism;
    private boolean hasSessionStore;
    private final boolean jsonWebToken = new Principals().hasJsonWebToken();
    private final Set<String> claimFaults = new LinkedHashSet<>();
    private @Nullable Auth0Runtime runtime;
    private @Nullable ConfigurationException problem;

    private static ClassLoader applicationLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? Auth0Extension.class.getClassLoader() : loader;
    }

    void noticeMechanism(@Observes ProcessAnnotatedType<? extends HttpAuthenticationMechanism> event) {
        Class<?> type = event.getAnnotatedType().getJavaClass();
        if (!type.isInterface() && type != Auth0Mechanism.class) {
            noticeOfApplication(type);
        }
    }

    /** Each of these has the server add a mechanism of its own. */
    void noticeDefinition(
            @Observes
                    @WithAnnotations({
                        BasicAuthenticationMechanismDefinition.class,
                        FormAuthenticationMechanismDefinition.class,
                        CustomFormAuthenticationMechanismDefinition.class,
                        OpenIdAuthenticationMechanismDefinition.class
                    })
                    ProcessAnnotatedType<?> event) {
        noticeOfApplication(event.getAnnotatedType().getJavaClass());
    }

    /** The servers' own mechanisms come by here too; those have other class loaders. */
    private void noticeOfApplication(Class<?> type) {
        if (type.getClassLoader() == application || type.getClassLoader() == Auth0Extension.class.getClassLoader()) {
            applicationMechanism = type;
        }
    }

    void stop(@Observes BeforeShutdown event) {
        if (runtime != null) {
            runtime.close();
        }
    }

    void addTypes(@Observes AfterTypeDiscovery event) {
        AuthorizationParts.addInterceptors(event);
        Auth0Config config;
        try {
            config = ConfigReader.read(new MicroProfileSettings());
        } catch (ConfigurationException e) {
            problem = e;
            return;
        }
        if (jsonWebToken) {
            addAlternative(event, JsonWebTokenProducer.class);
        }
        StartupReport.log(config, applicationMechanism);
        if (config == null) {
            return;
        }
        runtime = new Auth0Runtime(config, applicationMechanism == null);
        if (applicationMechanism != null) {
            return;
        }
        addBean(event, Auth0Mechanism.class);
        addBean(event, Auth0IdentityStore.class);
        if (jsonWebToken) {
            addAlternative(event, ClaimProducer.class);
        }
    }

    private static void addAlternative(AfterTypeDiscovery event, Class<?> producer) {
        event.addAnnotatedType(producer, producer.getName());
        event.getAlternatives().add(producer);
    }

    /** Our own values of claims are for callers whom we authenticate; else a server's own rules hold. */
    void checkClaims(@Observes ProcessInjectionPoint<?, ?> event) {
        if (jsonWebToken && runtime != null && runtime.isMechanismActive()) {
            String fault = ClaimInjectionPoints.fault(event.getInjectionPoint());
            if (fault != null) {
                claimFaults.add(fault);
            }
        }
    }

    void refuseClaims(@Observes AfterDeploymentValidation event) {
        claimFaults.forEach(fault -> event.addDeploymentProblem(new DeploymentException(fault)));
    }

    /** Looked for here, because on Payara the bean manager of a library does not see the beans of the application. */
    void noticeSessionStore(@Observes ProcessBean<?> event) {
        if (event.getBean().getTypes().contains(SessionStore.class)) {
            hasSessionStore = true;
        }
    }

    /** A store that is missing shows when the application is deployed, not when the first caller logs in. */
    void requireSessionStore(@Observes AfterDeploymentValidation event) {
        if (runtime != null && runtime.needsSessionStoreBean() && !hasSessionStore) {
            event.addDeploymentProblem(new ConfigurationException(
                    Auth0ErrorCode.CONFIG_INVALID,
                    "auth0.session.store is bean, and the application has no bean of SessionStore"));
        }
    }

    private static void addBean(AfterTypeDiscovery event, Class<?> type) {
        event.addAnnotatedType(type, type.getName()).add(ApplicationScoped.Literal.INSTANCE);
    }

    void addBeans(@Observes AfterBeanDiscovery event) {
        if (problem != null) {
            event.addDefinitionError(problem);
            return;
        }
        Auth0Runtime active = runtime;
        addInjectable(event, active);
        AuthorizationParts.addBean(event, active);
        if (active != null) {
            event.<Auth0Runtime>addBean()
                    .types(Auth0Runtime.class, Object.class)
                    .scope(Singleton.class)
                    .createWith(context -> active);
        }
        if (active != null && active.isMechanismActive()) {
            event.<Challenger>addBean()
                    .types(Challenger.class, Object.class)
                    .scope(Singleton.class)
                    .createWith(context -> active.challenger());
            event.<Challenges>addBean()
                    .types(Challenges.class, Object.class)
                    .scope(Singleton.class)
                    .createWith(context -> active.challenges());
        }
    }

    /** An application that injects these must deploy also where the library is switched off. */
    private static void addInjectable(AfterBeanDiscovery event, @Nullable Auth0Runtime active) {
        addService(event, Auth0Session.class, CurrentSession::new);
        addService(
                event,
                AccessTokenService.class,
                () -> new CurrentAccessTokens(active == null ? null : active.accessTokens()));
        addService(
                event,
                LoginService.class,
                () -> new CurrentLogins(active == null || !active.isMechanismActive() ? null : active.loginStart()));
        addService(
                event,
                OutgoingTokens.class,
                () -> active == null ? OutgoingParts.switchedOff() : active.outgoingTokens());
        addService(
                event,
                AccessTokenVerifier.class,
                () -> active == null ? new SwitchedOffVerifier() : active.accessTokenVerifier());
        addService(event, Auth0Client.class, active, Auth0Runtime::client);
        addService(event, LogoutService.class, active, Auth0Runtime::logout);
        addService(event, MfaService.class, active, Auth0Runtime::mfa);
        addService(event, BackchannelAuthenticationService.class, active, Auth0Runtime::backchannelAuthentication);
        addService(event, ConnectedAccountService.class, active, Auth0Runtime::connectedAccounts);
        addService(event, PasswordlessService.class, active, Auth0Runtime::passwordless);
        addService(event, PasskeyService.class, active, Auth0Runtime::passkeys);
        addService(event, DatabaseConnectionService.class, active, Auth0Runtime::databaseConnections);
        addService(event, BackchannelLogoutResource.class, active, Auth0Runtime::backchannelLogout);
        addService(event, TokenExchangeService.class, active, Auth0Runtime::tokenExchange);
    }

    /** One that refuses everything where the library is switched off. */
    private static <T> void addService(
            AfterBeanDiscovery event, Class<T> type, @Nullable Auth0Runtime active, Function<Auth0Runtime, T> service) {
        addService(event, type, () -> active == null ? SwitchedOff.service(type) : service.apply(active));
    }

    private static <T> void addService(AfterBeanDiscovery event, Class<T> type, Supplier<T> service) {
        event.<T>addBean()
                .types(type, Object.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> service.get());
    }
}
