package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.web.Events;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an application implements of the SPI, looked up at first use: no bean is there yet when the object graph is made. */
final class ApplicationBeans {
    private ApplicationBeans() {}

    /** Returns what fires events at the application's observers. */
    static Events events() {
        return event -> CDI.current().getBeanManager().getEvent().fire(event);
    }

    /**
     * Returns a supplier of the application's bean, or of the default where it has none.
     *
     * @throws jakarta.enterprise.inject.AmbiguousResolutionException at use, where there are several
     */
    static <T> Supplier<T> oneOr(Class<T> type, T otherwise) {
        return remembered(() -> {
            Instance<T> beans = CDI.current().select(type);
            return beans.isUnsatisfied() ? otherwise : beans.get();
        });
    }

    /**
     * Returns a supplier of the application's bean, if it has one.
     *
     * @throws jakarta.enterprise.inject.AmbiguousResolutionException at use, where there are several
     */
    static <T> Supplier<Optional<T>> oneOrNone(Class<T> type) {
        return remembered(() -> {
            Instance<T> beans = CDI.current().select(type);
            return beans.isUnsatisfied() ? Optional.empty() : Optional.of(beans.get());
        });
    }

    /** Returns a supplier of the application's bean, which the deployment has been checked for. */
    static <T> Supplier<T> one(Class<T> type) {
        return remembered(() -> CDI.current().select(type).get());
    }

    private static <T> Supplier<T> remembered(Supplier<T> lookup) {
        return new Supplier<>() {
            private volatile @Nullable T found;

            @Override
            public T get() {
                T bean = found;
                if (bean == null) {
                    bean = lookup.get();
                    found = bean;
                }
                return bean;
            }
        };
    }
}
