package io.github.auth0jakarta.internal.boot;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the caller as {@code JsonWebToken}; without a caller one that has no name and no claims.
 *
 * <p>The alternative stands on the class because that alone beats the servers' own producers everywhere. Where callers are
 * not authenticated by us, so that there is nothing to beat them for, it hands on what they give: there it is for servers
 * that have none, on which the application would not deploy without.
 */
@Alternative
@Priority(3000)
@RequestScoped
public class JsonWebTokenProducer {

    @Produces
    @RequestScoped
    JsonWebToken current() {
        return new CurrentJsonWebToken(
                isOurs()
                        ? JsonWebTokenProducer::principal
                        : () -> ofServer().orElseGet(JsonWebTokenProducer::principal));
    }

    private static boolean isOurs() {
        Instance<Auth0Runtime> runtime = CDI.current().select(Auth0Runtime.class);
        return runtime.isResolvable() && runtime.get().isMechanismActive();
    }

    private static JsonWebToken principal() {
        return CurrentPrincipals.first(JsonWebToken.class).orElseGet(NoJsonWebToken::new);
    }

    private static Optional<JsonWebToken> ofServer() {
        BeanManager beans = CDI.current().getBeanManager();
        Set<Bean<?>> others = beans.getBeans(JsonWebToken.class).stream()
                .filter(bean -> bean.getBeanClass() != JsonWebTokenProducer.class)
                .collect(Collectors.toSet());
        Bean<?> bean = beans.resolve(others);
        return bean == null
                ? Optional.empty()
                : Optional.of((JsonWebToken)
                        beans.getReference(bean, JsonWebToken.class, beans.createCreationalContext(bean)));
    }
}
